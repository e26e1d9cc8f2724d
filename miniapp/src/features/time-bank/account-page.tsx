import type { ElderId } from '@shared/kernel/ids';
import { readAccount, readStatement } from '@shared/time-bank/time-bank.contract';
import { useState } from 'react';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import { useQuery } from '@/platform/use-query';
import { Button, ButtonRow, Chips, QueryView, Third } from '@/ui';
import { BalanceHero } from './balance-hero';
import { ExportButtons } from './export-button';
import { type GiftTo, GiveSheet } from './give-sheet';
import { HeldList } from './held-list';
import { PoolStandingCard } from './pool-standing';
import { StatementList } from './statement-list';
import { timeBankText } from './time-bank.text';

/** Both parents have one; a coordinator's dozen would be a wall. */
const GIVE_BUTTONS = 2;

export interface Receiver {
  readonly elderId: string;
  readonly name: string;
}

interface TimeBankProps {
  /** The elders one may give to and look at; for helpers without family, none. */
  readonly elders: readonly Receiver[];
  readonly onServe: () => void;
  readonly onOpenRequest: (requestId: string) => void;
  /** `own`: earned by oneself, so it is a visit one made and not one that was received. */
  readonly onOpenVisit: (visitId: string, own: boolean) => void;
}

/** 时间银行: one's own account or an elder's, what is held, and what moved. */
export function TimeBank({ elders, onServe, onOpenRequest, onOpenVisit }: TimeBankProps) {
  const locale = useLocale();
  const t = timeBankText[locale];
  const [whose, setWhose] = useState('');
  const [giving, setGiving] = useState<GiftTo>();
  const elderId = whose === '' ? undefined : whose;
  const query = elderId === undefined ? {} : { elderId: elderId as never };
  const account = useQuery(readAccount, { query });
  const statement = useQuery(readStatement, { query });
  const refresh = () => Promise.all([account.refresh(), statement.refresh()]);
  const serve = (
    <Button kind="outline" onTap={onServe}>
      {t.serve}
    </Button>
  );
  return (
    <>
      {elders.length > 0 ? (
        <Chips
          options={[
            { value: '', text: t.mine },
            ...elders.map((each) => ({ value: each.elderId, text: t.ofElder(each.name) })),
          ]}
          value={whose}
          onChoose={setWhose}
        />
      ) : null}
      <QueryView query={account} skeletonCards={1}>
        {(data) => (
          <>
            <BalanceHero account={data} />
            <ButtonRow>
              {(whose === '' ? elders.slice(0, GIVE_BUTTONS) : []).map((elder) => (
                <Button
                  key={elder.elderId}
                  kind="pine"
                  disabled={data.availableMinutes < 1}
                  onTap={() =>
                    setGiving({ kind: 'elder', elderId: elder.elderId as ElderId, name: elder.name })
                  }
                >
                  {t.giveTo(elder.name)}
                </Button>
              ))}
              {elders.length > 1 && whose === '' ? null : serve}
            </ButtonRow>
            {elders.length > 1 && whose === '' ? serve : null}
            {whose === '' && data.availableMinutes > 0
              ? data.pools.map((pool) => (
                  <Button
                    key={pool.villageCode}
                    kind="quiet"
                    onTap={() =>
                      setGiving({
                        kind: 'pool',
                        villageCode: pool.villageCode,
                        name: t.poolOf(pool.villageName),
                      })
                    }
                  >
                    {t.giveToPool(pool.villageName)}
                  </Button>
                ))
              : null}
            <HeldList held={data.held} onOpen={onOpenRequest} />
            {giving ? (
              <GiveSheet
                to={giving}
                availableMinutes={data.availableMinutes}
                onClose={() => setGiving(undefined)}
                onGiven={() => {
                  setGiving(undefined);
                  void refresh();
                }}
              />
            ) : null}
          </>
        )}
      </QueryView>
      {elderId === undefined ? null : (
        <PoolStandingCard
          key={`pool ${elderId}`}
          elderId={elderId as ElderId}
          elderName={elders.find((each) => each.elderId === elderId)?.name ?? ''}
          as="family"
        />
      )}
      <StatementList
        key={whose}
        query={statement}
        elderId={elderId}
        onOpenVisit={(visitId) => onOpenVisit(visitId, elderId === undefined)}
      />
      <Third>{t.promise}</Third>
      {account.data?.assurance ? <Third>{said(account.data.assurance, locale)}</Third> : null}
      <ExportButtons elderId={elderId} />
    </>
  );
}
