import { listGroupWorkers } from '@shared/groups/sessions.contract';
import { sessionStateWords } from '@shared/groups/words';
import { isBefore } from '@shared/kernel/instant';
import type { Activity } from '@shared/programmes/activity';
import { keepActivity, type ProgrammeView } from '@shared/programmes/programmes.contract';
import type { Region } from '@shared/regions/region';
import { listRegions } from '@shared/regions/regions.contract';
import { useState } from 'react';
import { said, useLocale, useText } from '@/i18n';
import { command, type Failure, momentName, useQuery } from '@/platform';
import { Button, Card, RefusalNotice, Second, Section, Tag, useNow } from '@/ui';
import { KeepActivitySheet, PlanActivitySheet } from './activity-sheets';
import { programmesText } from './programmes.text';
import type { UseProgramme } from './use-programme';

interface ProgrammeActivitiesProps {
  readonly view: ProgrammeView;
  readonly refresh: () => Promise<void>;
  readonly may: boolean;
  readonly change: UseProgramme['change'];
}

/** What is held, who works there, how many took part and what came of it. */
export function ProgrammeActivities({ view, may, change, refresh }: ProgrammeActivitiesProps) {
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
