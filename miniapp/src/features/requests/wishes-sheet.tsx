import { language } from '@shared/people/elder';
import { useLocale } from '@/i18n/use-text';
import { Button, Chips, Sheet, Title } from '@/ui';
import type { RequestDraft } from './draft';
import { requestText } from './requests.text';
import type { KnownHelper } from './wishes';

type Wishes = Pick<RequestDraft, 'gender' | 'language' | 'preferHelperId'>;
interface WishesSheetProps {
  readonly open: boolean;
  readonly wishes: Wishes;
  readonly known: readonly KnownHelper[];
  readonly onChange: (wishes: Wishes) => void;
  readonly onClose: () => void;
}
const ANY = 'any';

export function WishesSheet({ open, wishes, known, onChange, onClose }: WishesSheetProps) {
  const t = requestText[useLocale()];
  return (
    <Sheet open={open} title={t.who} onClose={onClose} actions={<Button onTap={onClose}>{t.done}</Button>}>
      <Title>{t.gender}</Title>
      <Chips
        options={[
          { value: ANY, text: t.either },
          { value: 'female', text: t.female },
          { value: 'male', text: t.male },
        ]}
        value={wishes.gender ?? ANY}
        onChoose={(value) =>
          onChange({ ...wishes, gender: value === 'female' || value === 'male' ? value : undefined })
        }
      />
      <Title>{t.speaks}</Title>
      <Chips
        options={[
          { value: ANY, text: t.either },
          ...language.options.map((one) => ({ value: one, text: t.speaksWhat(t.languages[one]) })),
        ]}
        value={wishes.language ?? ANY}
        onChoose={(value) => onChange({ ...wishes, language: language.options.find((one) => one === value) })}
      />
      {known.length > 0 ? (
        <>
          <Title>{t.prefer}</Title>
          <Chips
            options={[
              { value: ANY, text: t.nobodySpecial },
              ...known.map(({ helperId, name }) => ({ value: helperId, text: name })),
            ]}
            value={wishes.preferHelperId ?? ANY}
            onChoose={(value) =>
              onChange({
                ...wishes,
                preferHelperId: known.find(({ helperId }) => helperId === value)?.helperId,
              })
            }
          />
        </>
      ) : null}
    </Sheet>
  );
}
