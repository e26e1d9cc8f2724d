import type { Instant } from '@shared/kernel/instant';
import { Text, View } from '@tarojs/components';
import { useLocale } from '@/i18n/use-text';
import { agoName } from '@/platform/time';
import { Avatar, Card, Panel, Second, Tag, Third, Title, useNow } from '@/ui';
import './home.scss';
import { homeText } from './home.text';
import { nextVisit, type Today, todayPanel } from './today-view';

export interface Cared {
  readonly name: string;
  readonly callName: string;
  readonly age?: number | undefined;
  /** 兰西县红光村 · 轻度失能 */
  readonly about: string;
}

interface TodayCardProps {
  readonly elder: Cared;
  readonly today: Today;
  readonly updatedAt: Instant | undefined;
  readonly onOpenVisit: (visitId: string) => void;
  readonly onOpenElder: () => void;
}

/** The answer to "is she all right?", before any button. */
export function TodayCard({ elder, today, updatedAt, onOpenVisit, onOpenElder }: TodayCardProps) {
  const locale = useLocale();
  const now = useNow();
  const t = homeText[locale];
  const panel = todayPanel(today, elder.callName, now, t, locale);
  const next = nextVisit(today, now, locale);
  const shown = today.current?.visit.status === 'checked_in' ? today.current : today.latest;
  return (
    <Card>
      <ElderHead elder={elder} onTap={onOpenElder} />
      <View onClick={() => shown && onOpenVisit(shown.visit.visitId)}>
        <Panel
          tone={panel.tone}
          title={panel.title}
          {...(updatedAt ? { aside: t.updated(agoName(updatedAt, now, locale)) } : {})}
        >
          {panel.body}
        </Panel>
      </View>
      <View className="family-next" onClick={() => next && onOpenVisit(next.visitId)}>
        <View className="family-next__words">
          <Third>{t.next}</Third>
          {next ? <Title>{next.title}</Title> : <Second>{t.nextNone}</Second>}
        </View>
        {next ? <Tag tone="sky">{t.accepted}</Tag> : null}
      </View>
    </Card>
  );
}

export function ElderHead({ elder, onTap }: { readonly elder: Cared; readonly onTap?: () => void }) {
  const t = homeText[useLocale()];
  return (
    <View className="family-head" {...(onTap ? { onClick: onTap } : {})}>
      <Avatar name={elder.name} tone="persimmon" size="large" />
      <View className="family-head__words">
        <Text className="nl-heading">
          {elder.age === undefined ? elder.name : `${elder.name}　${t.years(elder.age)}`}
        </Text>
        <Second>{elder.about}</Second>
      </View>
    </View>
  );
}
