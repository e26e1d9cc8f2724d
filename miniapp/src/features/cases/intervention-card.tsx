import type { ChainLink } from '@shared/cases/case-view';
import type { Intervention } from '@shared/cases/plan';
import type { GroupId, VisitId } from '@shared/kernel/ids';
import type { ReactNode } from 'react';
import { said, useLocale, useText } from '@/i18n';
import { minutesName, momentName } from '@/platform';
import { Card, EntryRow, ListRow, Second, Tag, useNow } from '@/ui';
import { planText } from './plan.text';

interface InterventionCardProps {
  readonly intervention: Intervention;
  readonly link: ChainLink | undefined;
  readonly onOpenGroup: (groupId: GroupId) => void;
  readonly onOpenVisit: (visitId: VisitId) => void;
  readonly children?: ReactNode;
}

/** What is done for a goal, and what came of it: who visited and for how long, or how often the elder went. */
export function InterventionCard({
  intervention,
  link,
  onOpenGroup,
  onOpenVisit,
  children,
}: InterventionCardProps) {
  const text = useText(planText);
  const locale = useLocale();
  const at = useNow();
  const { words } = intervention;
  const visits = (link?.requests ?? []).flatMap((each) => each.visits);
  return (
    <Card title={words.what} aside={<Tag tone="pine">{text[`payer_${words.payer}`]}</Tag>}>
      {words.kind === 'service' ? (
        <Second>
          {link && link.planned > 0
            ? text.served(link.served, link.planned, minutesName(link.minutes, locale))
            : text.notArranged}
        </Second>
      ) : (
        <Second>{text[`kind_${words.kind}`]}</Second>
      )}
      {visits.map((visit) => (
        <ListRow
          key={visit.visitId}
          label={`${visit.helperName} · ${momentName(visit.startsAt, at, locale)}`}
          value={visit.minutes > 0 ? minutesName(visit.minutes, locale) : said(visit.state, locale)}
          onTap={() => onOpenVisit(visit.visitId)}
        />
      ))}
      {words.kind === 'group' && (link?.groups.length ?? 0) === 0 ? <Second>{text.noGroup}</Second> : null}
      {(link?.groups ?? []).map((group) => (
        <EntryRow
          key={group.groupId}
          title={group.name}
          note={[
            said(group.state, locale),
            ...(group.of > 0
              ? [text.wentOf(group.came, group.of, minutesName(group.minutesCredited, locale))]
              : []),
          ].join(' · ')}
          onTap={() => onOpenGroup(group.groupId)}
        />
      ))}
      {children}
    </Card>
  );
}
