import { minutes as minutesShape } from '@shared/kernel/quantity';
import type { VisitCard } from '@shared/visits/card';
import { listAttention, resolveVisit } from '@shared/visits/visits.contract';
import { useState } from 'react';
import { queueText } from '@/features/queue/queue.text';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { command, type Failure, useQuery } from '@/platform';
import {
  Button,
  Card,
  Chips,
  EmptyState,
  Field,
  Page,
  QueryView,
  RefusalNotice,
  Second,
  Sheet,
  Tag,
  toast,
} from '@/ui';

/** 留意: visits that nobody came to, that are late, or that a family has called into question. */
export default function CoordinatorAttentionPage() {
  const locale = useLocale();
  const t = queueText[locale];
  const query = useQuery(listAttention, {});
  const [settling, setSettling] = useState<VisitCard>();
  return (
    <Page title={t.attention} tab="coordinator/attention" onRefresh={query.refresh}>
      <QueryView query={query}>
        {({ visits }) =>
          visits.length === 0 ? (
            <EmptyState icon="shield" title={t.attentionNone} note={t.attentionNoneNote} />
          ) : (
            visits.map((card) => (
              <Card
                key={card.visit.visitId}
                title={`${card.elder.callName} · ${said(card.service, locale)}`}
                aside={<Tag tone="wheat">{stateOf(card, t)}</Tag>}
              >
                <Second>{said(card.sentence, locale)}</Second>
                {card.visit.status === 'disputed' ? (
                  <>
                    <Second>{card.visit.reason}</Second>
                    <Button small onTap={() => setSettling(card)}>
                      {t.resolve}
                    </Button>
                  </>
                ) : null}
              </Card>
            ))
          )
        }
      </QueryView>
      {settling ? (
        <ResolveSheet
          card={settling}
          onClose={() => setSettling(undefined)}
          onSettled={() => {
            setSettling(undefined);
            void query.refresh();
          }}
        />
      ) : null}
    </Page>
  );
}

const stateOf = ({ visit }: VisitCard, t: (typeof queueText)['zh-CN']): string =>
  ({ disputed: t.disputed, missed: t.missed, scheduled: t.late })[visit.status as 'disputed'] ?? t.running;

interface ResolveSheetProps {
  readonly card: VisitCard;
  readonly onClose: () => void;
  readonly onSettled: () => void;
}

function ResolveSheet({ card, onClose, onSettled }: ResolveSheetProps) {
  const t = queueText[useLocale()];
  const [outcome, setOutcome] = useState<'stands' | 'partly' | 'void'>('stands');
  const [note, setNote] = useState('');
  const [part, setPart] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const { visitId } = card.visit;
  const counted = minutesShape.safeParse(Number(part));
  const send = async () => {
    const answer = await command(`resolve ${visitId}`, resolveVisit, {
      params: { visitId },
      body: {
        outcome,
        note: note.trim(),
        ...(outcome === 'partly' && counted.success ? { minutesCredited: counted.data } : {}),
      },
    });
    if (!answer.ok) return setFailure(answer.failure);
    toast(t.resolved);
    onSettled();
  };
  return (
    <Sheet
      open
      title={t.resolveTitle}
      onClose={onClose}
      actions={
        <Button disabled={note.trim() === ''} onTap={send}>
          {t.resolve}
        </Button>
      }
    >
      <Chips
        options={(['stands', 'partly', 'void'] as const).map((value) => ({ value, text: t.outcomes[value] }))}
        value={outcome}
        onChoose={setOutcome}
      />
      {outcome === 'partly' ? (
        <Field kind="number" label={t.minutes} value={part} onChange={setPart} maxLength={4} />
      ) : null}
      <Field kind="paragraph" label={t.resolveNote} value={note} onChange={setNote} maxLength={500} />
      <RefusalNotice failure={failure} />
    </Sheet>
  );
}
