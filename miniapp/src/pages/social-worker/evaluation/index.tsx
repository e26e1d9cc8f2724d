import type { CaseIn } from '@shared/cases/case-file';
import type { CaseView } from '@shared/cases/case-view';
import { readCase, stepCase } from '@shared/cases/cases.contract';
import { allLevels, type Goal, levelText } from '@shared/cases/goal';
import { templateOf } from '@shared/cases/kind';
import { signCase } from '@shared/cases/supervision.contract';
import { printCaseSummary } from '@shared/documents/documents.contract';
import type { CaseId } from '@shared/kernel/ids';
import { addDays, beijing } from '@shared/kernel/instant';
import { useState } from 'react';
import { casesText } from '@/features/cases/cases.text';
import { MeasureCard } from '@/features/cases/measure-card';
import { TextRow } from '@/features/cases/text-row';
import { useChange } from '@/features/cases/use-change';
import { said, useLocale, useText } from '@/i18n';
import { call, command, type Failure, minutesName, now, reLaunch, usePageParams, useQuery } from '@/platform';
import { saveFile } from '@/platform/save-file';
import {
  Body,
  Button,
  Card,
  CheckRow,
  Chips,
  Notice,
  Page,
  QueryView,
  RefusalNotice,
  Second,
  Section,
  Stars,
  StatNumber,
  toast,
} from '@/ui';

/** 评估成效 and 结案: the same scales before and after, the goals, the elder's own words, and the summary. */
export default function EvaluationPage() {
  const caseId = usePageParams().caseId as CaseId;
  const text = useText(casesText);
  const query = useQuery(readCase, { params: { caseId } });
  return (
    <Page title={text.evaluation} backTo="social-worker/home" onRefresh={query.refresh}>
      <QueryView query={query}>{(view) => <Whole view={view} refresh={query.refresh} />}</QueryView>
    </Page>
  );
}

interface Given {
  readonly view: CaseView;
  readonly refresh: () => Promise<void>;
}

function Whole({ view, refresh }: Given) {
  const text = useText(casesText);
  const locale = useLocale();
  const { case: c, attainment } = view;
  const sum = (pick: (link: CaseView['chain'][number]) => number) =>
    view.chain.reduce((total, each) => total + pick(each), 0);
  const delivered = text.served(
    sum((each) => each.served),
    sum((each) => each.planned),
    minutesName(
      sum((each) => each.minutes),
      locale,
    ),
  );
  return (
    <>
      {attainment.before !== undefined && attainment.now !== undefined ? (
        <Card title={text.attainment}>
          <StatNumber
            value={text.twoScores(String(attainment.before), String(attainment.now))}
            note={text.attainmentNote}
            tone="plum"
          />
          <Second>{`${text.delivered}：${delivered}`}</Second>
        </Card>
      ) : null}
      {view.measures.map((measure) => (
        <MeasureCard key={measure.code} measure={measure} />
      ))}
      {c.status === 'evaluation' ? <Open c={c} view={view} refresh={refresh} /> : null}
      {c.status === 'closed' ? <Closed c={c} /> : null}
    </>
  );
}

function Closed({ c }: { readonly c: CaseIn<'closed'> }) {
  const text = useText(casesText);
  const last = c.rounds.at(-1);
  const [failure, setFailure] = useState<Failure>();
  const print = async () => {
    const answer = await call(printCaseSummary, { query: { caseId: c.caseId } });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) toast((await saveFile(answer.value)) ? text.printed : text.printFailed);
  };
  return (
    <>
      <RefusalNotice failure={failure} />
      <Button kind="outline" onTap={print}>
        {text.print}
      </Button>
      <Card title={text[`reason_${c.closing.reason}`]}>
        {last ? <Stars value={last.satisfaction ?? 0} /> : null}
        {c.closing.note ? <Second>{c.closing.note}</Second> : null}
      </Card>
      {last ? (
        <>
          <Card title={text.elderWords}>
            <Body>{last.elderWords}</Body>
          </Card>
          <Card title={text.summary}>
            <Body>{last.summary}</Body>
          </Card>
        </>
      ) : null}
    </>
  );
}

