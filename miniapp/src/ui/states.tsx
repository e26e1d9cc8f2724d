import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useLocale, useText } from '../i18n/use-text';
import type { Failure } from '../platform/client-core';
import { aria } from './aria';
import { Button } from './button';
import { failureText } from './failure-text';
import { Icon, type IconName } from './icon';
import { uiText } from './ui.text';
import type { Action } from './use-busy';

interface EmptyStateProps {
  readonly icon?: IconName;
  /** An invitation, not a statement: 还没有记录。请人去看看妈妈？ */
  readonly title: string;
  readonly note?: string;
  readonly action?: ReactNode;
}

/** An empty page invites to what would fill it. */
export const EmptyState = ({ icon = 'leaf', title, note, action }: EmptyStateProps) => (
  <View className="nl-state">
    <View className="nl-state__mark nl-tone--pine">
      <Icon name={icon} />
    </View>
    <Text className="nl-title">{title}</Text>
    {note ? <Text className="nl-second">{note}</Text> : null}
    {action ? <View className="nl-state__action">{action}</View> : null}
  </View>
);

/** The refusal's own sentence and the way on. */
export function ErrorState({ failure, onRetry }: { readonly failure: Failure; readonly onRetry?: Action }) {
  const text = useText(uiText);
  const { title, advice } = failureText(failure, useLocale());
  return (
    <View className="nl-state" {...aria('alert')}>
      <View className="nl-state__mark nl-tone--wheat">
        <Icon name={failure.kind === 'offline' ? 'offline' : 'alert'} />
      </View>
      <Text className="nl-title">{title}</Text>
      <Text className="nl-second">{advice}</Text>
      {onRetry ? (
        <View className="nl-state__action">
          <Button kind="outline" onTap={onRetry}>
            {text.retry}
          </Button>
        </View>
      ) : null}
    </View>
  );
}

/** The shape of what is coming, so that the page does not jump. */
export function Skeleton({ cards = 2 }: { readonly cards?: number }) {
  const text = useText(uiText);
  return (
    <View className="nl-stack" {...aria(undefined, text.loading)}>
      {Array.from({ length: cards }, (_, index) => `card-${index}`).map((key) => (
        <View key={key} className="nl-card">
          <View className="nl-skeleton__head">
            <View className="nl-skeleton nl-skeleton--round" />
            <View className="nl-skeleton__lines">
              <View className="nl-skeleton nl-skeleton--half" />
              <View className="nl-skeleton" />
            </View>
          </View>
          <View className="nl-skeleton nl-skeleton--block" />
        </View>
      ))}
    </View>
  );
}

/** A soft strip that says something without asking for an answer. */
export const Notice = ({
  children,
  tone = 'wheat',
  aside,
}: {
  readonly children: ReactNode;
  readonly tone?: 'wheat' | 'pine' | 'sky' | 'alarm' | 'persimmon';
  readonly aside?: string;
}) => (
  <View className={`nl-notice nl-tone--${tone}`} {...aria('alert')}>
    <Text className="nl-notice__text">{children}</Text>
    {aside ? <Text className="nl-notice__aside">{aside}</Text> : null}
  </View>
);

/** A refusal within a page that stays as it is: after a tap that was not granted. */
export function RefusalNotice({ failure }: { readonly failure: Failure | undefined }) {
  const locale = useLocale();
  if (failure === undefined) return null;
  return (
    <Notice tone={failure.kind === 'offline' ? 'wheat' : 'alarm'}>
      {failureText(failure, locale).advice}
    </Notice>
  );
}

/** Shown above what was read before, while there is no network. */
export function OfflineBanner({
  offline,
  waiting,
}: {
  readonly offline: boolean;
  readonly waiting?: string;
}) {
  const text = useText(uiText);
  if (!offline) return null;
  return <Notice {...(waiting ? { aside: waiting } : {})}>{text.offline}</Notice>;
}
