import { isPlanned } from '@shared/cases/case-file';
import type { CaseView } from '@shared/cases/case-view';
import { readCase } from '@shared/cases/cases.contract';
import { levelNow, levelText } from '@shared/cases/goal';
import { templateOf } from '@shared/cases/kind';
import type { Intervention } from '@shared/cases/plan';
import { signCase } from '@shared/cases/supervision.contract';
import type { CaseId, InterventionId } from '@shared/kernel/ids';
import { useState } from 'react';
import { ArrangeSheet } from '@/features/cases/arrange-sheet';
import { Bar } from '@/features/cases/bar';
import { casesText } from '@/features/cases/cases.text';
import { ConsentSheet } from '@/features/cases/consent-sheet';
import { GoalSheet } from '@/features/cases/goal-sheet';
import { InterventionCard } from '@/features/cases/intervention-card';
import { InterventionSheet } from '@/features/cases/intervention-sheet';
import { StepAction } from '@/features/cases/step-action';
import { useChange } from '@/features/cases/use-change';
import { useText } from '@/i18n';
import { command, type Failure, go, usePageParams, useQuery, yuanName } from '@/platform';
import { Button, Card, ListRow, Notice, Page, QueryView, RefusalNotice, Second, Section, Third } from '@/ui';

/** 计划: goals in the elder's own words, what is done for them, who pays, and the yes to all of it. */
export default function PlanPage() {
  const caseId = usePageParams().caseId as CaseId;
  const text = useText(casesText);
  const query = useQuery(readCase, { params: { caseId } });
  return (
    <Page title={text.plan} backTo="social-worker/home" onRefresh={query.refresh}>
      <QueryView query={query}>{(view) => <PlanWhole view={view} refresh={query.refresh} />}</QueryView>
    </Page>
  );
}

const LEVELS = 4;

function PlanWhole({ view, refresh }: { readonly view: CaseView; readonly refresh: () => Promise<void> }) {
  const text = useText(casesText);
  const change = useChange(view.case.caseId, refresh);
  const [sheet, setSheet] = useState<'goal' | 'intervention' | 'consent'>();
  const [arranging, setArranging] = useState<InterventionId>();
  const [failure, setFailure] = useState<Failure>();
  const { case: c, elder, mayWrite } = view;
  const plan = 'plan' in c ? c.plan : undefined;
  if (!plan) return null;
  const open = mayWrite && (c.status === 'planning' || c.status === 'intervention');
  const agreed = plan.agreed;
  const stands = agreed?.revision === plan.revision;
  const sign = async () => {
    const answer = await command(`sign ${c.caseId} ${String(plan.revision)}`, signCase, {
      params: { caseId: c.caseId },
      body: { under: 'plan', note: '' },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    await refresh();
  };
  const going = plan.interventions.find((each) => each.interventionId === arranging);
  const link = (each: Intervention) => view.chain.find((one) => one.interventionId === each.interventionId);
  return (
    <>
      <Section title={text.goals}>
        {plan.goals.map((goal, index) => (
          <Card key={goal.goalId}>
            <Bar
              label={`${text.goal(index + 1)}　${goal.words}`}
              value={levelText(goal, levelNow(goal))}
              share={(levelNow(goal) + 2) / LEVELS}
            />
            <Third>{text.familyHoped(levelText(goal, 0))}</Third>
          </Card>
        ))}
        {open ? (
          <Button small kind="outline" onTap={() => setSheet('goal')}>
            {text.addGoal}
          </Button>
        ) : null}
      </Section>
      <Section title={text.interventions}>
        {plan.interventions.map((each) => {
          return (
            <InterventionCard
              key={each.interventionId}
              intervention={each}
              link={link(each)}
              onOpenVisit={(visitId) => void go('social-worker/visit', { visitId })}
              onOpenGroup={(groupId) => void go('social-worker/group', { groupId })}
            >
              {each.words.kind === 'service' && c.status === 'intervention' && mayWrite ? (
                <Button small onTap={() => setArranging(each.interventionId)}>
                  {text.arrange}
                </Button>
              ) : null}
            </InterventionCard>
          );
        })}
        {open && plan.goals.length > 0 ? (
          <Button small kind="outline" onTap={() => setSheet('intervention')}>
            {text.addIntervention}
          </Button>
        ) : null}
      </Section>
      <Section title={text.costs}>
        <Card flat>
          {view.costs.length === 0 ? <ListRow label={text.free} /> : null}
          {view.costs.map(({ payer, costFen }) => (
            <ListRow key={payer} label={text[`payer_${payer}`]} value={yuanName(costFen)} />
          ))}
        </Card>
      </Section>
      <Section title={text.consent}>
        {agreed ? (
          <Card>
            <Second>{text.consentGiven(agreed.consent.name)}</Second>
            <Third>{agreed.consent.how}</Third>
          </Card>
        ) : null}
        {agreed && !stands ? <Notice>{text.consentOld}</Notice> : null}
        {open && !stands && plan.goals.length > 0 ? (
          <Button small kind="pine" onTap={() => setSheet('consent')}>
            {text.consentAsk}
          </Button>
        ) : null}
        {templateOf(c.kind).signOff ? (
          <Card title={text.signOff}>
            <Second>{plan.signed ? text.signed(view.names[plan.signed.by] ?? '') : text.unsigned}</Second>
            {view.maySign && plan.signed?.revision !== plan.revision ? (
              <Button small kind="pine" onTap={sign}>
                {text.sign}
              </Button>
            ) : null}
          </Card>
        ) : null}
      </Section>
      <RefusalNotice failure={failure ?? change.failure} />
      {mayWrite && isPlanned(c) && c.status !== 'evaluation' ? (
        <StepAction view={view} refresh={refresh} />
      ) : null}
      <GoalSheet open={sheet === 'goal'} kind={c.kind} change={change} onClose={() => setSheet(undefined)} />
      <InterventionSheet
        open={sheet === 'intervention'}
        kind={c.kind}
        goals={plan.goals}
        change={change}
        onClose={() => setSheet(undefined)}
      />
      <ConsentSheet
        open={sheet === 'consent'}
        to="plan"
        elderName={elder.name}
        change={change}
        onClose={() => setSheet(undefined)}
      />
      {going && going.words.kind === 'service' ? (
        <ArrangeSheet
          key={going.interventionId}
          open
          caseId={c.caseId}
          interventionId={going.interventionId}
          serviceCode={going.words.serviceCode}
          title={going.words.what}
          onClose={() => setArranging(undefined)}
          onDone={refresh}
        />
      ) : null}
    </>
  );
}