const WEEKS = [4, 12] as const;

function Open({ c, view, refresh }: Given & { readonly c: CaseIn<'evaluation'> }) {
  const text = useText(casesText);
  const locale = useLocale();
  const change = useChange(c.caseId, refresh);
  const [failure, setFailure] = useState<Failure>();
  const [weeks, setWeeks] = useState<readonly number[]>([4]);
  const row = { mayWrite: view.mayWrite, change: change.change };
  const params = { caseId: c.caseId };
  const close = async () => {
    const answer = await command(`close ${c.caseId}`, stepCase, {
      params,
      body: {
        to: 'closed',
        reason: 'goals_met',
        note: '',
        followUps: weeks.map((each) => beijing(addDays(now(), each * 7)).day),
      },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    await refresh();
    if (answer.ok) toast(text.closedNow);
  };
  const sign = async () => {
    const answer = await command(`sign ${c.caseId} evaluation`, signCase, {
      params,
      body: { under: 'evaluation', note: '' },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    await refresh();
  };
  const replan = async () => {
    const answer = await command(`replan ${c.caseId}`, stepCase, {
      params,
      body: { to: 'planning', why: '', next: { on: beijing(addDays(now(), 7)).day, what: text.plan } },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) await reLaunch('social-worker/home');
  };
  return (
    <>
      <Section title={text.mark}>
        {c.plan.goals.map((goal) => (
          <GoalMark key={goal.goalId} goal={goal} change={change} mayWrite={view.mayWrite} />
        ))}
      </Section>
      <Card title={text.satisfaction}>
        <Stars
          value={c.evaluation.satisfaction ?? 0}
          onRate={(satisfaction) =>
            void change.change({ act: 'evaluate', satisfaction, noAfter: c.evaluation.noAfter })
          }
        />
      </Card>
      <TextRow
        label={text.elderWords}
        field="evaluation.elderWords"
        value={c.evaluation.elderWords}
        {...row}
      />
      <TextRow
        label={text.familyWords}
        field="evaluation.familyWords"
        value={c.evaluation.familyWords}
        {...row}
      />
      <TextRow label={text.summary} field="evaluation.summary" value={c.evaluation.summary} {...row} />
      <Card title={text.followUp}>
        {WEEKS.map((each) => (
          <CheckRow
            key={each}
            checked={weeks.includes(each)}
            onTap={() =>
              setWeeks(weeks.includes(each) ? weeks.filter((one) => one !== each) : [...weeks, each])
            }
          >
            {text.inWeeks(each)}
          </CheckRow>
        ))}
      </Card>
      {templateOf(c.kind).signOff && view.maySign && !c.evaluation.signed ? (
        <Button small kind="pine" onTap={sign}>
          {text.sign}
        </Button>
      ) : null}
      <RefusalNotice failure={failure ?? change.failure} />
      {view.missing ? (
        <Notice>{`${text.stillMissing}：${said(view.missing, locale)}`}</Notice>
      ) : (
        <Button onTap={close}>{text.toClosed}</Button>
      )}
      {view.mayWrite ? (
        <Button kind="quiet" onTap={replan}>
          {text.backToPlanning}
        </Button>
      ) : null}
    </>
  );
}

interface GoalMarkProps {
  readonly goal: Goal;
  readonly change: ReturnType<typeof useChange>;
  readonly mayWrite: boolean;
}

function GoalMark({ goal, change, mayWrite }: GoalMarkProps) {
  const last = goal.marks.at(-1);
  return (
    <Card title={goal.words}>
      <Chips
        options={allLevels.map((level) => ({ value: String(level), text: levelText(goal, level) }))}
        value={last ? String(last.level) : undefined}
        onChoose={(value) => {
          const level = allLevels.find((each) => String(each) === value);
          if (mayWrite && level !== undefined)
            void change.change({ act: 'mark', goalId: goal.goalId, level, note: '' });
        }}
      />
    </Card>
  );
}
