import { HealthView } from '@/features/health/health-view';
import { usePageParams } from '@/platform';

export default function WorkerHealthPage() {
  const { elderId = '' } = usePageParams();
  return <HealthView elderId={elderId} backTo="social-worker/home" />;
}
