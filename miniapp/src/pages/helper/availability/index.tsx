import { changeMyHelper, readMyHelper } from '@shared/helpers/helpers.contract';
import type { BodyOf } from '@shared/kernel/route';
import { useState } from 'react';
import { ChoicesForm } from '@/features/helper-day/choices-form';
import { helperFormText } from '@/features/helper-day/helper-form.text';
import { useLocale } from '@/i18n';
import { command, type Failure, useQuery } from '@/platform';
import { Chips, Page, QueryView, RefusalNotice, toast } from '@/ui';

type Changes = BodyOf<typeof changeMyHelper>['changes'];

/** 时间: every tap is kept at once, and can be tapped back. */
export default function AvailabilityPage() {
  const t = helperFormText[useLocale()];
  const query = useQuery(readMyHelper, {});
  const [failure, setFailure] = useState<Failure>();
  const change = async (changes: Changes) => {
    const answer = await command('change my helper', changeMyHelper, { body: { changes } });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) toast(t.saved);
    await query.refresh();
  };
  return (
    <Page title={t.title} tab="helper/availability" onRefresh={query.refresh}>
      <QueryView query={query}>
        {(me) => (
          <>
            <Chips
              options={[
                { value: 'yes' as const, text: t.available },
                { value: 'no' as const, text: t.resting },
              ]}
              value={me.available ? 'yes' : 'no'}
              onChoose={(value) => void change({ available: value === 'yes' })}
            />
            <RefusalNotice failure={failure} />
            <ChoicesForm choices={me} onChange={(changes) => void change(changes)} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
