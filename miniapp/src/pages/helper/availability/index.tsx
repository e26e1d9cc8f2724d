import { changeMyHelper, readMyHelper } from '@shared/helpers/helpers.contract';
import type { BodyOf } from '@shared/kernel/route';
import { useRef, useState } from 'react';
import { ChoicesForm } from '@/features/helper-day/choices-form';
import { helperFormText } from '@/features/helper-day/helper-form.text';
import { useLocale } from '@/i18n';
import { command, type Failure, useQuery } from '@/platform';
import { Chips, Page, QueryView, RefusalNotice, Second } from '@/ui';

type Changes = BodyOf<typeof changeMyHelper>['changes'];

/**
 * 时间: every tap is kept at once, and can be tapped back. Taps are shown before the server has answered and sent
 * one after the other, so that two quick ones are both kept.
 */
export default function AvailabilityPage() {
  const t = helperFormText[useLocale()];
  const query = useQuery(readMyHelper, {});
  const [ahead, setAhead] = useState<Changes>({});
  const [failure, setFailure] = useState<Failure>();
  const line = useRef(Promise.resolve());
  const waiting = useRef(0);
  const send = async (changes: Changes): Promise<void> => {
    const answer = await command('change my helper', changeMyHelper, { body: { changes } });
    setFailure(answer.ok ? undefined : answer.failure);
    waiting.current -= 1;
    if (waiting.current > 0) return;
    await query.refresh();
    // A tap that came during the refresh is still on its way.
    if (waiting.current === 0) setAhead({});
  };
  const change = (changes: Changes) => {
    waiting.current += 1;
    setAhead((before) => ({ ...before, ...changes }));
    line.current = line.current.then(() => send(changes));
  };
  return (
    <Page title={t.title} tab="helper/availability" onRefresh={query.refresh}>
      <QueryView query={query}>
        {(me) => {
          const available = ahead.available ?? me.available;
          return (
            <>
              <Chips
                options={[
                  { value: 'yes' as const, text: t.available },
                  { value: 'no' as const, text: t.resting },
                ]}
                value={available ? 'yes' : 'no'}
                onChoose={(value) => change({ available: value === 'yes' })}
              />
              <Second>{available ? t.availableNote : t.restingNote}</Second>
              <RefusalNotice failure={failure} />
              <ChoicesForm choices={{ ...me, ...definedOf(ahead) }} onChange={change} />
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}

/** Only what was changed: an absent field must not cover what the server said. */
const definedOf = <T extends object>(changes: T) =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: NonNullable<T[K]>;
  };
