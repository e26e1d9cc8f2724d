import { decideFlag, type FlagView, listFlags } from '@shared/time-bank/time-bank.contract';
import { useState } from 'react';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import { minutesName } from '@/platform/amounts';
import type { Failure } from '@/platform/client';
import { command } from '@/platform/command';
import { useQuery } from '@/platform/use-query';
import {
  Button,
  ButtonRow,
  Card,
  EmptyState,
  Field,
  Panel,
  QueryView,
  RefusalNotice,
  Second,
  Tag,
  Third,
  toast,
} from '@/ui';
import { flagsText } from './flags.text';

/** 疑点: minutes that wait for two people of the same mind, each with the reasons in words. */
export function FlagList() {
  const t = flagsText[useLocale()];
  const query = useQuery(listFlags, { query: {} });
  return (
    <QueryView query={query}>
      {({ flags }) =>
        flags.length === 0 ? (
          <EmptyState icon="shield" title={t.none} note={t.noneNote} />
        ) : (
          <>
            <Second>{t.lead}</Second>
            {flags.map((flag) => (
              <FlagCard key={flag.flagId} flag={flag} onDecided={() => void query.refresh()} />
            ))}
          </>
        )
      }
    </QueryView>
  );
}

function FlagCard({ flag, onDecided }: { readonly flag: FlagView; readonly onDecided: () => void }) {
  const locale = useLocale();
  const t = flagsText[locale];
  const [why, setWhy] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const decide = async (verdict: 'credit' | 'reject') => {
    const answer = await command(`decide ${flag.flagId} ${verdict}`, decideFlag, {
      params: { flagId: flag.flagId },
      body: { verdict, why: why.trim() },
    });
    if (!answer.ok) return setFailure(answer.failure);
    toast(answer.value.status === 'open' ? t.once : t.done);
    onDecided();
  };
  return (
    <Card
      title={`${flag.helperName} · ${said(flag.title, locale)}`}
      aside={<Tag tone="wheat">{t.minutes(minutesName(flag.minutes, locale))}</Tag>}
    >
      <Third>{flag.villageName}</Third>
      <Panel tone="wheat">{flag.reasons.map((reason) => said(reason, locale)).join('；')}</Panel>
      {flag.decisions.map((each) => (
        <Second key={each.at}>{t.said(each.byName, t.verdicts[each.verdict], each.why)}</Second>
      ))}
      {flag.mayDecide ? (
        <>
          <Field label={t.why} placeholder={t.whyHint} value={why} onChange={setWhy} maxLength={200} />
          <ButtonRow>
            <Button small kind="pine" disabled={why.trim() === ''} onTap={() => decide('credit')}>
              {t.credit}
            </Button>
            <Button small kind="outline" disabled={why.trim() === ''} onTap={() => decide('reject')}>
              {t.reject}
            </Button>
          </ButtonRow>
        </>
      ) : (
        <Second>{t.waitOther}</Second>
      )}
      <RefusalNotice failure={failure} />
    </Card>
  );
}
