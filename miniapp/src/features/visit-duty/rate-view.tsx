import { beijing } from '@shared/kernel/instant';
import { listVisitRates } from '@shared/visit-duty/visit-rates.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { useQuery } from '@/platform';
import { Card, Chips, EmptyState, Facts, ListRow, QueryView, Second, StatNumber, useNow } from '@/ui';
import { dutyText } from './visit-duty.text';

const MONTHS = 4;

/** 探访率: the sum first, then the villages, the lowest on top. */
export function RateView() {
  const t = dutyText[useLocale()];
  const { year, month } = beijing(useNow());
  const months = Array.from({ length: MONTHS }, (_, back) => {
    const n = year * 12 + month - 1 - back;
    return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
  });
  const [chosen, setChosen] = useState<string>();
  const shown = chosen ?? months[0] ?? '';
  const query = useQuery(listVisitRates, { query: { month: shown } });
  return (
    <>
      <Chips
        options={months.map((value) => ({ value, text: t.rateOf(value) }))}
        value={shown}
        onChoose={setChosen}
      />
      <QueryView query={query}>
        {({ villages, total, few }) =>
          villages.length === 0 && few === 0 ? (
            <EmptyState icon="leaf" title={t.noRates} note={t.noRatesNote} />
          ) : (
            <>
              <Card>
                <StatNumber
                  label={t.rateOf(shown)}
                  value={total.percent === undefined ? '–' : `${total.percent}%`}
                  note={t.ratio(total.difficultSeen, total.difficult)}
                  tone={total.percent === 100 ? 'pine' : 'wheat'}
                />
                <Second>{t.rateNote}</Second>
                <Facts
                  facts={(['home', 'phone', 'video', 'missed'] as const).map((of) => ({
                    label: t.counted[of],
                    value: t.times(total[of]),
                  }))}
                />
              </Card>
              <Card flat>
                {villages.map((row) => (
                  <ListRow
                    key={row.villageCode}
                    label={row.villageName}
                    value={
                      row.percent === undefined
                        ? t.noneDifficult
                        : `${t.ratio(row.difficultSeen, row.difficult)} · ${row.percent}%`
                    }
                    strong={row.percent !== undefined && row.percent < 100}
                  />
                ))}
              </Card>
              {few > 0 ? <Second>{t.few(few)}</Second> : null}
            </>
          )
        }
      </QueryView>
    </>
  );
}
