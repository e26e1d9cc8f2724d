import type { Day } from '@shared/kernel/instant';
import { useLocale } from '@/i18n/use-text';
import { Button, Chip, Chips, Sheet, Title, Wrap } from '@/ui';
import { weekdayCode } from './draft';
import { type DayCode, dayCodes, dayLetter, type Repeat } from './repeat-words';
import { requestText } from './requests.text';

interface RepeatSheetProps {
  readonly open: boolean;
  readonly repeat: Repeat | undefined;
  /** The day of the first visit: a weekly repeat begins with its weekday. */
  readonly day: Day;
  readonly onChange: (repeat: Repeat | undefined) => void;
  readonly onClose: () => void;
}
type Kind = 'once' | 'daily' | 'weekly' | 'fortnightly';

const kindOf = (repeat: Repeat | undefined): Kind => {
  if (!repeat) return 'once';
  if (repeat.freq === 'daily') return 'daily';
  return repeat.interval === 2 ? 'fortnightly' : 'weekly';
};

export function RepeatSheet({ open, repeat, day, onChange, onClose }: RepeatSheetProps) {
  const locale = useLocale();
  const t = requestText[locale];
  const choose = (kind: Kind) => {
    const count = repeat?.count ?? 4;
    const byDay = repeat?.byDay.length ? repeat.byDay : [weekdayCode(day)];
    if (kind === 'once') onChange(undefined);
    else if (kind === 'daily') onChange({ freq: 'daily', interval: 1, byDay: [], count });
    else onChange({ freq: 'weekly', interval: kind === 'fortnightly' ? 2 : 1, byDay, count });
  };
  const toggle = (code: DayCode) => {
    if (!repeat) return;
    const byDay = repeat.byDay.includes(code)
      ? repeat.byDay.filter((one) => one !== code)
      : [...repeat.byDay, code];
    // The first visit is on `day`, so its weekday cannot be taken out.
    onChange({ ...repeat, byDay: byDay.includes(weekdayCode(day)) ? byDay : [...byDay, weekdayCode(day)] });
  };
  return (
    <Sheet open={open} title={t.repeat} onClose={onClose} actions={<Button onTap={onClose}>{t.done}</Button>}>
      <Chips
        options={(['once', 'daily', 'weekly', 'fortnightly'] as const).map((kind) => ({
          value: kind,
          text: t[kind],
        }))}
        value={kindOf(repeat)}
        onChoose={choose}
      />
      {repeat?.freq === 'weekly' ? (
        <>
          <Title>{t.onDays}</Title>
          <Wrap>
            {[...dayCodes.slice(1), ...dayCodes.slice(0, 1)].map((code) => (
              <Chip many key={code} chosen={repeat.byDay.includes(code)} onTap={() => toggle(code)}>
                {dayLetter(code, locale)}
              </Chip>
            ))}
          </Wrap>
        </>
      ) : null}
      {repeat ? (
        <>
          <Title>{t.howOften}</Title>
          <Chips
            options={[2, 4, 8, 12].map((count) => ({ value: String(count), text: t.times(count) }))}
            value={String(repeat.count)}
            onChoose={(count) => onChange({ ...repeat, count: Number(count) })}
          />
        </>
      ) : null}
    </Sheet>
  );
}
