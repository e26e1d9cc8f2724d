import { listOpportunities, type Opportunity, takeOpportunity } from '@shared/time-bank/time-bank.contract';
import { useEffect, useState } from 'react';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import { distanceName, minutesName } from '@/platform/amounts';
import type { Failure } from '@/platform/client';
import { command } from '@/platform/command';
import { type Fix, readPosition } from '@/platform/position';
import { momentName } from '@/platform/time';
import { useQuery } from '@/platform/use-query';
import {
  Button,
  Card,
  EmptyState,
  Ends,
  QueryView,
  RefusalNotice,
  Second,
  Skeleton,
  Tag,
  Third,
  toast,
  useNow,
} from '@/ui';
import { timeBankText } from './time-bank.text';

/** A hundred metres are near enough to look around, and tell less. */
const coarse = ({ position }: Fix): string => `${position.lat.toFixed(3)},${position.lng.toFixed(3)}`;

interface OpportunityListProps {
  /** Absent for those who are not volunteers yet. */
  readonly onTaken: (() => void) | undefined;
  readonly onJoin: () => void;
}

/** 附近的志愿机会: by where one stands now, once, and never by where the elders live. */
export function OpportunityList({ onTaken, onJoin }: OpportunityListProps) {
  const t = timeBankText[useLocale()];
  const [here, setHere] = useState<Fix | null>();
  const look = async () => setHere(await readPosition());
  useEffect(() => {
    void readPosition().then(setHere);
  }, []);
  const found = useQuery(listOpportunities, here ? { query: { at: coarse(here) } } : undefined);
  if (here === undefined) return <Skeleton cards={2} />;
  if (here === null)
    return (
      <EmptyState
        icon="pin"
        title={t.noPlace}
        note={t.noPlaceNote}
        action={<Button onTap={look}>{t.again}</Button>}
      />
    );
  return (
    <QueryView query={found}>
      {({ opportunities }) =>
        opportunities.length === 0 ? (
          <EmptyState icon="leaf" title={t.nearNone} note={t.nearNoneNote} />
        ) : (
          <>
            <Third>{t.nearNote}</Third>
            {opportunities.map((each) => (
              <OpportunityCard
                key={each.requestId}
                one={each}
                onJoin={onJoin}
                onTaken={
                  onTaken &&
                  (() => {
                    void found.refresh();
                    onTaken();
                  })
                }
              />
            ))}
          </>
        )
      }
    </QueryView>
  );
}

function OpportunityCard({ one, onTaken, onJoin }: OpportunityListProps & { readonly one: Opportunity }) {
  const locale = useLocale();
  const t = timeBankText[locale];
  const now = useNow();
  const [failure, setFailure] = useState<Failure>();
  const take = async () => {
    const answer = await command(`take ${one.requestId}`, takeOpportunity, {
      params: { requestId: one.requestId },
      body: {},
    });
    if (!answer.ok) return setFailure(answer.failure);
    toast(t.taken);
    onTaken?.();
  };
  const earns = one.creditMinutes > 0 ? t.earns(minutesName(one.creditMinutes, locale)) : t.earnsNothing;
  return (
    <Card title={said(one.service, locale)} aside={<Tag tone="pine">{earns}</Tag>}>
      <Second>{momentName(one.startsAt, now, locale)}</Second>
      <Ends>
        <Second>{one.villageName}</Second>
        <Third>{t.away(distanceName(one.distanceMetres, locale))}</Third>
      </Ends>
      <RefusalNotice failure={failure} />
      <Button small kind={onTaken ? 'pine' : 'outline'} onTap={onTaken ? take : onJoin}>
        {onTaken ? t.take : t.join}
      </Button>
    </Card>
  );
}
