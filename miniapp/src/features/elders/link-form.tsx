import { type KinRelation, relation } from '@shared/people/kinship';
import { useLocale } from '@/i18n';
import { Card, Chips, Field, Second, Section } from '@/ui';
import { elderText } from './elders.text';

export interface LinkDraft {
  readonly cardCode: string;
  readonly relation: KinRelation;
}

interface LinkFormProps {
  readonly draft: LinkDraft;
  readonly onChange: (draft: LinkDraft) => void;
  readonly refusal: string | undefined;
}

/** Six digits from the card at home, and who one is to the elder. */
export function LinkForm({ draft, onChange, refusal }: LinkFormProps) {
  const t = elderText[useLocale()];
  return (
    <>
      <Card>
        <Second>{t.byCardBody}</Second>
        <Field
          kind="number"
          label={t.cardCode}
          placeholder={t.cardHint}
          maxLength={6}
          value={draft.cardCode}
          onChange={(cardCode) => onChange({ ...draft, cardCode })}
          error={refusal}
        />
      </Card>
      <Section title={t.relation}>
        <Chips
          options={relation.options.map((value) => ({ value, text: t.relations[value] }))}
          value={draft.relation}
          onChoose={(value) => onChange({ ...draft, relation: value })}
        />
      </Section>
    </>
  );
}
