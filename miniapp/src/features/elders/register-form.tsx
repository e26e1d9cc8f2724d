import { ability, gender, language } from '@shared/people/elder';
import { relation } from '@shared/people/kinship';
import type { ReactNode } from 'react';
import { useLocale } from '@/i18n';
import { Card, Chip, Chips, Field, Notice, Section, Wrap } from '@/ui';
import type { ElderDraft, ElderField } from './elder-draft';
import { elderText } from './elders.text';
import { PlaceCard } from './place-card';
import { VillageRows } from './village-rows';

interface RegisterFormProps {
  readonly draft: ElderDraft;
  readonly wrong: ReadonlySet<ElderField>;
  readonly onChange: (change: Partial<ElderDraft>) => void;
  /** A coordinator registers without being kin. */
  readonly asKin?: boolean;
}

/** Everything a helper and the family need to know of an elder, on one page. */
export function RegisterForm({ draft, wrong, onChange, asKin = true }: RegisterFormProps) {
  const t = elderText[useLocale()];
  const field = (
    name: Exclude<ElderField, 'village' | 'position'>,
    label: string,
    more: { hint?: string; number?: true } = {},
  ) => (
    <Field
      label={label}
      value={draft[name]}
      onChange={(value) => onChange({ [name]: value })}
      {...(more.number ? { kind: 'number' as const } : {})}
      {...(more.hint ? { placeholder: more.hint } : {})}
      error={wrong.has(name) ? t.wrong[name] : undefined}
    />
  );
  return (
    <>
      {asKin ? (
        <Choice title={t.relation}>
          <Chips
            options={relation.options.map((value) => ({ value, text: t.relations[value] }))}
            value={draft.relation}
            onChoose={(value) => onChange({ relation: value })}
          />
        </Choice>
      ) : null}
      <Card>
        {field('name', t.name)}
        {field('callName', t.callName, { hint: t.callNameHint })}
        {field('birthYear', t.birthYear, { hint: '1950', number: true })}
        <Chips
          options={gender.options.map((value) => ({ value, text: t[value] }))}
          value={draft.gender}
          onChoose={(value) => onChange({ gender: value })}
        />
      </Card>
      <Card flat>
        <VillageRows
          village={draft.village}
          onChoose={(village) => onChange({ village, position: undefined })}
        />
      </Card>
      {wrong.has('village') ? <Notice tone="alarm">{t.wrong.village}</Notice> : null}
      {draft.village ? (
        <PlaceCard
          village={draft.village}
          position={draft.position}
          onChange={(position) => onChange({ position })}
        />
      ) : null}
      <Card>
        {field('address', t.address, { hint: t.addressHint })}
        {field('directions', t.directions, { hint: t.directionsHint })}
        {field('doorNotes', t.doorNotes, { hint: t.doorNotesHint })}
        {field('phone', t.phone, { hint: t.phoneHint })}
      </Card>
      <Choice title={t.languages}>
        <Wrap>
          {language.options.map((one) => (
            <Chip
              key={one}
              many
              chosen={draft.languages.includes(one)}
              onTap={() =>
                onChange({
                  languages: draft.languages.includes(one)
                    ? draft.languages.filter((other) => other !== one)
                    : [...draft.languages, one],
                })
              }
            >
              {t.spoken[one]}
            </Chip>
          ))}
        </Wrap>
      </Choice>
      <Choice title={t.ability}>
        <Chips
          options={ability.options.map((value) => ({ value, text: t.abilities[value] }))}
          value={draft.ability}
          onChoose={(value) => onChange({ ability: value })}
        />
        <Wrap>
          <Chip many chosen={draft.livesAlone} onTap={() => onChange({ livesAlone: !draft.livesAlone })}>
            {t.livesAlone}
          </Chip>
          <Chip many chosen={draft.ownPhone} onTap={() => onChange({ ownPhone: !draft.ownPhone })}>
            {t.ownPhone}
          </Chip>
        </Wrap>
      </Choice>
    </>
  );
}

const Choice = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Section title={title}>{children}</Section>
);
