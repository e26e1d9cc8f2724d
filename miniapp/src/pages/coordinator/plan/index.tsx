import { addDays, beijing, type Day } from '@shared/kernel/instant';
import { planDay } from '@shared/planning/change-plan';
import {
  readPlan,
  type ShownRoute,
  type ShownStop,
  type UpsetGiven,
} from '@shared/planning/planning.contract';
import { useEffect, useState } from 'react';
import { planText } from '@/features/plan/plan.text';
import { drawOf, PlanActions } from '@/features/plan/plan-actions';
import { PlanState } from '@/features/plan/plan-state';
import { RepairSheet, UpsetSheet } from '@/features/plan/repair-sheet';
import { RouteList } from '@/features/plan/route-list';
import { RouteMap } from '@/features/plan/route-map';
import { StopSheet } from '@/features/plan/stop-sheet';
import { UnmetList } from '@/features/plan/unmet-list';
import { useLocale } from '@/i18n';
import { type Failure, go, now, useQuery } from '@/platform';
import { Button, Chips, EmptyState, Page, QueryView, RefusalNotice } from '@/ui';

const LOOK_EVERY_MILLIS = 1_500;

/** 路线安排: who goes where on a day, in which order; lock, draw anew, tell everybody, mend. */
export default function CoordinatorPlanPage() {
  const t = planText[useLocale()];
  const [on, setOn] = useState<Day>(() => planDay(now()));
  const [view, setView] = useState<'list' | 'map'>('list');
  const [stop, setStop] = useState<ShownStop>();
  const [route, setRoute] = useState<ShownRoute>();
  const [upset, setUpset] = useState<UpsetGiven>();
  const [failure, setFailure] = useState<Failure>();
  const query = useQuery(readPlan, { params: { on } });
  const plan = query.data?.plan;
  const busy = plan?.status === 'solving' || plan?.status === 'publishing';
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => void query.refresh(), LOOK_EVERY_MILLIS);
    return () => clearInterval(timer);
  }, [busy, query.refresh]);
  const draw = async () => {
    const answer = await drawOf(on, plan?.revision ?? 0);
    setFailure(answer.ok ? undefined : answer.failure);
    await query.refresh();
  };
  const done = () => {
    setStop(undefined);
    setRoute(undefined);
    setUpset(undefined);
    void query.refresh();
  };
  const say = (what: UpsetGiven) => {
    setStop(undefined);
    setRoute(undefined);
    setUpset(what);
  };
  const open = (requestId: string) => void go('coordinator/request', { requestId });
  const told = plan?.status === 'published';
  return (
    <Page
      title={t.title}
      backTo="coordinator/home"
      onRefresh={query.refresh}
      actions={
        plan ? (
          <PlanActions on={on} plan={plan} onChanged={query.refresh} onFailure={setFailure} />
        ) : undefined
      }
    >
      <Chips
        options={[t.today, t.tomorrow, t.after].map((text, days) => ({
          text,
          value: beijing(addDays(now(), days)).day,
        }))}
        value={on}
        onChoose={setOn}
      />
      <RefusalNotice failure={failure} />
      <QueryView query={query}>
        {({ plan: shown }) =>
          shown === undefined ? (
            <EmptyState
              icon="calendar"
              title={t.none}
              note={t.noneNote}
              action={<Button onTap={draw}>{t.draw}</Button>}
            />
          ) : (
            <>
              <PlanState plan={shown} />
              <UnmetList
                plan={shown}
                onOpen={open}
                onUrgent={told ? ({ requestId }) => say({ kind: 'urgent', requestId }) : undefined}
              />
              <Chips
                options={[
                  { value: 'list' as const, text: t.list },
                  { value: 'map' as const, text: t.map },
                ]}
                value={view}
                onChoose={setView}
              />
              {view === 'map' ? (
                <RouteMap plan={shown} />
              ) : (
                <RouteList plan={shown} onStop={setStop} onUpset={told ? setRoute : undefined} />
              )}
            </>
          )
        }
      </QueryView>
      {stop ? (
        <StopSheet
          on={on}
          stop={stop}
          onClose={done}
          onChanged={done}
          onOpen={open}
          onUpset={told ? say : undefined}
        />
      ) : null}
      {route ? <UpsetSheet route={route} onClose={done} onUpset={say} /> : null}
      {upset ? <RepairSheet on={on} upset={upset} onClose={done} onMended={done} /> : null}
    </Page>
  );
}
