import { HealthView } from '@/features/health/health-view';
import { go, usePageParams } from '@/platform';

export default function CoordinatorHealthPage() {
  const { elderId = '' } = usePageParams();
  return (
    <HealthView
      elderId={elderId}
      backTo="coordinator/elders"
      onSee={(visitId) => void go('coordinator/visit', { visitId })}
    />
  );
}
