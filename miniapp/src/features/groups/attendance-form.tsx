import { type Absence, type Attended, absence } from '@shared/groups/group-session';
import { keepAttendance } from '@shared/groups/sessions.contract';
import { absenceWords, dutyWords } from '@shared/groups/words';
import type { SessionWorker } from '@shared/groups/worker';
import type { ElderId, GroupId, GroupSessionId, PersonId } from '@shared/kernel/ids';
import { useState } from 'react';
import { said, useLocale, useText } from '@/i18n';
import { command, type Failure, minutesName } from '@/platform';
import { Button, Card, CheckRow, Chips, RefusalNotice, Second, Section, toast } from '@/ui';
import { groupsText } from './groups.text';

interface AttendanceFormProps {
  readonly groupId: GroupId;
  readonly groupSessionId: GroupSessionId;
  readonly members: readonly { readonly elderId: ElderId; readonly name: string }[];
  readonly workers: readonly SessionWorker[];
  /** A volunteer's own line stays open: nobody writes down that they themselves were there. */
  readonly self?: PersonId | undefined;
  readonly onDone: () => Promise<unknown>;
}

/** One tap for who did not come, one for why; everybody else came. */
export function AttendanceForm(props: AttendanceFormProps) {
  const { groupId, groupSessionId, members, workers, self, onDone } = props;
  const text = useText(groupsText);
  const locale = useLocale();
  const [absent, setAbsent] = useState<Readonly<Record<string, Absence>>>({});
  const may = (each: SessionWorker): boolean => !(each.helperId && each.personId === self);
  const [away, setAway] = useState<readonly PersonId[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const toggle = (elderId: string) => {
    const { [elderId]: was, ...others } = absent;
    setAbsent(was ? others : { ...absent, [elderId]: 'unknown' });
  };
  const send = async () => {
    const attendance: Attended[] = members.map(({ elderId }) => {
      const why = absent[elderId];
      return why ? { elderId, came: false, why, note: '' } : { elderId, came: true, note: '' };
    });
    const answer = await command(`attendance ${groupSessionId}`, keepAttendance, {
      params: { groupId, groupSessionId },
      body: {
        attendance,
        workersCame: workers
          .filter((each) => may(each) && !away.includes(each.personId))
          .map((each) => each.personId),
      },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    const { came, absent: missing, credited } = answer.value;
    toast(
      [
        text.listDone(came, missing),
        ...credited.map((each) => text.credited(each.name, minutesName(each.minutes, locale))),
      ].join('，'),
    );
    await onDone();
  };
  return (
    <>
      <Card flat>
        {members.map(({ elderId, name }) => (
          <CheckRow
            key={elderId}
            checked={!absent[elderId]}
            aside={absent[elderId] ? text.absent : text.came}
            onTap={() => toggle(elderId)}
          >
            {name}
          </CheckRow>
        ))}
      </Card>
      {members
        .filter(({ elderId }) => absent[elderId])
        .map(({ elderId, name }) => (
          <Section key={elderId} title={text.whyAbsent(name)}>
            <Chips
              options={absence.options.map((value) => ({ value, text: said(absenceWords[value], locale) }))}
              value={absent[elderId]}
              onChoose={(why) => setAbsent({ ...absent, [elderId]: why })}
            />
          </Section>
        ))}
      <Section title={text.workersCame}>
        <Card flat>
          {workers.map((each) => (
            <CheckRow
              key={each.personId}
              checked={may(each) && !away.includes(each.personId)}
              aside={each.duties.map((duty) => said(dutyWords[duty], locale)).join('、')}
              {...(may(each)
                ? {
                    onTap: () =>
                      setAway(
                        away.includes(each.personId)
                          ? away.filter((id) => id !== each.personId)
                          : [...away, each.personId],
                      ),
                  }
                : {})}
            >
              {each.name}
            </CheckRow>
          ))}
        </Card>
        {workers.every(may) ? null : <Second>{text.cannotSelf}</Second>}
      </Section>
      <RefusalNotice failure={failure} />
      <Button onTap={send}>{text.keepList}</Button>
    </>
  );
}
