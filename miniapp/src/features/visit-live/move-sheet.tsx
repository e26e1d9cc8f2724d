import { beijing, beijingInstant, type Day, type Instant } from '@shared/kernel/instant';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { type Answer, clockOfMinutes, dayName, type Failure, now } from '@/platform';
import { noonOf } from '@/platform/time';
import { Button, Chips, RefusalNotice, Second, Sheet, sendAskingAtNight, Title } from '@/ui';
import { daysToMove, startsToMove } from './move-times';
import { ReasonChips } from './reason-chips';
import { visitLiveText } from './visit-live.text';

interface MoveSheetProps {
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly onClose: () => void;
  readonly onMove: (startsAt: Instant, reason: string, confirmedNight: boolean) => Promise<Answer<unknown>>;
  readonly onDone: () => void;
}

/** 改时间: another half hour of this week, and why; the family reads both. */
export function MoveSheet({ startsAt, minutes, onClose, onMove, onDone }: MoveSheetProps) {
  const locale = useLocale();
  const t = visitLiveText[locale];
  const begins = beijing(startsAt);
  const [day, setDay] = useState<Day>(begins.day);
  const [minute, setMinute] = useState<number>();
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const at = now();
  const starts = startsToMove(day, minutes, at).filter(
    (start) => day !== begins.day || start !== begins.minuteOfDay,
  );
  const chosen = minute !== undefined && starts.includes(minute) ? minute : undefined;
  const send = async () => {
    if (chosen === undefined) return;
    const answer = await sendAskingAtNight(chosen, (confirmedNight) =>
      onMove(beijingInstant(day, chosen), reason.trim(), confirmedNight),
    );
    if (answer === undefined) return;
    if (answer.ok) onDone();
    else setFailure(answer.failure);
  };
  return (
    <Sheet
      open
      title={t.moveTitle}
      onClose={onClose}
      actions={
        <Button disabled={chosen === undefined || reason.trim() === ''} onTap={send}>
          {chosen === undefined
            ? t.moveChoose
            : t.moveSend(`${dayName(noonOf(day), at, locale)} ${clockOfMinutes(chosen)}`)}
        </Button>
      }
    >
      <RefusalNotice failure={failure} />
      <Second>{t.moveNote}</Second>
      <Title>{t.moveDay}</Title>
      <Chips
        options={daysToMove(at).map((value) => ({ value, text: dayName(noonOf(value), at, locale) }))}
        value={day}
        onChoose={setDay}
      />
      <Title>{t.moveStart}</Title>
      {starts.length > 0 ? (
        <Chips
          options={starts.map((start) => ({ value: String(start), text: clockOfMinutes(start) }))}
          value={chosen === undefined ? undefined : String(chosen)}
          onChoose={(value) => setMinute(Number(value))}
        />
      ) : (
        <Second>{t.moveNone}</Second>
      )}
      <Title>{t.moveWhy}</Title>
      <ReasonChips usual={t.moveReasons} label={t.ownReason} value={reason} onChange={setReason} />
    </Sheet>
  );
}
