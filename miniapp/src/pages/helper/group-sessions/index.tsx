import { listWorkSessions, type WorkSession } from '@shared/groups/sessions.contract';
import { dutyWords } from '@shared/groups/words';
import { AttendanceForm } from '@/features/groups/attendance-form';
import { groupsText } from '@/features/groups/groups.text';
import { said, useLocale, useText } from '@/i18n';
import { minutesName, momentName, useQuery, useSession } from '@/platform';
import { Card, EmptyState, Page, QueryView, Second, Tag, useNow } from '@/ui';

/** 小组活动: those at which one works, with how members are called, and the list where one keeps it. */
export default function WorkSessionsPage() {
  const text = useText(groupsText);
  const query = useQuery(listWorkSessions, {});
  return (
    <Page title={text.mine} backTo="account" onRefresh={query.refresh}>
      <QueryView query={query}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <EmptyState icon="people" title={text.mineNone} note={text.mineNoneNote} />
          ) : (
            sessions.map((one) => <OneSession key={one.groupSessionId} one={one} refresh={query.refresh} />)
          )
        }
      </QueryView>
    </Page>
  );
}

function OneSession({ one, refresh }: { readonly one: WorkSession; readonly refresh: () => Promise<void> }) {
  const text = useText(groupsText);
  const locale = useLocale();
  const at = useNow();
  const self = useSession((session) => session.signedIn?.person.personId);
  return (
    <>
      <Card
        title={`${one.groupName} · ${one.title}`}
        aside={<Tag tone={one.status === 'held' ? 'pine' : 'wheat'}>{said(one.state, locale)}</Tag>}
        {...(one.waits ? { edge: 'wheat' as const } : {})}
      >
        <Second>
          {[momentName(one.startsAt, at, locale), one.placeName, minutesName(one.minutes, locale)].join(
            ' · ',
          )}
        </Second>
        <Second>{one.plan}</Second>
        {one.duties.length > 0 ? (
          <Second>{one.duties.map((duty) => said(dutyWords[duty], locale)).join('、')}</Second>
        ) : null}
        <Second>{`${text.members}：${one.members.map(({ callName }) => callName).join('、')}`}</Second>
        {one.creditedMinutes ? <Second>{`+${minutesName(one.creditedMinutes, locale)}`}</Second> : null}
      </Card>
      {one.waits ? (
        <AttendanceForm
          groupId={one.groupId}
          groupSessionId={one.groupSessionId}
          members={one.members.map(({ elderId, callName }) => ({ elderId, name: callName }))}
          workers={one.workers}
          self={self}
          onDone={refresh}
        />
      ) : null}
    </>
  );
}
