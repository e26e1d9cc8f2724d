import { listGroupWorkers } from '@shared/groups/groups.contract';
import { sessionStateWords } from '@shared/groups/words';
import type { ProgrammeId } from '@shared/kernel/ids';
import { beijing, isBefore } from '@shared/kernel/instant';
import type { Activity } from '@shared/programmes/activity';
import { type ProgrammeGoal, progressOf } from '@shared/programmes/programme';
import {
  keepActivity,
  listResources,
  type ProgrammeView,
  readProgramme,
} from '@shared/programmes/programmes.contract';
import { programmeKindWords, programmeStateWords } from '@shared/programmes/words';
import type { Region } from '@shared/regions/region';
import { listRegions } from '@shared/regions/regions.contract';
import { useState } from 'react';
import { TextSheet } from '@/features/groups/text-sheet';
import { KeepActivitySheet, PlanActivitySheet } from '@/features/programmes/activity-sheets';
import { GoalBar } from '@/features/programmes/goal-bar';
import { MeasureSheet, NewGoalSheet } from '@/features/programmes/goal-sheets';
import { middleOf } from '@/features/programmes/middle-of';
import { programmesText } from '@/features/programmes/programmes.text';
import { ResourceMap } from '@/features/programmes/resource-map';
import { useProgramme } from '@/features/programmes/use-programme';
import { said, useLocale, useText } from '@/i18n';
import { command, type Failure, go, minutesName, momentName, now, usePageParams, useQuery } from '@/platform';
import {
  Button,
  Card,
  CheckRow,
  EntryRow,
  ListRow,
  Page,
  QueryView,
  RefusalNotice,
  Second,
  Section,
  Tag,
  Timeline,
  useNow,
} from '@/ui';

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
  const [sheet, setSheet] = useState<'goal' | 'evaluate' | 'reopen'>();
  const [measured, setMeasured] = useState<ProgrammeGoal>();
  const goes = mayWrite && (p.status === 'planning' || p.status === 'running');
  const others = participated.families + participated.neighbours + participated.officials;
  return (
    <>
      <Card title={p.name} aside={<Tag tone="plum">{said(programmeKindWords[p.kind], locale)}</Tag>}>
        <Second>{[said(programmeStateWords[p.status], locale), view.regionName].join(' · ')}</Second>
        <Second>{p.why}</Second>
        {p.status === 'evaluated' ? <Second>{p.evaluation.summary}</Second> : null}
      </Card>
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
      <Resources view={view} may={goes} onUse={(resourceIds) => change({ act: 'resources', resourceIds })} />
      <Activities view={view} may={goes} change={change} refresh={refresh} />
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
      <Section title={text.timeline}>
        <Card>
          <Timeline
            items={view.timeline.map((item) => ({
              key: item.key,
              title: said(item.text, locale),
              note: momentName(item.at, at, locale),
              done: true,
            }))}
          />
        </Card>
      </Section>
      {mayWrite && p.status === 'running' ? (
        <Button kind="outline" onTap={() => setSheet('evaluate')}>
          {text.evaluate}
        </Button>
      ) : null}
      {mayWrite && p.status === 'evaluated' ? (
        <Button onTap={() => step({ to: 'closed', why: '' })}>{text.close}</Button>
      ) : null}
      {mayWrite && (p.status === 'evaluated' || p.status === 'closed') ? (
        <Button kind="quiet" onTap={() => setSheet('reopen')}>
          {text.reopen}
        </Button>
      ) : null}
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
      <TextSheet
        open={sheet === 'evaluate'}
        title={text.evaluate}
        label={text.summary}
        action={text.save}
        onClose={() => setSheet(undefined)}
        onSend={(summary) => step({ to: 'evaluated', summary, learned: '' })}
      />
      <TextSheet
        open={sheet === 'reopen'}
        title={text.reopen}
        label={text.reopenWhy}
        action={text.reopen}
        onClose={() => setSheet(undefined)}
        onSend={(why) => step({ to: 'reopened', why })}
      />
    </>
  );
}

interface ResourcesProps {
  readonly view: ProgrammeView;
  readonly may: boolean;
  readonly onUse: (resourceIds: ProgrammeView['programme']['resourceIds']) => Promise<boolean>;
}

