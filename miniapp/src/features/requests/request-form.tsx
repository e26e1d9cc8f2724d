import type { Service } from '@shared/catalogue/service';
import { addMinutes, type Instant } from '@shared/kernel/instant';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { clockTime, minutesName, now, spanName } from '@/platform';
import { Button, Card, Chips, Field, ListRow, Notice, Second, useNow } from '@/ui';
import { type RequestDraft, startsAtOf, timeOf, withClass, withService, withTime } from './draft';
import type { FormField } from './field-of-refusal';
import { RepeatSheet } from './repeat-sheet';
import { repeatWords } from './repeat-words';
import { requestText } from './requests.text';
import { ServiceChoice } from './service-choice';
import { WhenSheet } from './when-sheet';
import { type KnownHelper, wishesWords } from './wishes';
import { WishesSheet } from './wishes-sheet';

interface RequestFormProps {
  readonly draft: RequestDraft;
  readonly services: readonly Service[] | undefined;
  readonly known: readonly KnownHelper[];
  /** What was refused, beside the line it is about. */
  readonly refused: { readonly field: FormField; readonly sentence: string } | undefined;
  /** When the elder is free that day, where the chosen time is taken. */
  readonly freeAt: Instant | undefined;
  readonly onChange: (draft: RequestDraft) => void;
}
type Open = 'when' | 'repeat' | 'who' | undefined;

/** Class → service → when, repeat → who → how paid → a note: each line says what is chosen, and a tap changes it. */
export function RequestForm({ draft, services, known, refused, freeAt, onChange }: RequestFormProps) {
  const locale = useLocale();
  const t = requestText[locale];
  const at = useNow();
  const [open, setOpen] = useState<Open>();
  const service = services?.find(({ code }) => code === draft.serviceCode);
  const startsAt = startsAtOf(draft);
  const close = () => setOpen(undefined);
  const wrong = (field: FormField) => (refused?.field === field ? refused.sentence : undefined);
  const Wrong = ({ field }: { readonly field: FormField }) => {
    const sentence = wrong(field);
    return sentence ? <Notice tone="alarm">{sentence}</Notice> : null;
  };
  return (
    <>
      <ServiceChoice
        services={services}
        serviceClass={draft.serviceClass}
        serviceCode={draft.serviceCode}
        refusal={wrong('service')}
        onClass={(chosen) => onChange(withClass(draft, chosen))}
        onService={(chosen) => onChange(withService(draft, chosen))}
      />
      <Card flat>
        <ListRow
          strong
          label={t.when}
          value={spanName(startsAt, addMinutes(startsAt, draft.minutes), at, locale)}
          onTap={() => setOpen('when')}
        />
        <ListRow label={t.repeat} value={repeatWords(draft.repeat, locale)} onTap={() => setOpen('repeat')} />
        <ListRow label={t.who} value={wishesWords(draft, known, t)} onTap={() => setOpen('who')} />
      </Card>
      <Wrong field="when" />
      {freeAt === undefined ? null : (
        <Button small kind="quiet" onTap={() => onChange(withTime(draft, timeOf(freeAt)))}>
          {t.moveTo(clockTime(freeAt))}
        </Button>
      )}
      <Wrong field="repeat" />
      <Wrong field="who" />
      <Card title={t.pay}>
        <Chips
          options={(['time', 'pool', 'money', 'free'] as const).map((way) => ({
            value: way,
            text: t.payBy[way],
          }))}
          value={draft.payBy}
          onChoose={(payBy) => onChange({ ...draft, payBy })}
        />
        <Second>{t.payNote[draft.payBy](minutesName(draft.minutes, locale))}</Second>
      </Card>
      <Wrong field="pay" />
      <Card>
        <Field
          kind="paragraph"
          label={t.note}
          placeholder={t.noteHint}
          value={draft.note}
          onChange={(note) => onChange({ ...draft, note })}
          error={wrong('note')}
        />
      </Card>
      <Wrong field="form" />
      <WhenSheet
        open={open === 'when'}
        title={t.when}
        draft={draft}
        service={service}
        now={now()}
        onChange={(change) => onChange(withTime(draft, change))}
        urgency={{ value: draft.urgency, onChoose: (urgency) => onChange({ ...draft, urgency }) }}
        onClose={close}
      />
      <RepeatSheet
        open={open === 'repeat'}
        repeat={draft.repeat}
        day={draft.day}
        onChange={(repeat) => onChange({ ...draft, repeat })}
        onClose={close}
      />
      <WishesSheet
        open={open === 'who'}
        wishes={draft}
        known={known}
        onChange={({ gender, language, preferHelperId }) =>
          onChange({ ...draft, gender, language, preferHelperId })
        }
        onClose={close}
      />
    </>
  );
}
