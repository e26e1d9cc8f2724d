import { PoolAsks } from '@/features/time-bank/pool-asks';
import { PoolList } from '@/features/time-bank/pool-list';
import { poolsText } from '@/features/time-bank/pools.text';
import { useLocale } from '@/i18n';
import { Page, Section } from '@/ui';

/** 村时间池: the families that ask for it, in their order, and what there is. */
export default function CoordinatorPoolPage() {
  const t = poolsText[useLocale()];
  return (
    <Page title={t.pools} backTo="coordinator/time-bank">
      <Section title={t.asks}>
        <PoolAsks />
      </Section>
      <Section title={t.pools}>
        <PoolList mayGrant={false} />
      </Section>
    </Page>
  );
}
