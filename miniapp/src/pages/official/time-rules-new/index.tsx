import { readRules } from '@shared/time-bank/rules.contract';
import { rulesText } from '@/features/time-bank/rules.text';
import { RulesForm } from '@/features/time-bank/rules-form';
import { useOwnCounty } from '@/features/time-bank/use-own-county';
import { useLocale } from '@/i18n';
import { back, usePageParams, useQuery } from '@/platform';
import { Page, QueryView } from '@/ui';

/** 提出新规则: begun from those of today, or from a city's. */
export default function NewTimeRulesPage() {
  const { from = 'current' } = usePageParams();
  const t = rulesText[useLocale()];
  const county = useOwnCounty();
  const query = useQuery(readRules, county === undefined ? undefined : { query: { county } });
  return (
    <Page title={t.formTitle} backTo="official/time-rules">
      <QueryView query={query}>
        {({ current, examples }) => (
          <RulesForm
            key={from}
            county={county ?? ''}
            base={examples.find((each) => each.rulesId === from) ?? without(current)}
            onSent={() => void back('official/time-rules')}
          />
        )}
      </QueryView>
    </Page>
  );
}

/** Without its number and its day, which the new ones get of their own. */
const without = <T extends { version: number; validFrom: string }>({
  version: _version,
  validFrom: _validFrom,
  ...rules
}: T) => rules;
