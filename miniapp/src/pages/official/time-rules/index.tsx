import { readRules } from '@shared/time-bank/rules.contract';
import { rulesText } from '@/features/time-bank/rules.text';
import { RulesView } from '@/features/time-bank/rules-view';
import { useOwnCounty } from '@/features/time-bank/use-own-county';
import { useLocale } from '@/i18n';
import { go, useQuery } from '@/platform';
import { Button, Page, QueryView } from '@/ui';

/** 时间银行的规则: what holds from when, and what a second official has to publish. */
export default function TimeRulesPage() {
  const t = rulesText[useLocale()];
  const county = useOwnCounty();
  const query = useQuery(readRules, county === undefined ? undefined : { query: { county } });
  const begin = (from: string) => go('official/time-rules-new', { from });
  return (
    <Page
      title={t.title}
      backTo="account"
      onRefresh={query.refresh}
      actions={
        query.data && query.data.proposal?.status !== 'waiting' ? (
          <Button kind="pine" onTap={() => begin('current')}>
            {t.change}
          </Button>
        ) : undefined
      }
    >
      <QueryView query={query}>
        {(rules) => (
          <RulesView county={county ?? ''} rules={rules} onBegin={begin} onChanged={query.refresh} />
        )}
      </QueryView>
    </Page>
  );
}
