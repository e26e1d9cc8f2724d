import { currentInstrument } from '@shared/assessments/instruments';
import { printGroupReport } from '@shared/documents/documents.contract';
import type { GroupView } from '@shared/groups/group-view';
import { readGroup } from '@shared/groups/groups.contract';
import { themes } from '@shared/groups/theme';
import { absenceWords, groupReasonWords, groupWordsOf, sessionStateWords } from '@shared/groups/words';
import type { ElderId, GroupId } from '@shared/kernel/ids';
import { useState } from 'react';
import { ConsentForm } from '@/features/assessing/consent-form';
import { BeforeAfter } from '@/features/groups/before-after-chart';
import { EvaluateSheet } from '@/features/groups/evaluate-sheet';
import { groupsText } from '@/features/groups/groups.text';
import { TextSheet } from '@/features/groups/text-sheet';
import { useGroup } from '@/features/groups/use-group';
import { WorkHead } from '@/features/work-frame/work-head';
import { WorkStory } from '@/features/work-frame/work-story';
import { said, useLocale, useText } from '@/i18n';
import { call, callPhone, go, minutesName, momentName, usePageParams, useQuery } from '@/platform';
import { saveFile } from '@/platform/save-file';
import {
  Avatar,
  Button,
  Card,
  EntryRow,
  ListRow,
  Notice,
  Page,
  QueryView,
  RefusalNotice,
  Second,
  Section,
  Tag,
  toast,
  useNow,
} from '@/ui';

/** One group on one page: who, when, how it goes before and after, and what comes next. */
export default function GroupPage() {
  const groupId = usePageParams().groupId as GroupId;
  const text = useText(groupsText);
  const query = useQuery(readGroup, { params: { groupId } });
  return (
    <Page title={text.groups} backTo="social-worker/groups" onRefresh={query.refresh}>
      <QueryView query={query}>{(view) => <GroupWhole view={view} refresh={query.refresh} />}</QueryView>
    </Page>
  );
}

const answersOf = ({ before, after }: GroupView['measures'][number]): number =>
  (before ? 1 : 0) + (after ? 1 : 0);
const byAnswers = (a: GroupView['measures'][number], b: GroupView['measures'][number]): number =>
  answersOf(b) - answersOf(a);

type Sheet = 'evaluate' | 'dissolve' | 'reopen';

