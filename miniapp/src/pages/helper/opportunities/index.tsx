import { OpportunityList } from '@/features/time-bank/opportunity-list';
import { timeBankText } from '@/features/time-bank/time-bank.text';
import { useLocale } from '@/i18n';
import { go, reLaunch } from '@/platform';
import { Page } from '@/ui';

/** 附近的志愿机会: who could use an hour, around where I stand. */
export default function OpportunitiesPage() {
  const t = timeBankText[useLocale()];
  return (
    <Page title={t.near} backTo="helper/home">
      <OpportunityList onTaken={() => void reLaunch('helper/route')} onJoin={() => void go('helper/join')} />
    </Page>
  );
}
