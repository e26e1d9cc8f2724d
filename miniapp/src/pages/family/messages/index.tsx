import { readTimeline } from '@shared/history/history.contract';
import { InboxList } from '@/features/alerts/inbox-list';
import { ElderChips } from '@/features/elders/elder-chips';
import { mayBeSeen, useMyElders } from '@/features/elders/my-elders';
import { CallList } from '@/features/video-call/call-list';
import { messagesByDay } from '@/features/visit-log/messages-view';
import { visitLogText } from '@/features/visit-log/visit-log.text';
import { useLocale } from '@/i18n';
import { go, useQuery } from '@/platform';
import { Button, Card, EmptyState, Page, QueryView, Section, Timeline, useNow } from '@/ui';

/** 消息: what has happened around the elder, in sentences. */
export default function MessagesPage() {
  const mine = useMyElders();
  const { elder } = mine;
  const locale = useLocale();
  const now = useNow();
  const t = visitLogText[locale];
  const query = useQuery(
    readTimeline,
    elder && mayBeSeen(elder) ? { params: { elderId: elder.elderId }, query: { limit: 50 } } : undefined,
  );
  const open = (opens: { kind: 'visit' | 'request'; id: string }) =>
    opens.kind === 'visit'
      ? go('family/visit', { visitId: opens.id })
      : go('family/matching', { requestId: opens.id });
  return (
    <Page title={t.messages} tab="family/messages" onRefresh={query.refresh}>
      <InboxList onOpen={(alertId) => void go('family/alert', { alertId })} />
      <CallList onOpen={({ callId }) => void go('video/call', { callId })} />
      <ElderChips mine={mine} />
      <QueryView query={query}>
        {({ entries }) => {
          const days = messagesByDay(entries, now, locale);
          if (days.length === 0)
            return (
              <EmptyState
                icon="message"
                title={t.emptyMessages}
                note={t.emptyMessagesBody}
                action={
                  <Button onTap={() => go('family/request', elder ? { elderId: elder.elderId } : {})}>
                    {t.ask}
                  </Button>
                }
              />
            );
          return days.map(({ day, messages }) => (
            <Section key={day} title={day}>
              <Card>
                <Timeline
                  items={messages.map(({ opens, ...message }) =>
                    opens ? { ...message, onTap: () => void open(opens) } : message,
                  )}
                />
              </Card>
            </Section>
          ));
        }}
      </QueryView>
    </Page>
  );
}
