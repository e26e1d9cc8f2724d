import type { VisitCard } from '@shared/visits/card';
import {
  type ReasonCode,
  type ResolutionCode,
  reasonCode,
  reasonWords,
  resolutionsOf,
  resolutionWords,
} from '@shared/visits/resolution';
import { settleException } from '@shared/visits/witness.contract';
import { useState } from 'react';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import { clockTime, command, type Failure } from '@/platform';
import { Body, Button, Chips, Field, Notice, RefusalNotice, Sheet, Title, toast } from '@/ui';
import { momentTyped } from './clock-typed';
import type { ShownException } from './exception-list';
import { exceptionsText } from './exceptions.text';

interface SettleSheetProps {
  readonly visit: VisitCard['visit'];
  readonly exception: ShownException;
  readonly onClose: () => void;
  readonly onSettled: () => void;
}

/** 核实: why it was so, how it was found out, and a sentence; for a missing check-out also when the helper left. */
export function SettleSheet({ visit, exception, onClose, onSettled }: SettleSheetProps) {
  const locale = useLocale();
  const t = exceptionsText[locale];
  const { code, at } = exception;
  const ways = resolutionsOf(code);
  const [reason, setReason] = useState<ReasonCode>();
  const [resolution, setResolution] = useState<ResolutionCode | undefined>(
    ways.length === 1 ? ways[0] : undefined,
  );
  const [note, setNote] = useState('');
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const began = 'checkIn' in visit ? visit.checkIn.at : visit.startsAt;
  const ends = code === 'check_out_missing';
  const until = ends ? momentTyped(typed, began) : undefined;
  const words = ([zh, en]: readonly [string, string]) => (locale === 'zh-CN' ? zh : en);
  const ready = reason && resolution && note.trim() !== '' && (!ends || until !== undefined);
  const send = async (): Promise<void> => {
    if (!reason || !resolution) return;
    const answer = await command(`settle ${visit.visitId} ${code} ${at}`, settleException, {
      params: { visitId: visit.visitId },
      body: { code, at, reason, resolution, note: note.trim(), ...(until ? { until } : {}) },
    });
    if (!answer.ok) return setFailure(answer.failure);
    toast(t.done);
    onSettled();
  };
  return (
    <Sheet
      open
      title={t.sheetTitle}
      onClose={onClose}
      actions={
        <Button disabled={!ready} onTap={send}>
          {t.send}
        </Button>
      }
    >
      <RefusalNotice failure={failure} />
      <Body>{said(exception.sentence, locale)}</Body>
      {ends ? (
        <Field
          label={t.until}
          hint={t.untilHint(clockTime(began))}
          error={typed.length > 3 && until === undefined ? t.untilWrong : undefined}
          value={typed}
          onChange={setTyped}
          maxLength={5}
        />
      ) : null}
      <Title>{t.why}</Title>
      <Chips
        options={reasonCode.options.map((value) => ({ value, text: words(reasonWords[value]) }))}
        value={reason}
        onChoose={setReason}
      />
      {ways.length > 1 ? (
        <>
          <Title>{t.what}</Title>
          <Chips
            options={ways.map((value) => ({ value, text: words(resolutionWords[value]) }))}
            value={resolution}
            onChoose={setResolution}
          />
        </>
      ) : null}
      {resolution === 'not_true' && visit.status === 'checked_out' ? <Notice>{t.untrueNote}</Notice> : null}
      <Field
        kind="paragraph"
        label={t.note}
        placeholder={t.noteHint}
        value={note}
        onChange={setNote}
        maxLength={300}
      />
    </Sheet>
  );
}
