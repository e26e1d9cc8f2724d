import type { VisitCard } from '@shared/visits/card';
import { mustBeFixed, openExceptions } from '@shared/visits/exceptions-of';
import { exceptionSentence } from '@shared/visits/sentence';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { momentName } from '@/platform';
import { Avatar, Card, EntryRow, Second, Tag, type Tone, useNow } from '@/ui';
import { queueText } from './queue.text';

const tones: Readonly<Record<string, Tone>> = { disputed: 'wheat', missed: 'alarm' };

/** What only has to be seen waits behind what somebody has to do; within each the newest comes first, as it was. */
export const urgentFirst = (cards: readonly VisitCard[]): VisitCard[] => {
  const onlySeen = ({ visit }: VisitCard): boolean =>
    (visit.status === 'checked_out' || visit.status === 'confirmed') && !mustBeFixed(visit);
  return [...cards.filter((card) => !onlySeen(card)), ...cards.filter(onlySeen)];
};

interface AttentionListProps {
  readonly cards: readonly VisitCard[];
  readonly onOpen: (visitId: string) => void;
}

/** Visits that want a look: disputed, missed, late, not ended, or out of the ordinary; what must be put right first. */
export function AttentionList({ cards, onOpen }: AttentionListProps) {
  const locale = useLocale();
  const at = useNow();
  const t = queueText[locale];
  const stateOf = ({ visit }: VisitCard): string => {
    const known = { disputed: t.disputed, missed: t.missed, scheduled: t.late, checked_in: t.running };
    const open = openExceptions(visit);
    return (
      known[visit.status as 'disputed'] ??
      (open.some(({ kind }) => kind === 'must_fix') ? t.mustFix : t.acknowledge(open.length))
    );
  };
  const toneOf = ({ visit }: VisitCard): Tone =>
    tones[visit.status] ?? (mustBeFixed(visit) ? 'alarm' : 'wheat');
  return (
    <>
      {cards.map((card) => (
        <Card key={card.visit.visitId} edge={toneOf(card)}>
          <EntryRow
            lead={<Avatar name={card.elder.name} tone="wheat" />}
            title={`${card.elder.callName} · ${said(card.service, locale)}`}
            note={`${momentName(card.visit.startsAt, at, locale)} · ${card.visit.helperName}`}
            onTap={() => onOpen(card.visit.visitId)}
          />
          <Tag tone={toneOf(card)}>{stateOf(card)}</Tag>
          {card.visit.status === 'disputed' ? (
            <Second>{`${t.familySays(card.visit.reason)}。${t.look}`}</Second>
          ) : (
            openExceptions(card.visit).map((each) => (
              <Second key={`${each.code} ${each.at}`}>{said(exceptionSentence(each), locale)}</Second>
            ))
          )}
        </Card>
      ))}
    </>
  );
}
