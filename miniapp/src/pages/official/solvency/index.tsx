import { solvencyText } from '@/features/time-bank/solvency.text';
import { SolvencyView } from '@/features/time-bank/solvency-view';
import { useLocale } from '@/i18n';
import { Page } from '@/ui';

/** 时间银行的家底: for those who answer for it; sums only, never a person. */
export default function SolvencyPage() {
  const t = solvencyText[useLocale()];
  return (
    <Page title={t.title} backTo="account">
      <SolvencyView />
    </Page>
  );
}
