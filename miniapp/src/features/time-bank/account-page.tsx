import { readAccount, readStatement } from '@shared/time-bank/time-bank.contract';
import { useState } from 'react';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import { minutesName } from '@/platform/amounts';
import { useQuery } from '@/platform/use-query';
import { Button, ButtonRow, Chips, QueryView, Second, Third } from '@/ui';
import { BalanceHero } from './balance-hero';
import { ExportButtons } from './export-button';
import { GiveSheet } from './give-sheet';
import { HeldList } from './held-list';
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
}

/** 时间银行: one's own account or an elder's, what is held, and what moved. */
export function TimeBank({ elders, onServe, onOpenRequest }: TimeBankProps) {
  const locale = useLocale();
  const t = timeBankText[locale];
  const [whose, setWhose] = useState('');
  const [giving, setGiving] = useState<Receiver>();
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
            {data.pool && data.pool.leftMinutes > 0 ? (
              <Second>{t.pool(minutesName(data.pool.leftMinutes, locale))}</Second>
            ) : null}
            <ButtonRow>
              {(whose === '' ? elders.slice(0, GIVE_BUTTONS) : []).map((elder) => (
                <Button
                  key={elder.elderId}
                  kind="pine"
                  disabled={data.availableMinutes < 1}
                  onTap={() => setGiving(elder)}
                >
                  {t.giveTo(elder.name)}
                </Button>
              ))}
              {elders.length > 1 && whose === '' ? null : serve}
            </ButtonRow>
            {elders.length > 1 && whose === '' ? serve : null}
            <HeldList held={data.held} onOpen={onOpenRequest} />
            {giving ? (
              <GiveSheet
                elderId={giving.elderId}
                name={giving.name}
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
      <StatementList key={whose} query={statement} elderId={elderId} />
      <Third>{t.promise}</Third>
      {account.data?.assurance ? <Third>{said(account.data.assurance, locale)}</Third> : null}
      <ExportButtons elderId={elderId} />
    </>
  );
}
