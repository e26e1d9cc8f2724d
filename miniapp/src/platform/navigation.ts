import type { Role } from '@shared/kernel/role';
import Taro, { useRouter } from '@tarojs/taro';
import { type PageName, type PageParams, pageUrl } from './pages';

export type { PageName, PageParams } from './pages';

/** WeChat keeps at most ten pages on its stack and then refuses to open another one. */
const DEEPEST = 10;

/** Opens a page on top of this one. */
export async function go(name: PageName, params?: PageParams): Promise<void> {
  const url = pageUrl(name, params);
  await (Taro.getCurrentPages().length >= DEEPEST ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }));
}

/** Puts a page in the place of this one, so that back does not come here again. */
export async function replace(name: PageName, params?: PageParams): Promise<void> {
  await Taro.redirectTo({ url: pageUrl(name, params) });
}

/** Closes everything and opens a page: after signing in, switching role, or by the tab bar. */
export async function reLaunch(name: PageName, params?: PageParams): Promise<void> {
  await Taro.reLaunch({ url: pageUrl(name, params) });
}

/** One page back; where this page was opened directly (a shared link), to `otherwise`. */
export async function back(otherwise: PageName = 'welcome'): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack();
  else await reLaunch(otherwise);
}

/** The parameters this page was opened with. */
export function usePageParams(): PageParams {
  const { params } = useRouter();
  return Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );
}

const homes: Record<Role, PageName> = {
  family: 'family/home',
  volunteer: 'helper/home',
  provider: 'helper/home',
  elder: 'elder/home',
  coordinator: 'coordinator/home',
  // Their own pages come with their own rooms; until then they are received on the account page.
  social_worker: 'social-worker/home',
  official: 'account',
  operator: 'account',
};

/** Where somebody acting in this role begins. */
export const homeOf = (role: Role): PageName => homes[role];
