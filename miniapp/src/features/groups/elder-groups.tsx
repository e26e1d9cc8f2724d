import type { ElderGroup } from '@shared/groups/membership.contract';
import { said, useLocale, useText } from '@/i18n';
import { momentName } from '@/platform';
import { Card, Second, Section, Tag, useNow } from '@/ui';
import { groupsText } from './groups.text';

/** The groups that the elder lets the family see: where, when next, and how often the elder went. */
export function ElderGroups({ groups }: { readonly groups: readonly ElderGroup[] }) {
  const text = useText(groupsText);
  const locale = useLocale();
  const at = useNow();
  if (groups.length === 0) return null;
  return (
    <Section title={text.family}>
      {groups.map((one) => (
        <Card key={one.groupId} title={one.name} aside={<Tag tone="plum">{said(one.state, locale)}</Tag>}>
          <Second>{[one.purpose, one.placeName, text.whose(one.workerName)].join(' · ')}</Second>
          {one.of > 0 ? <Second>{text.familyCame(one.came, one.of)}</Second> : null}
          {one.next ? (
            <Second>{text.next(momentName(one.next.startsAt, at, locale), one.next.title)}</Second>
          ) : null}
        </Card>
      ))}
    </Section>
  );
}
