import { type Instant, instantOf, millisOf } from '@shared/kernel/instant';
import { listRequestsOfElder } from '@shared/service-requests/requests.contract';
import { useMemo } from 'react';
import { ElderChips } from '@/features/elders/elder-chips';
import { mayBeSeen, useMyElders } from '@/features/elders/my-elders';
import { comingByDay } from '@/features/requests/coming';
import { ComingList } from '@/features/requests/coming-list';
import { requestText } from '@/features/requests/requests.text';
import { useLocale } from '@/i18n';
import { go, now, useQuery } from '@/platform';
import { Button, EmptyState, Notice, Page, QueryView } from '@/ui';

const HALF_A_DAY_MILLIS = 12 * 3_600_000;
const SIXTY_DAYS_MILLIS = 60 * 86_400_000;
const shifted = (at: Instant, by: number): Instant => instantOf(millisOf(at) + by);

/** 安排: everything that is coming, who comes, and what still looks for somebody. */
export default function SchedulePage() {
  const mine = useMyElders();
  const { elder } = mine;
  const locale = useLocale();
  const t = requestText[locale];
  // One span for as long as the page is open, or every render would ask anew.
  const span = useMemo(() => {
    const at = now();
    return { from: shifted(at, -HALF_A_DAY_MILLIS), to: shifted(at, SIXTY_DAYS_MILLIS) };
  }, []);
  const query = useQuery(
    listRequestsOfElder,
    elder && mayBeSeen(elder) ? { params: { elderId: elder.elderId }, query: span } : undefined,
  );
  const ask = () => go('family/request', elder ? { elderId: elder.elderId } : {});
  return (
    <Page title={t.schedule} tab="family/schedule" onRefresh={query.refresh}>
      <ElderChips mine={mine} />
      <QueryView query={query}>
        {({ requests, unreadable }) => {
          const days = comingByDay(requests, now(), locale);
          return (
            <>
              {unreadable.length > 0 ? <Notice>{t.unreadable(unreadable.length)}</Notice> : null}
              {days.length === 0 ? (
                <EmptyState
                  icon="calendar"
                  title={t.emptySchedule}
                  note={t.emptyScheduleBody}
                  action={<Button onTap={ask}>{t.ask}</Button>}
                />
              ) : (
                <ComingList days={days} onOpen={(requestId) => void go('family/matching', { requestId })} />
              )}
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