function Resources({ view, may, onUse }: ResourcesProps) {
  const text = useText(programmesText);
  const { regionCode, resourceIds } = view.programme;
  const all = useQuery(listResources, may ? { query: { regionCode } } : undefined);
  const centre = middleOf(view.resources);
  return (
    <Section title={text.resources}>
      {centre ? <ResourceMap centre={centre} resources={view.resources} /> : null}
      {may && all.data && all.data.resources.length === 0 ? <Second>{text.resourcesNone}</Second> : null}
      {may && all.data && all.data.resources.length > 0 ? (
        <Card flat>
          {all.data.resources.slice(0, 12).map(({ resourceId, name, what }) => (
            <CheckRow
              key={resourceId}
              checked={resourceIds.includes(resourceId)}
              onTap={async () => {
                await onUse(
                  resourceIds.includes(resourceId)
                    ? resourceIds.filter((each) => each !== resourceId)
                    : [...resourceIds, resourceId],
                );
              }}
            >
              {`${name}：${what}`}
            </CheckRow>
          ))}
        </Card>
      ) : null}
    </Section>
  );
}

interface ActivitiesProps extends WholeProps {
  readonly may: boolean;
  readonly change: ReturnType<typeof useProgramme>['change'];
}

function Activities({ view, may, change, refresh }: ActivitiesProps) {
  const text = useText(programmesText);
  const locale = useLocale();
  const at = useNow();
  const { programme: p, activities } = view;
  const isVillage = p.regionCode.length === 12;
  const regions = useQuery(
    listRegions,
    may && isVillage ? { query: { parent: p.regionCode.slice(0, 9) } } : undefined,
  );
  const village: Region | undefined = regions.data?.regions.find(({ code }) => code === p.regionCode);
  const workers = useQuery(
    listGroupWorkers,
    may && isVillage ? { query: { villageCode: p.regionCode } } : undefined,
  );
  const [planning, setPlanning] = useState(false);
  const [kept, setKept] = useState<Activity>();
  const [failure, setFailure] = useState<Failure>();
  return (
    <Section title={text.activities}>
      <RefusalNotice failure={failure} />
      {activities.map((each) => (
        <Card
          key={each.activityId}
          title={each.title}
          aside={
            <Tag tone={each.status === 'held' ? 'pine' : 'wheat'}>
              {said(sessionStateWords[each.status], locale)}
            </Tag>
          }
        >
          <Second>{[momentName(each.startsAt, at, locale), each.place.name].join(' · ')}</Second>
          <Second>{each.workers.map(({ name }) => name).join('、')}</Second>
          {each.status === 'held' ? (
            <Second>
              {[
                text.took(
                  each.participation.elders,
                  each.participation.families + each.participation.neighbours + each.participation.officials,
                ),
                each.outcome,
              ]
                .filter(Boolean)
                .join('。')}
            </Second>
          ) : null}
          {each.status === 'planned' && !isBefore(at, each.startsAt) ? (
            <Button small onTap={() => setKept(each)}>
              {text.keep}
            </Button>
          ) : null}
        </Card>
      ))}
      {may && village ? (
        <Button small kind="outline" onTap={() => setPlanning(true)}>
          {text.addActivity}
        </Button>
      ) : null}
      {village ? (
        <PlanActivitySheet
          open={planning}
          village={village}
          workers={(workers.data?.workers ?? []).map(({ personId, name, helperId }) => ({
            personId,
            name,
            ...(helperId ? { helperId } : {}),
          }))}
          onClose={() => setPlanning(false)}
          onSend={(activityId, words) => change({ act: 'activity', activityId, words })}
        />
      ) : null}
      <KeepActivitySheet
        key={kept?.activityId ?? ''}
        activity={kept}
        onClose={() => setKept(undefined)}
        onSend={async (activity, participation, outcome, workersCame) => {
          const answer = await command(`keep ${activity.activityId}`, keepActivity, {
            params: { programmeId: p.programmeId, activityId: activity.activityId },
            body: { participation, outcome, workersCame },
          });
          setFailure(answer.ok ? undefined : answer.failure);
          await refresh();
          return answer.ok;
        }}
      />
    </Section>
  );
}
