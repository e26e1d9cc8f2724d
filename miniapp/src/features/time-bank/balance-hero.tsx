import type { AccountView } from '@shared/time-bank/time-bank.contract';
import { View } from '@tarojs/components';
import { useLocale } from '@/i18n/use-text';
import { minutesName } from '@/platform/amounts';
import { Hero, Second, StatNumber } from '@/ui';
import './time-bank.scss';
import { timeBankText } from './time-bank.text';

/** The one number that matters, and below it what came in, went out and is set aside. */
export function BalanceHero({ account }: { readonly account: AccountView }) {
  const locale = useLocale();
  const t = timeBankText[locale];
  const length = (minutes: number) => minutesName(minutes, locale);
  return (
    <Hero>
      <StatNumber label={t.available} value={length(account.availableMinutes)} />
      <View className="time-bank-sums">
        <Second>{t.in(length(account.inMinutes))}</Second>
        <Second>{t.out(length(account.outMinutes))}</Second>
        {account.heldMinutes > 0 ? <Second>{t.held(length(account.heldMinutes))}</Second> : null}
        {account.waitingMinutes > 0 ? <Second>{t.waiting(length(account.waitingMinutes))}</Second> : null}
      </View>
    </Hero>
  );
}
