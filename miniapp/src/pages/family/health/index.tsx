import { HealthView } from '@/features/health/health-view';
import { go, usePageParams } from '@/platform';

export default function FamilyHealthPage() {
  const { elderId = '' } = usePageParams();
  return (
    <HealthView
      elderId={elderId}
      backTo="family/home"
      onSee={(visitId) => void go('family/visit', { visitId })}
    />
  );
}
