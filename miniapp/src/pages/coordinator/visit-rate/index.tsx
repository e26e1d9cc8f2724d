import { RateView } from '@/features/visit-duty/rate-view';
import { dutyText } from '@/features/visit-duty/visit-duty.text';
import { WeatherView } from '@/features/visit-duty/weather-view';
import { useLocale } from '@/i18n';
import { Page } from '@/ui';

/** 各村探访率 and the weather that makes more visits due. */
export default function CoordinatorVisitRatePage() {
  const t = dutyText[useLocale()];
  return (
    <Page title={t.rate} backTo="coordinator/duty">
      <RateView />
      <WeatherView mayEnter />
    </Page>
  );
}
