import type { VisitCard } from '@shared/visits/card';
import { callBack } from '@shared/visits/elder-word.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { command, type Failure } from '@/platform';
import { Button, Chips, Field, Notice, RefusalNotice, Sheet, toast } from '@/ui';
import { callBackText } from './call-back.text';

interface CallBackSheetProps {
  readonly card: Pick<VisitCard, 'visit' | 'elder'>;
  readonly onClose: () => void;
  readonly onNoted: () => void;
}

/** What the elder said when asked: that it was so, or that it was not. */
export function CallBackSheet({ card, onClose, onNoted }: CallBackSheetProps) {
  const t = callBackText[useLocale()];
  const [way, setWay] = useState<'phone' | 'in_person'>('phone');
  const [answer, setAnswer] = useState<'yes' | 'no'>();
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const { visitId } = card.visit;
  const send = async (): Promise<void> => {
    const sent = await command(`call back ${visitId}`, callBack, {
      params: { visitId },
      body: { way, confirmed: answer === 'yes', note: note.trim() },
    });
    if (!sent.ok) return setFailure(sent.failure);
    toast(t.saved);
    onNoted();
  };
  return (
    <Sheet
      open
      title={t.sheetTitle(card.elder.callName)}
      onClose={onClose}
      actions={
        <Button disabled={answer === undefined || (answer === 'no' && note.trim() === '')} onTap={send}>
          {t.send}
        </Button>
      }
    >
      <RefusalNotice failure={failure} />
      <Chips
        options={(['phone', 'in_person'] as const).map((value) => ({ value, text: t.ways[value] }))}
        value={way}
        onChoose={setWay}
      />
      <Chips
        options={(['yes', 'no'] as const).map((value) => ({ value, text: t[value] }))}
        value={answer}
        onChoose={setAnswer}
      />
      {answer === 'no' ? <Notice>{t.noNote}</Notice> : null}
      <Field
        kind="paragraph"
        label={t.words}
        placeholder={answer === 'no' ? t.wordsNoHint : t.wordsHint}
        value={note}
        onChange={setNote}
        maxLength={300}
      />
    </Sheet>
  );
}