function GroupWhole({ view, refresh }: { readonly view: GroupView; readonly refresh: () => Promise<void> }) {
  const text = useText(groupsText);
  const locale = useLocale();
  const at = useNow();
  const { group: g, members, sessions, measures, mayWrite, report, instrument } = view;
  const { change, step, failure } = useGroup(g.groupId, refresh);
  const [sheet, setSheet] = useState<Sheet>();
  const [asked, setAsked] = useState<{ readonly elderId: ElderId; readonly name: string }>();
  const [called, setCalled] = useState<GroupView['calls'][number]>();
  const scale = currentInstrument(instrument.code);
  const joined = members.filter((each) => each.status === 'joined').length;
  const waiting = members.filter((each) => each.status === 'invited').length;
  const print = async () => {
    const answer = await call(printGroupReport, { params: { groupId: g.groupId } });
    if (!answer.ok || !(await saveFile(answer.value))) toast(text.printFailed);
  };
  return (
    <>
      <WorkHead
        title={g.name}
        tag={said(groupWordsOf[g.status], locale)}
        tone={g.status === 'running' ? 'pine' : 'plum'}
        lines={[
          [said(themes[g.theme].name, locale), view.villageName, g.place.name].join(' · '),
          g.purpose,
          text.whose(view.names[g.responsible] ?? ''),
        ]}
      />
      <RefusalNotice failure={failure} />
      {mayWrite && (g.status === 'forming' || g.status === 'running') ? (
        view.missing ? (
          <Notice>{`${text.stillMissing}：${said(view.missing, locale)}`}</Notice>
        ) : g.status === 'forming' ? (
          <Button onTap={() => step({ to: 'running' })}>{text.begin}</Button>
        ) : null
      ) : null}
      {mayWrite && g.status === 'running' && report.held > 0 ? (
        <Button kind={view.missing ? 'outline' : 'primary'} onTap={() => setSheet('evaluate')}>
          {text.evaluate}
        </Button>
      ) : null}
      {mayWrite && g.status === 'evaluated' ? (
        <Button onTap={() => step({ to: 'closed', reason: 'goals_met', why: '' })}>{text.close}</Button>
      ) : null}
      {view.calls.length > 0 ? (
        <Section title={text.calls}>
          {view.calls.map((each) => (
            <Card key={each.elderId} title={each.name} edge="wheat">
              <Second>{[text.missed(each.missed), said(absenceWords[each.why], locale)].join(' · ')}</Second>
              {each.phone ? (
                <Button small kind="pine" icon="phone" onTap={() => void callPhone(each.phone ?? '')}>
                  {text.callNow(each.phone)}
                </Button>
              ) : null}
              {mayWrite ? (
                <Button small kind="outline" onTap={() => setCalled(each)}>
                  {text.call}
                </Button>
              ) : null}
            </Card>
          ))}
        </Section>
      ) : null}
      {report.held > 0 ? (
        <Section title={text.report}>
          <Card flat>
            <ListRow label={text.attendance} value={text.attendanceOf(report.came, report.expected)} />
            <ListRow label={text.credit} value={minutesName(report.minutesCredited, locale)} />
            <ListRow label={text.measures} value={text.changes(report.better, report.same, report.worse)} />
            {g.status === 'closed' ? (
              <ListRow label={text.closeWhy} value={said(groupReasonWords[g.closing.reason], locale)} />
            ) : null}
          </Card>
          <Button small kind="outline" onTap={print}>
            {text.print}
          </Button>
        </Section>
      ) : null}
      <Section title={text.members}>
        <Card flat>
          <EntryRow
            title={text.membersOf(joined, waiting)}
            note={members
              .filter((each) => each.status === 'joined')
              .map((each) => each.callName)
              .join('、')}
            onTap={() => void go('social-worker/group-members', { groupId: g.groupId })}
          />
        </Card>
      </Section>
      {view.goals.length > 0 ? (
        <Section title={text.goals}>
          <Card flat>
            {view.goals.map((goal) => (
              <EntryRow
                key={`${goal.caseId} ${goal.words}`}
                lead={<Avatar name={goal.elderName} tone="plum" />}
                title={`「${goal.words}」`}
                note={text.goalNow(goal.elderName, goal.now, goal.hoped)}
                onTap={() => void go('social-worker/plan', { caseId: goal.caseId })}
              />
            ))}
          </Card>
        </Section>
      ) : null}
      <Section title={text.sessions}>
        {sessions.length > 0 ? (
          <Card flat>
            {sessions.map((each) => (
              <EntryRow
                key={each.groupSessionId}
                title={each.title}
                note={[momentName(each.startsAt, at, locale), ...each.workers.map(({ name }) => name)].join(
                  ' · ',
                )}
                aside={
                  <Tag tone={each.status === 'held' ? 'pine' : each.status === 'planned' ? 'wheat' : 'grey'}>
                    {each.status === 'held'
                      ? `${each.attendance.filter(({ came }) => came).length}/${each.attendance.length}`
                      : said(sessionStateWords[each.status], locale)}
                  </Tag>
                }
                onTap={() =>
                  void go('social-worker/group-session', {
                    groupId: g.groupId,
                    groupSessionId: each.groupSessionId,
                  })
                }
              />
            ))}
          </Card>
        ) : null}
        {mayWrite && (g.status === 'forming' || g.status === 'running') ? (
          <Button
            small
            kind="outline"
            onTap={() => go('social-worker/group-session', { groupId: g.groupId })}
          >
            {text.addSession}
          </Button>
        ) : null}
      </Section>
      {measures.length > 0 ? (
        <Section
          title={text.measures}
          aside={<Second>{instrument.lowerIsBetter ? text.lower : text.higher}</Second>}
        >
          <Second>{said(instrument.name, locale)}</Second>
          {/* Who can be compared first, then who was asked before. */}
          {[...measures].sort(byAnswers).map((each) => (
            <Card key={each.elderId}>
              <BeforeAfter measure={each} />
              {each.sentence ? <Second>{said(each.sentence, locale)}</Second> : null}
              {!mayWrite || g.status === 'closed' ? null : each.open ? (
                <Button
                  small
                  kind="outline"
                  onTap={() => go('social-worker/assessment', { assessmentId: each.open ?? '' })}
                >
                  {text.goOn}
                </Button>
              ) : (
                <Button small kind="outline" onTap={() => setAsked(each)}>
                  {text.ask}
                </Button>
              )}
            </Card>
          ))}
        </Section>
      ) : null}
      <WorkStory
        title={text.timeline}
        items={view.timeline.map((item) => ({ key: item.key, at: item.at, title: item.text }))}
      />
      {mayWrite && g.status === 'forming' ? (
        <Button kind="quiet" onTap={() => setSheet('dissolve')}>
          {text.dissolve}
        </Button>
      ) : null}
      {mayWrite && (g.status === 'evaluated' || g.status === 'closed') ? (
        <Button kind="quiet" onTap={() => setSheet('reopen')}>
          {text.reopen}
        </Button>
      ) : null}
      <EvaluateSheet
        open={sheet === 'evaluate'}
        measures={measures}
        failure={failure}
        onClose={() => setSheet(undefined)}
        onSend={(words) => step({ to: 'evaluated', ...words })}
      />
      <TextSheet
        open={sheet === 'dissolve'}
        title={text.dissolve}
        label={text.closeWhy}
        action={text.dissolve}
        onClose={() => setSheet(undefined)}
        onSend={(why) => step({ to: 'closed', reason: 'too_few', why })}
      />
      <TextSheet
        open={sheet === 'reopen'}
        title={text.reopen}
        label={text.reopenWhy}
        action={text.reopen}
        onClose={() => setSheet(undefined)}
        onSend={(why) => step({ to: 'reopened', why })}
      />
      <TextSheet
        open={called !== undefined}
        title={called?.name ?? ''}
        label={text.callNote}
        action={text.record}
        onClose={() => setCalled(undefined)}
        onSend={async (note) =>
          called
            ? change({
                act: 'call',
                groupSessionId: called.groupSessionId,
                elderId: called.elderId,
                note: note.slice(0, 200),
              })
            : false
        }
      />
      {asked && scale ? (
        <ConsentForm
          key={asked.elderId}
          open
          elderId={asked.elderId}
          elderName={asked.name}
          instrument={scale}
          onClose={() => setAsked(undefined)}
          onBegun={(assessmentId) => {
            setAsked(undefined);
            void go('social-worker/assessment', { assessmentId });
          }}
        />
      ) : null}
    </>
  );
}
