import type { ElderId } from '@shared/kernel/ids';
import { giveTime } from '@shared/time-bank/time-bank.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n/use-text';
import { minutesName } from '@/platform/amounts';
import type { Failure } from '@/platform/client';
import { command } from '@/platform/command';
import { Button, Chips, Field, RefusalNotice, Second, Sheet, toast } from '@/ui';
import { amountsOf, firstAmount } from './line-view';
import { timeBankText } from './time-bank.text';

/** Whom or what one gives to, with the name it goes by. */
export type GiftTo = { readonly name: string } & (
  | { readonly kind: 'elder'; readonly elderId: ElderId }
  | { readonly kind: 'pool'; readonly villageCode: string }
);

interface GiveSheetProps {
  readonly to: GiftTo;
  readonly availableMinutes: number;
  readonly onClose: () => void;
  readonly onGiven: () => void;
}

/** 转给妈妈: the amount is chosen already, so the third tap gives. */
export function GiveSheet({ to, availableMinutes, onClose, onGiven }: GiveSheetProps) {
  const locale = useLocale();
  const t = timeBankText[locale];
  const { name } = to;
  const [minutes, setMinutes] = useState(firstAmount(availableMinutes));
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const amount = typed === '' ? minutes : Number(typed);
  const give = async () => {
    const { name: _, ...target } = to;
    const answer = await command(`give ${JSON.stringify(target)} ${amount}`, giveTime, {
      body: { minutes: amount, to: target, why: '' },
    });
    if (!answer.ok) return setFailure(answer.failure);
    toast(t.given);
    onGiven();
  };
  return (
    <Sheet
      open
      title={t.giveTitle(name)}
      onClose={onClose}
      actions={
        <Button kind="pine" disabled={!Number.isInteger(amount) || amount < 1} onTap={give}>
          {t.giveNow(minutesName(amount, locale), name)}
        </Button>
      }
    >
      <Second>{t.giveNote(minutesName(availableMinutes, locale))}</Second>
      {to.kind === 'pool' ? <Second>{t.poolNote}</Second> : null}
      <Chips
        options={amountsOf(availableMinutes).map((value) => ({
          value: String(value),
          text: value === availableMinutes ? t.all : minutesName(value, locale),
        }))}
        value={typed === '' ? String(minutes) : ''}
        onChoose={(value) => {
          setTyped('');
          setMinutes(Number(value));
        }}
      />
      <Field kind="number" label={t.other} unit={t.minutes} value={typed} onChange={setTyped} maxLength={6} />
      <RefusalNotice failure={failure} />
    </Sheet>
  );
}
