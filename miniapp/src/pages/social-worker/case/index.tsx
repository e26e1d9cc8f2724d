import { currentInstrument } from '@shared/assessments/instruments';
import type { CaseView } from '@shared/cases/case-view';
import { readCase } from '@shared/cases/cases.contract';
import { templateOf } from '@shared/cases/kind';
import { stageWords } from '@shared/cases/words';
import type { CaseId } from '@shared/kernel/ids';
import { useState } from 'react';
import { ConsentForm } from '@/features/assessing/consent-form';
import { casesText } from '@/features/cases/cases.text';
import { ConsentSheet } from '@/features/cases/consent-sheet';
import { MeasureCard } from '@/features/cases/measure-card';
import { NoteSheet } from '@/features/cases/note-sheet';
import { StepAction } from '@/features/cases/step-action';
import { SupportMap } from '@/features/cases/support-map';
import { TextRow } from '@/features/cases/text-row';
import { useChange } from '@/features/cases/use-change';
import { healthText } from '@/features/health/health.text';
import { WorkHead } from '@/features/work-frame/work-head';
import { WorkStory } from '@/features/work-frame/work-story';
import { said, useLocale, useText } from '@/i18n';
import { dayName, go, usePageParams, useQuery } from '@/platform';
import { noonOf } from '@/platform/time';
import {
  Button,
  Card,
  CheckRow,
  ListRow,
  Page,
  QueryView,
  RefusalNotice,
  Second,
  Section,
  useNow,
} from '@/ui';

/** One case on one page: where it stands, what is next, and everything that happened, newest first. */
export default function CasePage() {
  const caseId = usePageParams().caseId as CaseId;
  const text = useText(casesText);
  const query = useQuery(readCase, { params: { caseId } });
  return (
    <Page title={text.title} backTo="social-worker/home" onRefresh={query.refresh}>
      <QueryView query={query}>{(view) => <CaseWhole view={view} refresh={query.refresh} />}</QueryView>
    </Page>
  );
}

