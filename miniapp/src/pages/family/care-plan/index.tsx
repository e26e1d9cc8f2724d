import { type CarePlan, commentOnPlan, readCarePlans } from '@shared/cases/care-plan.contract';
import { listElderGroups } from '@shared/groups/membership.contract';
import type { ElderId } from '@shared/kernel/ids';
import { useState } from 'react';
import { Bar } from '@/features/cases/bar';
import { casesText } from '@/features/cases/cases.text';
import { ElderGroups } from '@/features/groups/elder-groups';
import { said, useLocale, useText } from '@/i18n';
import { command, dayName, type Failure, minutesName, momentName, usePageParams, useQuery } from '@/platform';
import { noonOf } from '@/platform/time';
import {
  Button,
  Card,
  EmptyState,
  Field,
  Page,
  Panel,
  QueryView,
  RefusalNotice,
  Second,
  Section,
  Third,
  toast,
  useNow,
} from '@/ui';

/** 照护计划: what the elder lets the family see, in words, with room for a word back. */
export default function CarePlanPage() {
  const elderId = usePageParams().elderId as ElderId;
  const text = useText(casesText);
  const query = useQuery(readCarePlans, { params: { elderId } });
  const groups = useQuery(listElderGroups, { params: { elderId } });
  return (
    <Page title={text.family} backTo="family/home" onRefresh={query.refresh}>
      <QueryView query={query}>
        {({ plans }) =>
          plans.length === 0 && (groups.data?.groups.length ?? 0) > 0 ? null : plans.length === 0 ? (
            <EmptyState icon="leaf" title={text.familyNone} note={text.familyNoneNote} />
          ) : (
            plans.map((plan) => <OnePlan key={plan.caseId} plan={plan} refresh={query.refresh} />)
          )
        }
      </QueryView>
      <ElderGroups groups={groups.data?.groups ?? []} />
    </Page>
  );
}

const LEVELS = 4;

function OnePlan({ plan, refresh }: { readonly plan: CarePlan; readonly refresh: () => Promise<void> }) {
  const text = useText(casesText);
  const locale = useLocale();
  const at = useNow();
  const [words, setWords] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const send = async () => {
    const answer = await command(`comment ${plan.caseId}`, commentOnPlan, {
      params: { caseId: plan.caseId },
      body: { text: words.trim() },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    setWords('');
    toast(text.sent);
    await refresh();
  };
  return (
    <>
      <Panel tone="plum" title={`${said(plan.kindName, locale)} · ${said(plan.stage, locale)}`}>
        {[
          text.familyWorker(plan.workerName),
          ...(plan.next ? [text.familyNext(dayName(noonOf(plan.next.on), at, locale), plan.next.what)] : []),
        ].join('。')}
      </Panel>
      {plan.goals.map((goal, index) => (
        <Card key={goal.goalId}>
          <Bar
            label={`${text.goal(index + 1)}　${goal.words}`}
            value={goal.now}
            share={(goal.level + 2) / LEVELS}
          />
          <Third>{text.familyHoped(goal.hoped)}</Third>
        </Card>
      ))}
      <Section title={text.familyDoes}>
        {plan.interventions.map((each) => (
          <Card key={each.interventionId} title={each.what}>
            <Second>
              {[
                said(each.payer, locale),
                ...(each.planned > 0
                  ? [text.served(each.served, each.planned, minutesName(each.minutes, locale))]
                  : []),
              ].join(' · ')}
            </Second>
          </Card>
        ))}
      </Section>
      {plan.measures.length > 0 ? (
        <Section title={text.familyMeasures}>
          {plan.measures.map((each) => (
            <Card key={each.name.en} title={said(each.name, locale)}>
              <Second>{said(each.sentence, locale)}</Second>
            </Card>
          ))}
        </Section>
      ) : null}
      <Section title={text.comments}>
        {plan.comments.map((each) => (
          <Card key={`${each.byName} ${each.at}`} title={each.byName} aside={momentName(each.at, at, locale)}>
            <Second>{each.text}</Second>
          </Card>
        ))}
        <Field label={text.commentHint} kind="paragraph" value={words} onChange={setWords} maxLength={500} />
        <RefusalNotice failure={failure} />
        <Button disabled={words.trim() === ''} onTap={send}>
          {text.send}
        </Button>
      </Section>
    </>
  );
}
