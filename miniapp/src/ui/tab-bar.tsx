import type { Role } from '@shared/kernel/role';
import { Text, View } from '@tarojs/components';
import { useText } from '../i18n/use-text';
import { type PageName, reLaunch } from '../platform/navigation';
import { useSession } from '../platform/session';
import { aria, ariaChosen } from './aria';
import { classes } from './class-names';
import { Icon, type IconName } from './icon';
import { uiText } from './ui.text';

type TabText =
  | 'home'
  | 'schedule'
  | 'messages'
  | 'account'
  | 'jobs'
  | 'route'
  | 'availability'
  | 'queue'
  | 'elders'
  | 'attention'
  | 'cases'
  | 'groups';
interface Tab {
  readonly page: PageName;
  readonly icon: IconName;
  readonly text: TabText;
}

const account: Tab = { page: 'account', icon: 'person', text: 'account' };
const familyTabs: readonly Tab[] = [
  { page: 'family/home', icon: 'home', text: 'home' },
  { page: 'family/schedule', icon: 'calendar', text: 'schedule' },
  { page: 'family/messages', icon: 'message', text: 'messages' },
  account,
];
const helperTabs: readonly Tab[] = [
  { page: 'helper/home', icon: 'bag', text: 'jobs' },
  { page: 'helper/route', icon: 'calendar', text: 'route' },
  { page: 'helper/availability', icon: 'clock', text: 'availability' },
  account,
];
const coordinatorTabs: readonly Tab[] = [
  { page: 'coordinator/home', icon: 'bag', text: 'queue' },
  { page: 'coordinator/elders', icon: 'people', text: 'elders' },
  { page: 'coordinator/attention', icon: 'shield', text: 'attention' },
  account,
];
const workerTabs: readonly Tab[] = [
  { page: 'social-worker/home', icon: 'book', text: 'cases' },
  { page: 'social-worker/groups', icon: 'leaf', text: 'groups' },
  { page: 'social-worker/elders', icon: 'people', text: 'elders' },
  account,
];
const tabsOf: Partial<Record<Role, readonly Tab[]>> = {
  family: familyTabs,
  volunteer: helperTabs,
  provider: helperTabs,
  coordinator: coordinatorTabs,
  social_worker: workerTabs,
};

/** Elders and the roles whose rooms are still to come have no tabs. */
export const hasTabs = (role: Role | undefined): boolean => role !== undefined && tabsOf[role] !== undefined;

/** The tabs of the role one acts as. WeChat's own tab bar cannot differ by role, nor live in sub-packages. */
export function TabBar({ current }: { readonly current: PageName }) {
  const text = useText(uiText);
  const role = useSession((session) => session.role);
  const tabs = role === undefined ? undefined : tabsOf[role];
  if (tabs === undefined) return null;
  return (
    <View className="nl-tabs" {...aria('tablist')}>
      {tabs.map((tab) => (
        <View
          key={tab.page}
          className={classes('nl-tabs__tab', { 'nl-tabs__tab--here': tab.page === current })}
          onClick={() => {
            if (tab.page !== current) void reLaunch(tab.page);
          }}
          {...aria('tab', text[tab.text])}
          {...ariaChosen('selected', tab.page === current)}
        >
          <Icon name={tab.icon} />
          <Text className="nl-tabs__text">{text[tab.text]}</Text>
        </View>
      ))}
    </View>
  );
}
