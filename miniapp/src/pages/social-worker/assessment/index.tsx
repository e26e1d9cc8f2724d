import type { Circumstances } from '@shared/assessments/ability-level';
import { answerSecond, saveAnswers, submitAssessment } from '@shared/assessments/assessments.contract';
import { optionOf } from '@shared/assessments/instrument';
import { instrumentOf } from '@shared/assessments/instruments';
import type { AssessmentId } from '@shared/kernel/ids';
import { useState } from 'react';
import { firstOpen } from '@/features/assessing/answer-shelf';
import { assessingText } from '@/features/assessing/assessing.text';
import { CircumstancesCard } from '@/features/assessing/circumstances-card';
import { QuestionCard } from '@/features/assessing/question-card';
import { useAnswers } from '@/features/assessing/use-answers';
import { said, useLocale, useText } from '@/i18n';
import { back, command, type Failure, usePageParams } from '@/platform';
import {
  Body,
  Button,
  ButtonRow,
  Card,
  ErrorState,
  Field,
  ListRow,
  Notice,
  Page,
  Panel,
  RefusalNotice,
  Section,
  Sheet,
  Skeleton,
  Title,
  toast,
} from '@/ui';

const nothingElse: Circumstances = { coma: false, dementia: false, mentalDisorder: false, riskEvents: [] };

/** 评估: one question a screen, each tap kept, workable without network; then the second assessor's look. */
export default function AssessmentPage() {
  const assessmentId = usePageParams().assessmentId as AssessmentId;
  const text = useText(assessingText);
  const locale = useLocale();
  const { view, query, answers, waiting, offline, failure, conflict, choose, settle, flush } =
    useAnswers(assessmentId);
  const [at, setAt] = useState<number>();
  const [given, setGiven] = useState<Circumstances>();
  const [refusal, setRefusal] = useState<Failure>();
  const [returning, setReturning] = useState(false);
  const [why, setWhy] = useState('');

  if (view === undefined)
    return (
      <Page title={text.title} backTo="social-worker/home">
        {query.failure ? <ErrorState failure={query.failure} onRetry={query.refresh} /> : <Skeleton />}
      </Page>
    );
  const { assessment } = view;
  const instrument = instrumentOf(assessment.instrument);
  const codes = instrument.items.map(({ code }) => code);
  const open = codes.filter((code) => answers[code] === undefined).length;
  const index = at ?? firstOpen(codes, answers);
  const item = assessment.status === 'open' ? instrument.items[index] : undefined;
  const circumstances = given ?? assessment.circumstances ?? nothingElse;
  const params = { assessmentId };

  const after = async (answer: { ok: true } | { ok: false; failure: Failure }, done: string) => {
    setRefusal(answer.ok ? undefined : answer.failure);
    if (answer.ok) toast(done);
    await query.refresh();
  };
  const submit = async () => {
    if (!(await flush())) return;
    if (instrument.circumstances) {
      const saved = await command(`circumstances ${assessmentId}`, saveAnswers, {
        params,
        body: { answers: [], circumstances },
      });
      if (!saved.ok) return setRefusal(saved.failure);
    }
    await after(
      await command(`submit ${assessmentId}`, submitAssessment, { params, body: {} }),
      text.submitted,
    );
  };
  const second = async (agree: boolean) =>
    after(
      await command(`second ${assessmentId}`, answerSecond, {
        params,
        body: agree ? { agree: true, note: '' } : { agree: false, why: why.trim() },
      }),
      agree ? text.agreed : text.returned,
    );

  const actions =
    assessment.status === 'second' && !view.mine ? (
      <ButtonRow>
        <Button kind="outline" onTap={() => setReturning(true)}>
          {text.disagree}
        </Button>
        <Button kind="pine" onTap={() => second(true)}>
          {text.agree}
        </Button>
      </ButtonRow>
    ) : assessment.status === 'open' ? (
      <ButtonRow>
        <Button kind="outline" disabled={index === 0} onTap={() => setAt(Math.max(0, index - 1))}>
          {text.before}
        </Button>
        {item ? (
          <Button disabled={answers[item.code] === undefined} onTap={() => setAt(index + 1)}>
            {text.later}
          </Button>
        ) : open > 0 && !circumstances.coma ? (
          <Button onTap={() => setAt(firstOpen(codes, answers))}>{text.goBack}</Button>
        ) : (
          <Button onTap={submit}>{instrument.assessors === 2 ? text.submitTwo : text.submit}</Button>
        )}
      </ButtonRow>
    ) : (
      <Button onTap={() => back('social-worker/home')}>{text.back}</Button>
    );

  return (
    <Page
      title={said(instrument.name, locale)}
      subtitle={view.elderName}
      backTo="social-worker/home"
      actions={actions}
    >
      {offline ? <Notice>{text.offline(waiting)}</Notice> : null}
      <RefusalNotice failure={failure ?? refusal} />
      {assessment.status === 'open' && assessment.sentBack ? (
        <Notice>{text.sentBack(assessment.sentBack.why)}</Notice>
      ) : null}
      {conflict ? (
        <Card title={text.conflict} edge="wheat">
          <Body>{text.yours(conflict.yours)}</Body>
          <Body>{text.theirs(conflict.theirs)}</Body>
          <ButtonRow>
            <Button kind="outline" small onTap={() => settle(false)}>
              {text.leaveTheirs}
            </Button>
            <Button small onTap={() => settle(true)}>
              {text.keepMine}
            </Button>
          </ButtonRow>
        </Card>
      ) : null}
      {item ? (
        <QuestionCard
          key={item.code}
          item={item}
          index={index}
          count={codes.length}
          answer={answers[item.code]}
          onAnswer={(answer) => {
            choose(item.code, answer);
            setAt(index + 1);
          }}
        />
      ) : null}
      {assessment.status === 'open' && !item ? (
        <>
          <Panel tone={open === 0 ? 'pine' : 'wheat'} title={open === 0 ? text.allDone : text.left(open)}>
            {said(instrument.introduction, locale)}
          </Panel>
          {instrument.circumstances ? <CircumstancesCard value={circumstances} onChange={setGiven} /> : null}
        </>
      ) : null}
      {assessment.status === 'second' ? (
        <Notice tone="sky">{view.mine ? text.mineWaiting : text.waiting}</Notice>
      ) : null}
      {view.sentence ? (
        <Panel tone="plum" title={text.result}>
          {said(view.sentence, locale)}
        </Panel>
      ) : null}
      {assessment.status === 'open' ? null : (
        <Section title={text.answers}>
          <Card flat>
            {instrument.items.map((each) => {
              const answer = answers[each.code];
              const chosen = answer && 'choice' in answer ? optionOf(each, answer.choice) : undefined;
              const words = chosen
                ? said(chosen, locale)
                : answer && 'skipped' in answer
                  ? text[answer.skipped]
                  : '—';
              return <ListRow key={each.code} label={said(each, locale)} value={words} />;
            })}
          </Card>
        </Section>
      )}
      <Sheet
        open={returning}
        title={text.disagree}
        onClose={() => setReturning(false)}
        actions={
          <Button
            disabled={why.trim() === ''}
            onTap={async () => {
              await second(false);
              setReturning(false);
            }}
          >
            {text.disagree}
          </Button>
        }
      >
        <Title>{text.disagreeWhy}</Title>
        <Field label={text.disagreeWhy} kind="paragraph" value={why} onChange={setWhy} maxLength={500} />
      </Sheet>
    </Page>
  );
}