function CaseWhole({ view, refresh }: { readonly view: CaseView; readonly refresh: () => Promise<void> }) {
  const text = useText(casesText);
  const locale = useLocale();
  const at = useNow();
  const { case: c, elder, mayWrite, measures } = view;
  const change = useChange(c.caseId, refresh);
  const [consenting, setConsenting] = useState(false);
  const [noting, setNoting] = useState(false);
  const [asking, setAsking] = useState<string>();
  const template = templateOf(c.kind);
  const instrument = asking === undefined ? undefined : currentInstrument(asking);
  const row = { mayWrite, change: change.change };
  return (
    <>
      <WorkHead
        title={`${elder.name}　${text.years(elder.age)} ${elder.livesAlone ? text.alone : text.notAlone}`}
        tag={said(template.name, locale)}
        tone={c.restricted ? 'alarm' : 'plum'}
        lines={[
          [said(stageWords[c.status], locale), elder.villageName, text[`ability_${elder.ability}`]].join(
            ' · ',
          ),
          c.referral.text,
          text.whose(view.names[c.responsible] ?? ''),
        ]}
      >
        {'next' in c ? (
          <ListRow
            label={text.next}
            value={text.whenWhat(dayName(noonOf(c.next.on), at, locale), c.next.what)}
          />
        ) : null}
      </WorkHead>
      {mayWrite || c.status === 'referral' || c.status === 'closed' ? (
        <StepAction view={view} refresh={refresh} />
      ) : null}
      <RefusalNotice failure={change.failure} />
      {'intake' in c ? (
        <>
          <TextRow label={text.presenting} field="intake.presenting" value={c.intake.presenting} {...row} />
          <TextRow label={text.household} field="intake.household" value={c.intake.household} {...row} />
          {c.status === 'intake' ? (
            <Card title={text.consent}>
              {c.intake.consent ? (
                <Second>{`${c.intake.consent.consent.name} · ${c.intake.consent.consent.how}`}</Second>
              ) : (
                <Button kind="pine" onTap={() => setConsenting(true)}>
                  {text.consentElder}
                </Button>
              )}
            </Card>
          ) : null}
        </>
      ) : null}
      {template.steps.length > 0 && c.status !== 'closed' ? (
        <Card title={text.steps}>
          {template.steps.map((step) => (
            <CheckRow
              key={step.code}
              checked={c.done[step.code] !== undefined}
              {...(mayWrite && !c.done[step.code]
                ? {
                    onTap: () => void change.change({ act: 'do_step', code: step.code, note: text.stepDone }),
                  }
                : {})}
            >
              {said(step, locale)}
            </CheckRow>
          ))}
        </Card>
      ) : null}
      {c.status === 'referral' || c.status === 'intake' || c.status === 'declined' ? null : (
        <Section title={text.measures}>
          {measures.map((measure) => (
            <MeasureCard key={measure.code} measure={measure}>
              {!mayWrite || c.status === 'closed' ? null : measure.open ? (
                <Button
                  small
                  kind="outline"
                  onTap={() => go('social-worker/assessment', { assessmentId: measure.open ?? '' })}
                >
                  {text.goOn}
                </Button>
              ) : (
                <Button small kind="outline" onTap={() => setAsking(measure.code)}>
                  {measure.before ? text.again : text.begin}
                </Button>
              )}
            </MeasureCard>
          ))}
        </Section>
      )}
      {'estimate' in c && c.estimate ? (
        <>
          <TextRow label={text.needs} field="estimate.needs" value={c.estimate.needs} {...row} />
          <TextRow label={text.strengths} field="estimate.strengths" value={c.estimate.strengths} {...row} />
          <TextRow label={text.risks} field="estimate.risks" value={c.estimate.risks} {...row} />
        </>
      ) : null}
      {'plan' in c && c.plan ? (
        <Button kind="outline" onTap={() => go('social-worker/plan', { caseId: c.caseId })}>
          {text.openPlan}
        </Button>
      ) : null}
      {c.status === 'evaluation' || c.status === 'closed' ? (
        <Button kind="outline" onTap={() => go('social-worker/evaluation', { caseId: c.caseId })}>
          {text.openEvaluation}
        </Button>
      ) : null}
      <Button
        kind="outline"
        icon="pulse"
        onTap={() => go('social-worker/health', { elderId: elder.elderId })}
      >
        {healthText[locale].open}
      </Button>
      <Section title={text.map}>
        {c.supportMap.length === 0 ? (
          <Second>{text.mapEmpty}</Second>
        ) : (
          <SupportMap name={elder.callName} people={c.supportMap} />
        )}
        {mayWrite && 'next' in c ? (
          <Button small kind="outline" onTap={() => go('social-worker/support-map', { caseId: c.caseId })}>
            {text.mapAdd}
          </Button>
        ) : null}
      </Section>
      {mayWrite && 'next' in c && !c.restricted ? (
        <Card flat>
          <CheckRow
            checked={c.sharing?.family === 'plan'}
            onTap={() =>
              void change.change({
                act: 'share',
                family: c.sharing?.family === 'plan' ? 'nothing' : 'plan',
              })
            }
          >
            {text.shareOn}
          </CheckRow>
        </Card>
      ) : null}
      <WorkStory
        title={text.timeline}
        items={view.timeline.map(({ key, at: when, kind, title, text: words }) => ({
          key,
          at: when,
          title,
          text: words,
          ...(kind === 'visit' ? { onTap: () => void go('social-worker/visit', { visitId: key }) } : {}),
        }))}
      >
        {mayWrite ? (
          <Button small kind="outline" onTap={() => setNoting(true)}>
            {text.addNote}
          </Button>
        ) : null}
      </WorkStory>
      <ConsentSheet
        open={consenting}
        to="service"
        elderName={elder.name}
        change={change}
        onClose={() => setConsenting(false)}
      />
      <NoteSheet caseId={c.caseId} open={noting} onClose={() => setNoting(false)} onDone={refresh} />
      {instrument ? (
        <ConsentForm
          key={instrument.code}
          open
          elderId={elder.elderId}
          elderName={elder.name}
          instrument={instrument}
          onClose={() => setAsking(undefined)}
          onBegun={(assessmentId) => {
            setAsking(undefined);
            void go('social-worker/assessment', { assessmentId });
          }}
        />
      ) : null}
    </>
  );
}
