import type { ElderId } from '@shared/kernel/ids';
import { EstateForm } from '@/features/time-bank/estate-form';
import { poolsText } from '@/features/time-bank/pools.text';
import { useLocale } from '@/i18n';
import { back, usePageParams } from '@/platform';
import { Page } from '@/ui';

/** 身后转赠: what an elder who has died had left in the time bank. */
export default function EstatePage() {
  const elderId = usePageParams().elderId as ElderId;
  const t = poolsText[useLocale()];
  return (
    <Page title={t.estate} backTo="coordinator/elders">
      <EstateForm elderId={elderId} onDone={() => void back('coordinator/elders')} />
    </Page>
  );
}
