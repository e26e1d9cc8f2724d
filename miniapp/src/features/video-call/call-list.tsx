import { type CallCard, listVideoCalls } from '@shared/video-calls/video-calls.contract';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import { momentName } from '@/platform';
import { useQuery } from '@/platform/use-query';
import { Card, EntryRow, IconBadge, Section, Tag, useNow } from '@/ui';
import { videoCallText } from './video-call.text';

const SHOWN = 5;

/** The latest calls in the inbox, the missed ones said first of all; a tap opens the call, from where one calls back. */
export function CallList({ onOpen }: { readonly onOpen: (call: CallCard) => void }) {
  const locale = useLocale();
  const t = videoCallText[locale];
  const now = useNow();
  const { data } = useQuery(listVideoCalls, {});
  const calls = data?.calls.slice(0, SHOWN) ?? [];
  if (calls.length === 0) return null;
  return (
    <Section title={t.inbox}>
      <Card flat>
        {calls.map((call) => (
          <EntryRow
            key={call.callId}
            lead={<IconBadge icon="video" tone={call.missed && !call.seen ? 'alarm' : 'sky'} />}
            title={said(call.sentence, locale)}
            note={momentName(call.invitedAt, now, locale)}
            aside={call.missed ? <Tag tone={call.seen ? 'grey' : 'alarm'}>{t.missed}</Tag> : null}
            onTap={() => onOpen(call)}
          />
        ))}
      </Card>
    </Section>
  );
}
