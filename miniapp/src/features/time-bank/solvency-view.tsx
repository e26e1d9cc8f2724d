import type { ReplyOf } from '@shared/kernel/route';
import { readSolvency } from '@shared/time-bank/time-bank.contract';
import { Text, View } from '@tarojs/components';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import { dayName } from '@/platform/time';
import { useQuery } from '@/platform/use-query';
import {
  Card,
  Facts,
  Hero,
  ListRow,
  Notice,
  QueryView,
  Second,
  Section,
  StatNumber,
  Third,
  useNow,
} from '@/ui';
import { sumName } from './rules-words';
import { solvencyText } from './solvency.text';
import './time-bank.scss';

const SHOWN_VILLAGES = 40;

type VillageRow = ReplyOf<typeof readSolvency>['solvency']['villages'][number];

/** 存 20 小时 · 一年内要用 6 小时 · 能兑付 40 小时 */
const villageLine = (v: VillageRow, t: (typeof solvencyText)['zh-CN']): string =>
  [
    v.outstandingMinutes === undefined ? t.few : t.holds(t.hours(v.outstandingMinutes)),
    v.yearMinutes === undefined ? '' : t.withinYear(t.hours(v.yearMinutes)),
    t.capacityRow(t.hours(v.capacityMinutes)),
  ]
    .filter(Boolean)
    .join(' · ');

/** 偿付能力: what is out against what can be served, in words, numbers and bars. */
export function SolvencyView() {
  const locale = useLocale();
  const t = solvencyText[locale];
  const now = useNow();
  const query = useQuery(readSolvency, { query: {} });
  return (
    <QueryView query={query}>
      {({ solvency: s, sentences, reconciledAt, differences }) => {
        const most = Math.max(1, ...s.projection.map(({ redeemMinutes }) => redeemMinutes));
        return (
          <>
            <Second>{s.countyName}</Second>
            <Hero>
              <StatNumber
                label={t.outstanding}
                value={t.hours(s.outstandingMinutes)}
                note={t.capacity(t.hours(s.capacityMinutes))}
              />
            </Hero>
            <Second>{said(sentences, locale)}</Second>
            <Facts
              facts={[
                { label: t.held, value: t.hours(s.heldMinutes) },
                { label: t.pending, value: t.hours(s.pendingMinutes) },
                { label: t.pool, value: t.hours(s.poolMinutes) },
              ]}
            />
            <Card flat>
              <ListRow label={t.issued} value={t.hours(s.issuedMinutes)} />
              <ListRow label={t.redeemed} value={t.hours(s.redeemedMinutes)} />
              <ListRow label={t.expired} value={t.hours(s.expiredMinutes)} />
              <ListRow
                label={t.fund}
                value={t.fundOf(sumName(s.fundDrawnFen, locale), sumName(s.fundYearFen, locale))}
              />
            </Card>
            <Section title={t.projection}>
              <Third>{t.projectionNote}</Third>
              <Card>
                <View className="time-bank-bars">
                  {s.projection.map(({ year, redeemMinutes }) => (
                    <View key={year} className="time-bank-bars__row nl-tone--pine">
                      <Text className="time-bank-bars__year">{String(year)}</Text>
                      <View className="time-bank-bars__track">
                        <View
                          className="time-bank-bars__bar"
                          style={{ width: `${(redeemMinutes / most) * 100}%` }}
                        />
                      </View>
                      <Text className="time-bank-bars__value">{t.hours(redeemMinutes)}</Text>
                    </View>
                  ))}
                </View>
              </Card>
            </Section>
            <Section title={t.villages}>
              <Card flat>
                {s.villages.slice(0, SHOWN_VILLAGES).map((each) => (
                  <ListRow key={each.villageCode} label={each.villageName} value={villageLine(each, t)} />
                ))}
              </Card>
            </Section>
            <Notice tone={differences > 0 ? 'alarm' : 'pine'}>
              {reconciledAt === undefined
                ? t.never
                : differences > 0
                  ? t.unbalanced(differences)
                  : t.balanced(dayName(reconciledAt, now, locale))}
            </Notice>
          </>
        );
      }}
    </QueryView>
  );
}
