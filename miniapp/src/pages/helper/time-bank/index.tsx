import { TimeBank } from '@/features/time-bank/account-page';
import { timeBankText } from '@/features/time-bank/time-bank.text';
import { useLocale } from '@/i18n';
import { go } from '@/platform';
import { Page } from '@/ui';

/** 时间银行 of someone who helps: what was earned, what is being verified, and where help is wanted near here. */
export default function HelperTimeBankPage() {
  const t = timeBankText[useLocale()];
  return (
    <Page title={t.title} backTo="helper/home">
      <TimeBank elders={[]} onServe={() => void go('helper/opportunities')} onOpenRequest={() => undefined} />
    </Page>
  );
}
