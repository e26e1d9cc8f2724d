import type { Circumstances } from '@shared/assessments/ability-level';
import { addDays, beijing, type Day } from '@shared/kernel/instant';
import { useState } from 'react';
import { useLocale, useText } from '@/i18n';
import { dayName, now } from '@/platform';
import { noonOf } from '@/platform/time';
import { Button, Card, CheckRow, Chips, EntryRow, OptionsRow, Section, useNow } from '@/ui';
import { assessingText } from './assessing.text';

interface CircumstancesCardProps {
  readonly value: Circumstances;
  readonly onChange: (value: Circumstances) => void;
}

const kinds = ['fall', 'choking', 'suicide', 'self_harm', 'wandering'] as const;
type Kind = (typeof kinds)[number];
const WINDOW_DAYS = 30;

/** What the standard asks beside its 26 items: coma, diagnoses, and what has happened in the last thirty days. */
export function CircumstancesCard({ value, onChange }: CircumstancesCardProps) {
  const text = useText(assessingText);
  const locale = useLocale();
  const at = useNow();
  const [kind, setKind] = useState<Kind>();
  const days = Array.from({ length: WINDOW_DAYS + 1 }, (_, back) => beijing(addDays(now(), -back)).day);
  const flip = (name: 'coma' | 'dementia' | 'mentalDisorder') => onChange({ ...value, [name]: !value[name] });
  const sayDay = (on: Day) => dayName(noonOf(on), at, locale);
  return (
    <Section title={text.circumstances}>
      <Card>
        {(['coma', 'dementia', 'mentalDisorder'] as const).map((name) => (
          <CheckRow key={name} checked={value[name]} onTap={() => flip(name)}>
            {text[name]}
          </CheckRow>
        ))}
      </Card>
      <Card title={text.riskEvents}>
        {value.riskEvents.map((event, index) => (
          <EntryRow
            key={`${event.kind} ${event.on} ${String(index)}`}
            title={text[event.kind]}
            note={sayDay(event.on)}
            aside={
              <Button
                kind="quiet"
                small
                onTap={() =>
                  onChange({ ...value, riskEvents: value.riskEvents.filter((_, at) => at !== index) })
                }
              >
                {text.remove}
              </Button>
            }
          />
        ))}
        <Chips
          options={kinds.map((each) => ({ value: each, text: text[each] }))}
          value={kind}
          onChoose={setKind}
        />
        {kind ? (
          <OptionsRow
            label={text.whichDay}
            options={days.map((on) => ({ value: on as string, text: sayDay(on) }))}
            value={undefined}
            placeholder={text.choose}
            onChoose={(on) => {
              onChange({ ...value, riskEvents: [...value.riskEvents, { kind, on: on as Day }] });
              setKind(undefined);
            }}
          />
        ) : null}
      </Card>
    </Section>
  );
}
