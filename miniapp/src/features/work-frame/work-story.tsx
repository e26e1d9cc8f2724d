import type { SpokenText } from '@shared/history/history.contract';
import type { Instant } from '@shared/kernel/instant';
import type { ReactNode } from 'react';
import { said, useLocale } from '@/i18n';
import { momentName } from '@/platform';
import { Card, Section, Timeline, useNow } from '@/ui';

interface Told {
  readonly key: string;
  readonly at: Instant;
  readonly title: SpokenText;
  readonly text?: string | undefined;
  readonly onTap?: (() => void) | undefined;
}

interface WorkStoryProps {
  readonly title: string;
  readonly items: readonly Told[];
  readonly children?: ReactNode;
}

/** How a case, a group and a programme end: everything that happened, newest first. */
export function WorkStory({ title, items, children }: WorkStoryProps) {
  const locale = useLocale();
  const at = useNow();
  return (
    <Section title={title}>
      {children}
      <Card>
        <Timeline
          items={items.map((item) => ({
            key: item.key,
            title: said(item.title, locale),
            note: [item.text, momentName(item.at, at, locale)].filter(Boolean).join('　'),
            done: true,
            ...(item.onTap ? { onTap: item.onTap } : {}),
          }))}
        />
      </Card>
    </Section>
  );
}
