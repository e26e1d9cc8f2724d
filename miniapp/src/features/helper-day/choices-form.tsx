import { skill } from '@shared/catalogue/service';
import type { Helper } from '@shared/helpers/helper';
import { skillWords } from '@shared/matching/reason';
import { useLocale } from '@/i18n';
import { Chip, Chips, Second, Section, Wrap } from '@/ui';
import { helperFormText } from './helper-form.text';
import { hourPresets, presetOf } from './hour-presets';

export type Choices = Pick<Helper, 'weeklyHours' | 'radiusMetres' | 'travel' | 'skills'>;
const radii = ['1000', '3000', '5000', '10000'] as const;

/** When, how far, how and what: each a row of things to tap. */
export function ChoicesForm({
  choices,
  onChange,
}: {
  readonly choices: Choices;
  readonly onChange: (change: Partial<Choices>) => void;
}) {
  const locale = useLocale();
  const t = helperFormText[locale];
  const preset = presetOf(choices.weeklyHours);
  return (
    <>
      <Section title={t.hours}>
        {preset ? null : <Second>{t.own}</Second>}
        <Wrap>
          {(['morning', 'day', 'all', 'weekend'] as const).map((name) => (
            <Chip
              key={name}
              chosen={preset === name}
              onTap={() => onChange({ weeklyHours: hourPresets[name] })}
            >
              {t.presets[name]}
            </Chip>
          ))}
        </Wrap>
      </Section>
      <Section title={t.radius}>
        <Wrap>
          {radii.map((metres) => (
            <Chip
              key={metres}
              chosen={choices.radiusMetres === Number(metres)}
              onTap={() => onChange({ radiusMetres: Number(metres) })}
            >
              {t.radii[metres]}
            </Chip>
          ))}
        </Wrap>
      </Section>
      <Section title={t.travel}>
        <Chips
          options={(['walk', 'bicycle', 'car'] as const).map((value) => ({ value, text: t.travels[value] }))}
          value={choices.travel}
          onChoose={(travel) => onChange({ travel })}
        />
      </Section>
      <Section title={t.skills}>
        <Wrap>
          {skill.options.map((one) => {
            const has = choices.skills.includes(one);
            return (
              <Chip
                key={one}
                many
                chosen={has}
                onTap={() =>
                  onChange({
                    skills: has ? choices.skills.filter((other) => other !== one) : [...choices.skills, one],
                  })
                }
              >
                {skillWords[one][locale === 'zh-CN' ? 0 : 1]}
              </Chip>
            );
          })}
        </Wrap>
      </Section>
    </>
  );
}
