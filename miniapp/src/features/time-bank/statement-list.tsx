import { readStatement, type StatementLine } from '@shared/time-bank/time-bank.contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useLocale } from '@/i18n/use-text';
import { call, type Failure } from '@/platform/client';
import type { Query } from '@/platform/use-query';
import { aria, Button, Card, EmptyState, QueryView, RefusalNotice, Section, Third, Title } from '@/ui';
import { lineView, settledOnly } from './line-view';
import './time-bank.scss';
import { timeBankText } from './time-bank.text';

type Statement = { lines: StatementLine[]; next?: string | undefined };

interface StatementListProps {
  readonly query: Query<Statement & { unreadable: string[] }>;
  readonly elderId: string | undefined;
  readonly onOpenVisit: (visitId: string) => void;
}

/** 明细: newest first, each line with the story behind it, page after page. */
export function StatementList({ query, elderId, onOpenVisit }: StatementListProps) {
  const t = timeBankText[useLocale()];
  const [earlier, setEarlier] = useState<Statement>();
  const [failure, setFailure] = useState<Failure>();
  const more = async (after: string) => {
    const answer = await call(readStatement, {
      query: { after, ...(elderId === undefined ? {} : { elderId: elderId as never }) },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    setEarlier({ ...answer.value, lines: [...(earlier?.lines ?? []), ...answer.value.lines] });
  };
  return (
    <Section title={t.lines}>
      <QueryView query={query} skeletonCards={1}>
        {(first) => {
          const lines = settledOnly([...first.lines, ...(earlier?.lines ?? [])]);
          const next = earlier ? earlier.next : first.next;
          if (lines.length === 0)
            return <EmptyState icon="clock" title={t.none} note={elderId ? t.noneElder : t.noneNote} />;
          return (
            <>
              <Card flat>
                {lines.map((line) => (
                  <Line key={`${line.transferId} ${line.effect}`} line={line} onOpenVisit={onOpenVisit} />
                ))}
              </Card>
              <RefusalNotice failure={failure} />
              {next ? (
                <Button kind="quiet" onTap={() => more(next)}>
                  {t.more}
                </Button>
              ) : null}
            </>
          );
        }}
      </QueryView>
    </Section>
  );
}

interface LineProps {
  readonly line: StatementLine;
  readonly onOpenVisit: (visitId: string) => void;
}

/** With a visit behind it the line leads there. */
function Line({ line, onOpenVisit }: LineProps) {
  const { visitId } = line;
  const view = lineView(line, useLocale());
  const tone = view.tone ? ` nl-tone--${view.tone} time-bank-line__minutes--in` : '';
  return (
    <View
      className="time-bank-line"
      {...(visitId === undefined
        ? {}
        : {
            onClick: () => onOpenVisit(visitId),
            hoverClass: 'nl-pressed',
            ...aria('button', `${view.title}，${view.minutes}`),
          })}
    >
      <View className="time-bank-line__words">
        <Title>{view.title}</Title>
        <Third>{view.note}</Third>
      </View>
      <Text className={`time-bank-line__minutes${tone}`}>{view.minutes}</Text>
      {visitId === undefined ? null : <Text className="nl-chevron">›</Text>}
    </View>
  );
}
