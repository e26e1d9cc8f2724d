import { minutes as minutesShape } from '@shared/kernel/quantity';
import type { VisitCard } from '@shared/visits/card';
import { resolveVisit } from '@shared/visits/visits.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { command, type Failure } from '@/platform';
import { Button, Chips, Field, RefusalNotice, Sheet, toast } from '@/ui';
import { queueText } from './queue.text';

interface ResolveSheetProps {
  readonly visit: VisitCard['visit'];
  readonly onClose: () => void;
  readonly onSettled: () => void;
}

/** 处理: it stands, counts in part, or does not count, and a word to both sides. */
export function ResolveSheet({ visit, onClose, onSettled }: ResolveSheetProps) {
  const t = queueText[useLocale()];
  const [outcome, setOutcome] = useState<'stands' | 'partly' | 'void'>('stands');
  const [note, setNote] = useState('');
  const [part, setPart] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const { visitId } = visit;
  const most = 'minutesServed' in visit ? visit.minutesServed : visit.minutes;
  // Of nothing served no part can count.
  const outcomes = most > 0 ? (['stands', 'partly', 'void'] as const) : (['stands', 'void'] as const);
  const counted = minutesShape.safeParse(Number(part));
  const ready = note.trim() !== '' && (outcome !== 'partly' || (part !== '' && counted.success));
  const send = async () => {
    const answer = await command(`resolve ${visitId}`, resolveVisit, {
      params: { visitId },
      body: {
        outcome,
        note: note.trim(),
        ...(outcome === 'partly' && counted.success ? { minutesCredited: counted.data } : {}),
      },
    });
    if (!answer.ok) return setFailure(answer.failure);
    toast(t.resolved);
    onSettled();
  };
  return (
    <Sheet
      open
      title={t.resolveTitle}
      onClose={onClose}
      actions={
        <Button disabled={!ready} onTap={send}>
          {t.resolve}
        </Button>
      }
    >
      <RefusalNotice failure={failure} />
      <Chips
        options={outcomes.map((value) => ({ value, text: t.outcomes[value] }))}
        value={outcome}
        onChoose={setOutcome}
      />
      {outcome === 'partly' ? (
        <Field
          kind="number"
          label={t.minutes}
          hint={t.minutesHint(most)}
          value={part}
          onChange={setPart}
          maxLength={4}
        />
      ) : null}
      <Field kind="paragraph" label={t.resolveNote} value={note} onChange={setNote} maxLength={500} />
    </Sheet>
  );
}
