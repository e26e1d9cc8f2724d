import { PoolList } from '@/features/time-bank/pool-list';
import { poolsText } from '@/features/time-bank/pools.text';
import { useLocale } from '@/i18n';
import { Page } from '@/ui';

/** 村时间池: what each holds, and granting more. */
export default function PoolsPage() {
  const t = poolsText[useLocale()];
  return (
    <Page title={t.pools} backTo="account">
      <PoolList mayGrant />
    </Page>
  );
}
