import type { GroupView } from '@shared/groups/group-view';
import { readGroup } from '@shared/groups/groups.contract';
import { joinedOf } from '@shared/groups/member';
import { listGroupWorkers } from '@shared/groups/sessions.contract';
import { dutyWords } from '@shared/groups/words';
import { type SessionWorker, type WorkerDuty, workerDuty } from '@shared/groups/worker';
import type { GroupId, GroupSessionId } from '@shared/kernel/ids';
import { addDays, beijing, beijingInstant, type Day, isBefore } from '@shared/kernel/instant';
import type { Minutes } from '@shared/kernel/quantity';
import { useState } from 'react';
import { AttendanceForm } from '@/features/groups/attendance-form';
import { groupsText } from '@/features/groups/groups.text';
import { HeldCards } from '@/features/groups/held-cards';
import { TextSheet } from '@/features/groups/text-sheet';
import { useGroup } from '@/features/groups/use-group';
import { said, useLocale, useText } from '@/i18n';
import {
  back,
  clockOfMinutes,
  dayName,
  mintId,
  minutesName,
  momentName,
  usePageParams,
  useQuery,
} from '@/platform';
import { noonOf } from '@/platform/time';
import {
  Button,
  Card,
  Chip,
  Chips,
  Field,
  OptionsRow,
  Page,
  QueryView,
  RefusalNotice,
  Second,
  Section,
  useNow,
  Wrap,
} from '@/ui';

/** One session: planned here, its attendance kept here, and what came of it. */
export default function GroupSessionPage() {
  const { groupId = '', groupSessionId = '' } = usePageParams();
  const text = useText(groupsText);
  const query = useQuery(readGroup, { params: { groupId: groupId as GroupId } });
  return (
    <Page title={text.sessions} backTo="social-worker/groups" onRefresh={query.refresh}>
      <QueryView query={query}>
        {(view) => <OneSession view={view} id={groupSessionId as GroupSessionId} refresh={query.refresh} />}
      </QueryView>
    </Page>
  );
}

interface OneSessionProps {
  readonly view: GroupView;
  readonly id: GroupSessionId;
  readonly refresh: () => Promise<void>;
}

function OneSession({ view, id, refresh }: OneSessionProps) {
  const text = useText(groupsText);
  const locale = useLocale();
  const at = useNow();
  const [calling, setCalling] = useState(false);
  const { group, sessions, members, mayWrite } = view;
  const { change, failure } = useGroup(group.groupId, refresh);
  const session = sessions.find((each) => each.groupSessionId === id);
  if (!session) return mayWrite ? <PlanForm view={view} refresh={refresh} /> : null;
  const begun = !isBefore(at, session.startsAt);
  return (
    <>
      <Card title={session.title} aside={momentName(session.startsAt, at, locale)}>
        <Second>{[session.place.name, minutesName(session.minutes, locale)].join(' · ')}</Second>
        <Second>{session.plan}</Second>
        {session.workers.map((each) => (
          <Second key={each.personId}>
            {`${each.name}：${each.duties.map((duty) => said(dutyWords[duty], locale)).join('、')}`}
          </Second>
        ))}
      </Card>
      <RefusalNotice failure={failure} />
      {session.status === 'planned' && begun && group.status === 'running' ? (
        <AttendanceForm
          groupId={group.groupId}
          groupSessionId={session.groupSessionId}
          members={joinedOf(members)}
          workers={session.workers}
          onDone={refresh}
        />
      ) : null}
      {session.status === 'planned' && mayWrite ? (
        <Button kind="outline" onTap={() => setCalling(true)}>
          {text.cancelSession}
        </Button>
      ) : null}
      {session.status === 'cancelled' ? <Second>{session.cancelled.why}</Second> : null}
      {session.status === 'held' ? <HeldCards view={view} session={session} change={change} /> : null}
      <TextSheet
        open={calling}
        title={text.cancelSession}
        label={text.cancelWhy}
        action={text.cancelSession}
        onClose={() => setCalling(false)}
        onSend={(why) => change({ act: 'cancel', groupSessionId: session.groupSessionId, why })}
      />
    </>
  );
}

const hours = [8, 9, 10, 13, 14, 15, 16].map((hour) => hour * 60);
const lengths = [60, 90, 120, 180] as const;
const DAYS_AHEAD = 29;
/** Two days back, since a list is sometimes written down afterwards. */
const DAYS_BACK = 2;

