import type { HeldSession } from '@shared/groups/group-session';
import type { GroupView } from '@shared/groups/group-view';
import { absenceWords } from '@shared/groups/words';
import { useState } from 'react';
import { said, useLocale, useText } from '@/i18n';
import { minutesName } from '@/platform';
import { Button, Card, Chips, Field, ListRow, Second, Section, Sheet } from '@/ui';
import { groupsText } from './groups.text';
import type { UseGroup } from './use-group';

interface HeldCardsProps {
  readonly view: GroupView;
  readonly session: HeldSession;
  readonly change: UseGroup['change'];
}

const warmths = [1, 2, 3, 4, 5] as const;
const warmthOf = (warmth: number) => warmths[warmth - 1] ?? 3;

/** Who came, who earned what, and how the group was together. */
export function HeldCards({ view, session, change }: HeldCardsProps) {
  const text = useText(groupsText);
  const locale = useLocale();
  const [writing, setWriting] = useState(false);
  const nameOf = (id: string): string => view.members.find((each) => each.elderId === id)?.name ?? '';
  const workerOf = (id: string): string => session.workers.find((each) => each.personId === id)?.name ?? '';
  const came = session.attendance.filter((each) => each.came);
  return (
    <>
      <Section title={text.listDone(came.length, session.attendance.length - came.length)}>
        <Card flat>
          {session.attendance.map((each) => (
            <ListRow
              key={each.elderId}
              label={nameOf(each.elderId)}
              value={
                each.came
                  ? text.came
                  : [said(absenceWords[each.why ?? 'unknown'], locale), each.called?.note]
                      .filter(Boolean)
                      .join('；')
              }
            />
          ))}
        </Card>
      </Section>
      <Section title={text.workersCame}>
        <Card flat>
          {session.workersCame.map(({ personId, credit }) => (
            <ListRow
              key={personId}
              label={workerOf(personId)}
              value={
                credit.kind === 'credited'
                  ? `+${minutesName(credit.minutes, locale)}`
                  : text[`creditNone_${credit.why}`]
              }
            />
          ))}
        </Card>
      </Section>
      <Section title={text.process}>
        {session.process ? (
          <Card title={text[`warmth_${warmthOf(session.process.warmth)}`]}>
            <Second>{session.process.text}</Second>
            {session.process.nextTime ? (
              <Second>{`${text.nextTime}：${session.process.nextTime}`}</Second>
            ) : null}
          </Card>
        ) : null}
        {view.mayWrite && view.group.status !== 'closed' ? (
          <Button small kind="outline" onTap={() => setWriting(true)}>
            {text.process}
          </Button>
        ) : null}
      </Section>
      <ProcessSheet
        open={writing}
        onClose={() => setWriting(false)}
        onSend={(process) => change({ act: 'process', groupSessionId: session.groupSessionId, process })}
      />
    </>
  );
}

interface ProcessSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSend: (process: { warmth: number; text: string; nextTime: string }) => Promise<boolean>;
}

function ProcessSheet({ open, onClose, onSend }: ProcessSheetProps) {
  const text = useText(groupsText);
  const [warmth, setWarmth] = useState('3');
  const [words, setWords] = useState({ text: '', nextTime: '' });
  const send = async () => {
    const sent = await onSend({
      warmth: Number(warmth),
      text: words.text.trim(),
      nextTime: words.nextTime.trim(),
    });
    if (sent) onClose();
  };
  return (
    <Sheet
      open={open}
      title={text.process}
      onClose={onClose}
      actions={
        <Button disabled={words.text.trim() === ''} onTap={send}>
          {text.save}
        </Button>
      }
    >
      <Chips
        options={warmths.map((value) => ({ value: String(value), text: text[`warmth_${value}`] }))}
        value={warmth}
        onChoose={setWarmth}
      />
      <Field
        label={text.processText}
        kind="paragraph"
        value={words.text}
        onChange={(value) => setWords({ ...words, text: value })}
        maxLength={1_000}
      />
      <Field
        label={text.nextTime}
        value={words.nextTime}
        onChange={(nextTime) => setWords({ ...words, nextTime })}
        maxLength={500}
      />
    </Sheet>
  );
}
