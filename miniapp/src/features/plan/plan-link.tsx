import { planDay } from '@shared/planning/change-plan';
import { readPlan } from '@shared/planning/planning.contract';
import { useLocale } from '@/i18n';
import { useQuery } from '@/platform';
import { Card, ListRow, useNow } from '@/ui';
import { planText } from './plan.text';

/** The way to the routes, with how many homes they have. */
export function PlanLink({ onOpen }: { readonly onOpen: () => void }) {
  const t = planText[useLocale()];
  const { data } = useQuery(readPlan, { params: { on: planDay(useNow()) } });
  const sums = data?.plan?.sums;
  return (
    <Card flat>
      <ListRow
        label={t.home}
        {...(sums ? { value: t.routeNote(sums.visits, sums.wayMinutes) } : {})}
        onTap={onOpen}
      />
    </Card>
  );
}
