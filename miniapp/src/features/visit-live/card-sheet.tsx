import { useState } from 'react';
import { useLocale } from '@/i18n';
import type { Failure } from '@/platform';
import { Button, Card, Field, Notice, RefusalNotice, Second, Sheet, Title } from '@/ui';
import { visitLiveText } from './visit-live.text';

/** After leaving: the elder has a card, and one line of it is their yes. */
export function CardAsk({ line, onOpen }: { readonly line: number; readonly onOpen: () => void }) {
  const t = visitLiveText[useLocale()];
  return (
    <Card edge="pine" title={t.cardTitle}>
      <Second>{t.cardNote(line)}</Second>
      <Button kind="pine" onTap={onOpen}>
        {t.cardOpen}
      </Button>
    </Card>
  );
}

interface CardSheetProps {
  readonly line: number;
  readonly failure: Failure | undefined;
  readonly onClose: () => void;
  readonly onSaid: (line: number, code: string) => Promise<void>;
}

/** The elder reads, the helper types; which line it is can be set right where one was skipped. */
export function CardSheet({ line: next, failure, onClose, onSaid }: CardSheetProps) {
  const t = visitLiveText[useLocale()];
  const [line, setLine] = useState(String(next));
  const [code, setCode] = useState('');
  const number = Number(line);
  const triedOut = failure?.kind === 'refused' && failure.refusal.code === 'codes_tried_out';
  const ready = code.length === 4 && number >= 1 && number <= 24;
  return (
    <Sheet
      open
      title={t.cardTitle}
      onClose={onClose}
      actions={
        <Button kind="pine" disabled={!ready} onTap={() => onSaid(number, code)}>
          {t.save}
        </Button>
      }
    >
      {triedOut ? <Notice tone="alarm">{t.cardTriedOut}</Notice> : <RefusalNotice failure={failure} />}
      <Title>{t.cardRead(number || next)}</Title>
      <Field kind="number" label={t.cardCode} value={code} onChange={setCode} maxLength={4} />
      <Field
        kind="number"
        label={t.cardLine}
        hint={t.cardLineHint}
        value={line}
        onChange={setLine}
        maxLength={2}
      />
    </Sheet>
  );
}
