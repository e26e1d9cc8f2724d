import type { GroupCard as Card_ } from '@shared/groups/group-view';
import { said, useLocale, useText } from '@/i18n';
import { go, momentName } from '@/platform';
import { Card, Second, Tag, Third, useNow } from '@/ui';
import { groupsText } from './groups.text';

/** One group of the list: what it is, how it goes, and what waits. */
export function GroupCard({ one }: { readonly one: Card_ }) {
  const text = useText(groupsText);
  const locale = useLocale();
  const at = useNow();
  const waits = one.next?.past === true && one.status === 'running';
  return (
    <Card
      title={one.name}
      aside={<Tag tone={one.status === 'running' ? 'pine' : 'plum'}>{said(one.state, locale)}</Tag>}
      onTap={() => void go('social-worker/group', { groupId: one.groupId })}
      {...(waits || one.calls > 0 ? { edge: 'wheat' as const } : {})}
    >
      <Second>{[said(one.themeName, locale), one.villageName, one.placeName].join(' · ')}</Second>
      <Second>
        {[text.membersOf(one.members, one.invited), text.sessionsOf(one.held, one.planned)].join(' · ')}
      </Second>
      {one.next ? (
        <Third>
          {[
            ...(waits ? [text.waits] : []),
            text.next(momentName(one.next.startsAt, at, locale), one.next.title),
          ].join('　')}
        </Third>
      ) : null}
      {one.calls > 0 ? <Third>{text.callsDue(one.calls)}</Third> : null}
    </Card>
  );
}
