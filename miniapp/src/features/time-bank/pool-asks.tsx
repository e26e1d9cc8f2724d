import { listPoolAsks, type PoolAskView } from '@shared/time-bank/pool.contract';
import { useState } from 'react';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import { dayName } from '@/platform/time';
import { useQuery } from '@/platform/use-query';
import { Button, Card, EmptyState, Panel, QueryView, Second, Tag, Third, useNow } from '@/ui';
import { HardshipSheet } from './hardship-sheet';
import { poolsText } from './pools.text';

/** Families that ask for the pool, the poorest and most dependent first, each with why it stands there. */
export function PoolAsks() {
  const t = poolsText[useLocale()];
  const query = useQuery(listPoolAsks, {});
  const [open, setOpen] = useState<PoolAskView>();
  return (
    <QueryView query={query} skeletonCards={1}>
      {({ asks }) =>
        asks.length === 0 ? (
          <EmptyState icon="leaf" title={t.asksNone} note={t.asksNoneNote} />
        ) : (
          <>
            <Second>{t.asksLead}</Second>
            {asks.map((ask) => (
              <AskCard key={ask.elderId} ask={ask} onLook={() => setOpen(ask)} />
            ))}
            {open ? (
              <HardshipSheet
                elderId={open.elderId}
                elderName={open.elderName}
                level={open.level}
                onClose={() => setOpen(undefined)}
                onRecorded={() => {
                  setOpen(undefined);
                  void query.refresh();
                }}
              />
            ) : null}
          </>
        )
      }
    </QueryView>
  );
}

function AskCard({ ask, onLook }: { readonly ask: PoolAskView; readonly onLook: () => void }) {
  const locale = useLocale();
  const t = poolsText[locale];
  const now = useNow();
  const reasons = ask.reasons.map((each) => said(each, locale)).join(locale === 'zh-CN' ? '、' : ', ');
  return (
    <Card
      title={`${ask.elderName} · ${ask.villageName}`}
      aside={<Tag tone={ask.tier === 'third' ? 'grey' : 'wheat'}>{t.tier[ask.tier]}</Tag>}
    >
      <Second>{reasons || t.why_none}</Second>
      <Panel tone="wheat" title={t.says(t.levels[ask.level])}>
        {ask.why}
      </Panel>
      <Third>{t.from(ask.askedByName, dayName(ask.askedAt, now, locale))}</Third>
      <Button small kind="pine" onTap={onLook}>
        {t.look}
      </Button>
    </Card>
  );
}
