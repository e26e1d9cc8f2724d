import type { Day } from '@shared/kernel/instant';
import { drawPlan, type PlanView, publishPlan, undoPlan } from '@shared/planning/planning.contract';
import { useLocale } from '@/i18n';
import { type Answer, command, type Failure } from '@/platform';
import { Button, ButtonRow, confirmed, Stack, toast } from '@/ui';
import { planText } from './plan.text';

interface PlanActionsProps {
  readonly on: Day;
  readonly plan: PlanView;
  readonly onChanged: () => Promise<void>;
  readonly onFailure: (failure: Failure | undefined) => void;
}

/** Tell everybody; before that, draw anew or go one step back. */
export function PlanActions({ on, plan, onChanged, onFailure }: PlanActionsProps) {
  const t = planText[useLocale()];
  const { revision, toPublish, canUndo, status } = plan;
  const settle = async (answer: Answer<unknown>, words?: string) => {
    onFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok && words) toast(words);
    await onChanged();
  };
  const draw = async () => settle(await drawOf(on, revision));
  const undo = async () =>
    settle(await command(`undo ${on} ${revision}`, undoPlan, { params: { on }, body: {} }), t.undone);
  const publish = async () => {
    if (!(await confirmed(t.publishAsk(toPublish), t.publishYes, t.publishNo))) return;
    await settle(await command(`publish ${on} ${revision}`, publishPlan, { params: { on }, body: {} }));
  };
  if (status === 'solving' || status === 'publishing') return null;
  return (
    <Stack>
      {toPublish > 0 ? <Button onTap={publish}>{t.publish(toPublish)}</Button> : null}
      <ButtonRow>
        {canUndo ? (
          <Button small kind="quiet" onTap={undo}>
            {t.undo}
          </Button>
        ) : null}
        <Button small kind="outline" onTap={draw}>
          {t.drawAgain}
        </Button>
      </ButtonRow>
    </Stack>
  );
}

export const drawOf = (on: Day, revision: number) =>
  command(`draw ${on} ${revision}`, drawPlan, { params: { on }, body: {} });
