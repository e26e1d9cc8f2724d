import { RateView } from '@/features/visit-duty/rate-view';
import { dutyText } from '@/features/visit-duty/visit-duty.text';
import { WeatherView } from '@/features/visit-duty/weather-view';
import { useLocale } from '@/i18n';
import { Page } from '@/ui';

/** 各村探访率 for those who answer for it: sums only, never a person. */
export default function OfficialVisitRatePage() {
  const t = dutyText[useLocale()];
  return (
    <Page title={t.rate} backTo="account">
      <RateView />
      <WeatherView mayEnter />
    </Page>
  );
}
