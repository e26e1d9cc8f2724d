import { arrangeIntervention } from '@shared/cases/case-change.contract';
import { listServices } from '@shared/catalogue/catalogue.contract';
import type { CaseId, InterventionId } from '@shared/kernel/ids';
import { beijing, beijingInstant, type Day } from '@shared/kernel/instant';
import type { Minutes } from '@shared/kernel/quantity';
import type { Recurrence, Weekday } from '@shared/service-requests/recurrence';
import { useState } from 'react';
import { useLocale, useText } from '@/i18n';
import { clockOfMinutes, command, type Failure, useQuery } from '@/platform';
import { Button, Card, Chips, OptionsRow, RefusalNotice, Sheet, toast, useNow } from '@/ui';
import { casesText } from './cases.text';
import { dayOptions } from './next-days';

interface ArrangeSheetProps {
  readonly caseId: CaseId;
  readonly interventionId: InterventionId;
  readonly serviceCode: string;
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

const FIRST_HOUR = 8;
const HOURS = 11;
const weekdays: readonly Weekday[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const everies = ['once', 'everyWeek', 'twiceAWeek', 'thriceAWeek'] as const;
/** Days after the first on which somebody comes in the same week. */
const spread = { once: [], everyWeek: [0], twiceAWeek: [0, 3], thriceAWeek: [0, 2, 4] } as const;

/** The requests of a plan, repeating; they are matched and visited like any other. */
export function ArrangeSheet(props: ArrangeSheetProps) {
  const { caseId, interventionId, serviceCode, title, open, onClose, onDone } = props;
  const text = useText(casesText);
  const days = dayOptions(useNow(), 15, useLocale()).slice(1);
  const services = useQuery(listServices, {});
  const [day, setDay] = useState(days[0]?.value ?? '');
  const [hour, setHour] = useState('14');
  const [every, setEvery] = useState<(typeof everies)[number]>('everyWeek');
  const [count, setCount] = useState('4');
  const [failure, setFailure] = useState<Failure>();
  const service = services.data?.services.find((each) => each.code === serviceCode);
  const send = async () => {
    const startsAt = beijingInstant(day as Day, Number(hour) * 60);
    const first = beijing(startsAt).weekday;
    const byDay = spread[every].map((after) => weekdays[(first + after) % 7] ?? 'MO');
    const recurrence: Recurrence = { freq: 'weekly', interval: 1, byDay, count: Number(count) };
    const answer = await command(`arrange ${interventionId}`, arrangeIntervention, {
      params: { caseId, interventionId },
      body: {
        startsAt,
        minutes: (service?.usualMinutes ?? 60) as Minutes,
        payBy: 'time',
        note: '',
        ...(every === 'once' ? {} : { recurrence }),
      },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    toast(text.arranged(answer.value.count));
    onClose();
    await onDone();
  };
  return (
    <Sheet
      open={open}
      title={`${text.arrangeTitle} · ${title}`}
      onClose={onClose}
      actions={<Button onTap={send}>{text.arrange}</Button>}
    >
      <Card flat>
        <OptionsRow
          label={text.arrangeDay}
          options={days}
          value={day}
          placeholder={text.choose}
          onChoose={setDay}
          as="tiles"
        />
        <OptionsRow
          label={text.arrangeTime}
          options={Array.from({ length: HOURS }, (_, index) => FIRST_HOUR + index).map((each) => ({
            value: String(each),
            text: clockOfMinutes(each * 60),
          }))}
          value={hour}
          placeholder={text.choose}
          onChoose={setHour}
          as="tiles"
        />
      </Card>
      <Chips
        options={everies.map((value) => ({ value, text: text[value] }))}
        value={every}
        onChoose={setEvery}
      />
      {every === 'once' ? null : (
        <Chips
          options={['2', '4', '8', '12'].map((value) => ({ value, text: text.times(Number(value)) }))}
          value={count}
          onChoose={setCount}
        />
      )}
      <RefusalNotice failure={failure} />
    </Sheet>
  );
}
