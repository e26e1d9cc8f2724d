import { ScrollView, Text, View } from '@tarojs/components';
import { type CSSProperties, type ReactNode, useState } from 'react';
import { useText } from '../i18n/use-text';
import { back, type PageName } from '../platform/navigation';
import { fontScale, headerSpace } from '../platform/screen';
import { useSession } from '../platform/session';
import { aria } from './aria';
import { Icon } from './icon';
import { hasTabs, TabBar } from './tab-bar';
import { uiText } from './ui.text';

interface PageProps {
  readonly children: ReactNode;
  readonly title?: string;
  /** Small and grey beside the title: a place, a name. */
  readonly subtitle?: string;
  /** With a tab bar there is no back arrow: this page is one of the role's tabs. */
  readonly tab?: PageName;
  /** Buttons that stay at the bottom: one Button or a ButtonRow. */
  readonly actions?: ReactNode;
  readonly onRefresh?: () => Promise<unknown>;
  /** Where back leads when the page was opened directly. */
  readonly backTo?: PageName;
  readonly noBack?: boolean;
}

/** The root of every page: reading mode, header with WeChat's capsule spared out, scrolling, bottom bars. */
export function Page({ children, title, subtitle, tab, actions, onRefresh, backTo, noBack }: PageProps) {
  const mode = useSession((session) => session.mode);
  const tabs = useSession((session) => tab !== undefined && hasTabs(session.role));
  const text = useText(uiText);
  const [pulled, setPulled] = useState(false);
  const space = headerSpace();
  const scale = fontScale();
  const pull = () => {
    if (onRefresh === undefined) return;
    setPulled(true);
    void onRefresh().finally(() => setPulled(false));
  };
  return (
    <View
      className={`nl-page nl-page--${mode}`}
      {...(scale === 1 ? {} : { style: { '--wechat': String(scale) } as CSSProperties })}
    >
      <View
        className="nl-header"
        style={{
          paddingTop: `${space.top}px`,
          paddingRight: `${space.right}px`,
          minHeight: `${space.height}px`,
        }}
      >
        {tabs || noBack ? null : (
          <View className="nl-header__back" onClick={() => void back(backTo)} {...aria('button', text.back)}>
            <Icon name="back" />
          </View>
        )}
        <Text className="nl-header__title" {...aria('heading')}>
          {title}
        </Text>
        {subtitle ? <Text className="nl-header__subtitle">{subtitle}</Text> : null}
      </View>
      <ScrollView
        scrollY
        className="nl-scroll"
        enhanced
        showScrollbar={false}
        {...(onRefresh
          ? {
              refresherEnabled: true,
              refresherTriggered: pulled,
              onRefresherRefresh: pull,
              refresherBackground: '#faf6ef',
            }
          : {})}
      >
        <View className="nl-content">{children}</View>
      </ScrollView>
      {actions ? <View className="nl-actions">{actions}</View> : null}
      {tab && tabs ? <TabBar current={tab} /> : null}
    </View>
  );
}