function PlanForm({ view, refresh }: Omit<OneSessionProps, 'id'>) {
  const text = useText(groupsText);
  const locale = useLocale();
  const at = useNow();
  const { group, sessions } = view;
  const [id] = useState(() => mintId('groupsession') as GroupSessionId);
  const found = useQuery(listGroupWorkers, { query: { villageCode: group.villageCode } });
  const { change, failure } = useGroup(group.groupId, refresh);
  const [words, setWords] = useState({ title: '', plan: '' });
  const [on, setOn] = useState<string>();
  const [hour, setHour] = useState<string>('540');
  const [minutes, setMinutes] = useState<string>('90');
  const [duties, setDuties] = useState<Readonly<Record<string, readonly WorkerDuty[]>>>({});
  const days = Array.from({ length: DAYS_BACK + DAYS_AHEAD }, (_, n) => {
    const value: Day = beijing(addDays(at, n - DAYS_BACK)).day;
    return { value: value as string, text: dayName(noonOf(value), at, locale) };
  });
  const workers: SessionWorker[] = (found.data?.workers ?? []).flatMap((each) => {
    const chosen = duties[each.personId] ?? [];
    if (chosen.length === 0) return [];
    const { personId, name, helperId } = each;
    return [{ personId, name, duties: [...chosen], ...(helperId ? { helperId } : {}) }];
  });
  const toggle = (personId: string, duty: WorkerDuty) => {
    const now = duties[personId] ?? [];
    setDuties({
      ...duties,
      [personId]: now.includes(duty) ? now.filter((each) => each !== duty) : [...now, duty],
    });
  };
  const send = async () => {
    if (on === undefined) return;
    const sent = await change({
      act: 'session',
      groupSessionId: id,
      words: {
        title: words.title.trim(),
        plan: words.plan.trim(),
        place: group.place,
        startsAt: beijingInstant(on as Day, Number(hour)),
        minutes: Number(minutes) as Minutes,
        workers,
      },
    });
    if (sent) await back();
  };
  const usual = locale === 'zh-CN' ? `第 ${sessions.length + 1} 次` : `Session ${sessions.length + 1}`;
  return (
    <>
      <Field
        label={text.sessionTitle}
        placeholder={usual}
        value={words.title}
        onChange={(title) => setWords({ ...words, title })}
        maxLength={40}
      />
      <Field
        label={text.plan}
        kind="paragraph"
        value={words.plan}
        onChange={(plan) => setWords({ ...words, plan })}
        maxLength={1_000}
      />
      <Card flat>
        <OptionsRow
          label={text.day}
          options={days}
          value={on}
          placeholder={text.choose}
          onChoose={setOn}
          as="tiles"
        />
        <OptionsRow
          label={text.hour}
          options={hours.map((value) => ({ value: String(value), text: clockOfMinutes(value) }))}
          value={hour}
          placeholder={text.choose}
          onChoose={setHour}
          as="tiles"
        />
      </Card>
      <Section title={text.minutes}>
        <Chips
          options={lengths.map((value) => ({ value: String(value), text: minutesName(value, locale) }))}
          value={minutes}
          onChoose={setMinutes}
        />
      </Section>
      <Section title={text.workers}>
        <Second>{text.workersNote}</Second>
        <QueryView query={found} skeletonCards={1}>
          {(all) =>
            all.workers.slice(0, 12).map((each) => (
              <Card
                key={each.personId}
                title={each.name}
                aside={each.helperId ? text.volunteer(each.villageName) : text.self}
              >
                <Wrap>
                  {workerDuty.options.map((duty) => (
                    <Chip
                      key={duty}
                      many
                      chosen={(duties[each.personId] ?? []).includes(duty)}
                      onTap={() => toggle(each.personId, duty)}
                    >
                      {said(dutyWords[duty], locale)}
                    </Chip>
                  ))}
                </Wrap>
              </Card>
            ))
          }
        </QueryView>
      </Section>
      <RefusalNotice failure={failure} />
      <Button disabled={words.title.trim() === '' || on === undefined || workers.length === 0} onTap={send}>
        {text.save}
      </Button>
    </>
  );
}
