import type { Day, Instant } from '@shared/kernel/instant';
import type { Urgency } from '@shared/service-requests/request';
import { useState } from 'react';
import { useLocale } from '@/i18n/use-text';
import { minutesName } from '@/platform/amounts';
import type { Failure } from '@/platform/client';
import { clockOfMinutes, dayName, noonOf } from '@/platform/time';
import { Button, Chips, RefusalNotice, Second, Sheet, Title } from '@/ui';
import type { RequestDraft } from './draft';
import { dayChoices, lengthChoices, type ServiceTimes, startChoices } from './draft';
import { requestText } from './requests.text';

const NEAR_DAYS = 10;

interface WhenSheetProps {
  readonly open: boolean;
  readonly title: string;
  readonly draft: Pick<RequestDraft, 'day' | 'minuteOfDay' | 'minutes'>;
  readonly service: ServiceTimes | undefined;
  readonly now: Instant;
  readonly onChange: (change: Partial<Pick<RequestDraft, 'day' | 'minuteOfDay' | 'minutes'>>) => void;
  readonly urgency?: { readonly value: Urgency; readonly onChoose: (value: Urgency) => void };
  readonly onClose: () => void;
  /** Where choosing is not enough: the time is sent by this button. */
  readonly save?: {
    readonly text: string;
    readonly note: string;
    readonly run: () => Promise<void>;
    readonly failure: Failure | undefined;
  };
}

/** Day, start and length on one sheet: three taps, and the sum of them said at the button. */
export function WhenSheet(props: WhenSheetProps) {
  const { open, title, draft, service, now, onChange, urgency, onClose, save } = props;
  const locale = useLocale();
  const t = requestText[locale];
  const [all, setAll] = useState(false);
  const days = dayChoices(now, all ? 60 : NEAR_DAYS);
  const shownDays = days.includes(draft.day) ? days : [...days, draft.day];
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      actions={<Button onTap={save?.run ?? onClose}>{save?.text ?? t.done}</Button>}
    >
      {save ? <Second>{save.note}</Second> : null}
      <RefusalNotice failure={save?.failure} />
      <Title>{t.day}</Title>
      <Chips<Day | 'more'>
        options={[
          ...shownDays.map((day) => ({
            value: day as Day | 'more',
            text: dayName(noonOf(day), now, locale),
          })),
          ...(all ? [] : [{ value: 'more' as const, text: t.moreDays }]),
        ]}
        value={draft.day}
        onChoose={(chosen) => (chosen === 'more' ? setAll(true) : onChange({ day: chosen }))}
      />
      <Title>{t.start}</Title>
      <Chips
        options={startChoices.map((minute) => ({ value: String(minute), text: clockOfMinutes(minute) }))}
        value={String(draft.minuteOfDay)}
        onChoose={(minute) => onChange({ minuteOfDay: Number(minute) })}
      />
      <Title>{t.length}</Title>
      {service ? (
        <Chips
          options={lengthChoices(service).map((length) => ({
            value: String(length),
            text: minutesName(length, locale),
          }))}
          value={String(draft.minutes)}
          onChoose={(length) => onChange({ minutes: Number(length) })}
        />
      ) : (
        <Second>{t.chooseService}</Second>
      )}
      {urgency ? (
        <>
          <Title>{t.howSoon}</Title>
          <Chips
            options={(['routine', 'soon', 'emergency'] as const).map((one) => ({
              value: one,
              text: t.urgency[one],
            }))}
            value={urgency.value}
            onChoose={urgency.onChoose}
          />
        </>
      ) : null}
    </Sheet>
  );
}
