import type { PlanView } from '@shared/planning/planning.contract';
import { useLocale } from '@/i18n';
import { Card, Facts, Notice, Second } from '@/ui';
import { planText } from './plan.text';

const percent = (share: number | undefined): number => Math.round((share ?? 0) * 100);

/** How far the plan is, what it comes to, and how that is beside the day before. */
export function PlanState({ plan }: { readonly plan: PlanView }) {
  const t = planText[useLocale()];
  const { status, share, sums, sumsBefore } = plan;
  const words = {
    solving: t.solving(percent(share)),
    drafted: t.drafted,
    publishing: t.publishing(percent(share)),
    published: t.published,
  }[status];
  return (
    <>
      <Notice tone={status === 'published' ? 'pine' : status === 'drafted' ? 'wheat' : 'sky'}>{words}</Notice>
      <Card>
        <Facts
          facts={[
            { label: t.sums.visits, value: String(sums.visits) },
            { label: t.sums.helpers, value: String(sums.helpers) },
            { label: t.sums.unmet, value: String(sums.unmet) },
          ]}
        />
        <Second>{t.wayOfAll(t.minutes(sums.wayMinutes))}</Second>
        {sumsBefore ? (
          <Second>
            {t.compared(sums.visits - sumsBefore.visits, sums.wayMinutes - sumsBefore.wayMinutes)}
          </Second>
        ) : null}
      </Card>
    </>
  );
}
