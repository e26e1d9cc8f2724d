import { relation } from '@shared/people/kinship';
import { proposeRules } from '@shared/time-bank/rules.contract';
import { useState } from 'react';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import type { Failure } from '@/platform/client';
import { now } from '@/platform/clock';
import { command } from '@/platform/command';
import { Button, Card, CheckRow, Chips, Field, RefusalNotice, Second, Section, Third, toast } from '@/ui';
import { rulesText } from './rules.text';
import {
  beginnings,
  draftOf,
  type NumberName,
  numberFields,
  numberNames,
  rulesFrom,
  wrongNumbers,
} from './rules-draft';
import type { AnyRules } from './rules-words';

interface RulesFormProps {
  readonly county: string;
  readonly base: AnyRules;
  readonly onSent: () => void;
}

/** 提出新规则: what one may change, in hours and yuan; the rest stays as in the rules one began from. */
export function RulesForm({ county, base, onSent }: RulesFormProps) {
  const locale = useLocale();
  const t = rulesText[locale];
  const [draft, setDraft] = useState(() => draftOf(base));
  const [from, setFrom] = useState<'tomorrow' | 'nextMonth' | 'nextYear'>('nextMonth');
  const [why, setWhy] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const wrong = wrongNumbers(draft);
  const send = async () => {
    const rules = rulesFrom(draft, base, beginnings(now())[from]);
    const intent = `propose rules ${county} ${JSON.stringify([rules, why])}`;
    const answer = await command(intent, proposeRules, { body: { county, rules, why: why.trim() } });
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    toast(t.sent);
    onSent();
  };
  const number = (name: NumberName) => (
    <Field
      key={name}
      kind="decimal"
      label={t.rows[name]}
      unit={t[numberFields[name].unit]}
      value={draft.numbers[name]}
      onChange={(value) => setDraft({ ...draft, numbers: { ...draft.numbers, [name]: value } })}
      {...('optional' in numberFields[name] ? { placeholder: t.unlimited } : {})}
      {...(wrong.includes(name) ? { error: t.wrong } : {})}
      maxLength={8}
    />
  );
  return (
    <>
      <Second>{t.formLead(said(base, locale))}</Second>
      <Card>
        <Field label={t.name} value={draft.zh} onChange={(zh) => setDraft({ ...draft, zh })} maxLength={30} />
        <Third>{t.rows.step}</Third>
        <Chips
          options={(['1', '30', '60'] as const).map((step) => ({
            value: step,
            text: t.steps[Number(step) as 1 | 30 | 60],
          }))}
          value={draft.step}
          onChoose={(step) => setDraft({ ...draft, step })}
        />
      </Card>
      <Card>{numberNames.map(number)}</Card>
      <Section title={t.rows.kin}>
        <Card flat>
          {relation.options.map((each) => (
            <CheckRow
              key={each}
              checked={draft.kin.includes(each)}
              onTap={() =>
                setDraft({
                  ...draft,
                  kin: relation.options.filter((one) => draft.kin.includes(one) !== (one === each)),
                })
              }
            >
              {t.kin[each]}
            </CheckRow>
          ))}
          <CheckRow checked={draft.givePool} onTap={() => setDraft({ ...draft, givePool: !draft.givePool })}>
            {t.rows.givePool}
          </CheckRow>
          <CheckRow checked={draft.estate} onTap={() => setDraft({ ...draft, estate: !draft.estate })}>
            {t.rows.estate}
          </CheckRow>
        </Card>
      </Section>
      <Card title={t.from}>
        <Chips
          options={(['tomorrow', 'nextMonth', 'nextYear'] as const).map((value) => ({
            value,
            text: t[value],
          }))}
          value={from}
          onChoose={setFrom}
        />
        <Third>{t.fromHint}</Third>
        <Field label={t.why} placeholder={t.whyHint} value={why} onChange={setWhy} maxLength={200} />
      </Card>
      <RefusalNotice failure={failure} />
      <Button
        kind="pine"
        disabled={why.trim() === '' || draft.zh.trim() === '' || wrong.length > 0}
        onTap={send}
      >
        {t.send}
      </Button>
    </>
  );
}
