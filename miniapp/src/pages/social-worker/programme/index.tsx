import type { ProgrammeId } from '@shared/kernel/ids';
import { beijing } from '@shared/kernel/instant';
import { type ProgrammeGoal, progressOf } from '@shared/programmes/programme';
import { type ProgrammeView, readProgramme } from '@shared/programmes/programmes.contract';
import { programmeKindWords, programmeStateWords } from '@shared/programmes/words';
import { useState } from 'react';
import { GoalBar } from '@/features/programmes/goal-bar';
import { MeasureSheet, NewGoalSheet } from '@/features/programmes/goal-sheets';
import { ProgrammeActivities } from '@/features/programmes/programme-activities';
import { ProgrammeResources } from '@/features/programmes/programme-resources';
import { programmesText } from '@/features/programmes/programmes.text';
import { useProgramme } from '@/features/programmes/use-programme';
import { WorkHead } from '@/features/work-frame/work-head';
import { WorkStory } from '@/features/work-frame/work-story';
import { said, useLocale, useText } from '@/i18n';
import { go, minutesName, momentName, now, usePageParams, useQuery } from '@/platform';
import { Button, Card, EntryRow, ListRow, Page, QueryView, RefusalNotice, Section, useNow } from '@/ui';
import { ProgrammeClosing } from './closing';

/** One programme on one page: goals and their numbers, what it rests on, activities, briefs. */
export default function ProgrammePage() {
  const programmeId = usePageParams().programmeId as ProgrammeId;
  const text = useText(programmesText);
  const query = useQuery(readProgramme, { params: { programmeId } });
  return (
    <Page title={text.one} backTo="social-worker/groups" onRefresh={query.refresh}>
      <QueryView query={query}>{(view) => <Whole view={view} refresh={query.refresh} />}</QueryView>
    </Page>
  );
}

interface WholeProps {
  readonly view: ProgrammeView;
  readonly refresh: () => Promise<void>;
}

function Whole({ view, refresh }: WholeProps) {
  const text = useText(programmesText);
  const locale = useLocale();
  const at = useNow();
  const { programme: p, mayWrite, participated, briefs } = view;
  const { change, step, failure } = useProgramme(p.programmeId, refresh);
  const [sheet, setSheet] = useState<'goal'>();
  const [measured, setMeasured] = useState<ProgrammeGoal>();
  const summary = p.status === 'evaluated' ? p.evaluation.summary : p.rounds.at(-1)?.summary;
  const goes = mayWrite && (p.status === 'planning' || p.status === 'running');
  const others = participated.families + participated.neighbours + participated.officials;
  return (
    <>
      <WorkHead
        title={p.name}
        tag={said(programmeKindWords[p.kind], locale)}
        tone="plum"
        lines={[
          [said(programmeStateWords[p.status], locale), view.regionName].join(' · '),
          p.why,
          summary ?? '',
        ]}
      />
      <RefusalNotice failure={failure} />
      {mayWrite && p.status === 'planning' && p.goals.length > 0 ? (
        <Button onTap={() => step({ to: 'running' })}>{text.begin}</Button>
      ) : null}
      <Section title={text.goals}>
        {p.goals.map((goal) => {
          const { now: value, share } = progressOf(goal);
          return (
            <Card key={goal.goalId}>
              <GoalBar
                label={goal.words}
                value={text.toTarget(value, goal.target, goal.unit)}
                share={share}
              />
              {goes ? (
                <Button small kind="outline" onTap={() => setMeasured(goal)}>
                  {text.measure}
                </Button>
              ) : null}
            </Card>
          );
        })}
        {goes ? (
          <Button small kind="outline" onTap={() => setSheet('goal')}>
            {text.addGoal}
          </Button>
        ) : null}
      </Section>
      <ProgrammeResources
        view={view}
        may={goes}
        onUse={(resourceIds) => change({ act: 'resources', resourceIds })}
      />
      <ProgrammeActivities view={view} may={goes} change={change} refresh={refresh} />
      {participated.held > 0 ? (
        <Card flat>
          <ListRow label={text.participated} value={text.took(participated.elders, others)} />
          <ListRow label={text.credit} value={minutesName(participated.minutesCredited, locale)} />
        </Card>
      ) : null}
      <Section title={text.briefs}>
        {briefs.length > 0 ? (
          <Card flat>
            {briefs.map((each) => (
              <EntryRow
                key={each.briefId}
                title={each.title}
                note={momentName(each.sentAt, at, locale)}
                aside={text.answered(each.answers)}
                onTap={() => void go('social-worker/brief', { briefId: each.briefId })}
              />
            ))}
          </Card>
        ) : null}
        {mayWrite && p.status !== 'closed' ? (
          <Button
            small
            kind="outline"
            onTap={() => go('social-worker/brief', { programmeId: p.programmeId })}
          >
            {text.writeBrief}
          </Button>
        ) : null}
      </Section>
      <WorkStory
        title={text.timeline}
        items={view.timeline.map((item) => ({ key: item.key, at: item.at, title: item.text }))}
      />
      {mayWrite ? <ProgrammeClosing programme={p} step={step} /> : null}
      <NewGoalSheet
        open={sheet === 'goal'}
        onClose={() => setSheet(undefined)}
        onSend={(goalId, words) => change({ act: 'goal', goalId, words })}
      />
      <MeasureSheet
        goal={measured}
        onClose={() => setMeasured(undefined)}
        onSend={(goalId, value) =>
          change({ act: 'measure', goalId, on: beijing(now()).day, value, note: '' })
        }
      />
    </>
  );
}
