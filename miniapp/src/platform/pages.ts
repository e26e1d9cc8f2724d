/**
 * Every page under the name that the code calls it by. A new page is its folder and one line here:
 * `app.config.ts` finds the folder, `go()` refuses at compile time a name that is not here, and a test compares.
 */
export const pages = {
  welcome: 'pages/welcome/index',
  account: 'pages/account/index',
  'family/home': 'pages/family/home/index',
  'family/add-elder': 'pages/family/add-elder/index',
  'family/elder': 'pages/family/elder/index',
  'family/request': 'pages/family/request/index',
  'family/matching': 'pages/family/matching/index',
  'family/schedule': 'pages/family/schedule/index',
  'family/visits': 'pages/family/visits/index',
  'family/visit': 'pages/family/visit/index',
  'family/confirm': 'pages/family/confirm/index',
  'family/messages': 'pages/family/messages/index',
  'family/time-bank': 'pages/family/time-bank/index',
  'helper/home': 'pages/helper/home/index',
  'helper/route': 'pages/helper/route/index',
  'helper/visit': 'pages/helper/visit/index',
  'helper/availability': 'pages/helper/availability/index',
  'helper/join': 'pages/helper/join/index',
  'helper/time-bank': 'pages/helper/time-bank/index',
  'helper/opportunities': 'pages/helper/opportunities/index',
  'coordinator/home': 'pages/coordinator/home/index',
  'coordinator/elders': 'pages/coordinator/elders/index',
  'coordinator/elder': 'pages/coordinator/elder/index',
  'coordinator/register': 'pages/coordinator/register/index',
  'coordinator/request': 'pages/coordinator/request/index',
  'coordinator/book': 'pages/coordinator/book/index',
  'coordinator/attention': 'pages/coordinator/attention/index',
  'coordinator/call-backs': 'pages/coordinator/call-backs/index',
  'coordinator/visit': 'pages/coordinator/visit/index',
  'family/care-plan': 'pages/family/care-plan/index',
  'social-worker/home': 'pages/social-worker/home/index',
  'social-worker/elders': 'pages/social-worker/elders/index',
  'social-worker/open-case': 'pages/social-worker/open-case/index',
  'social-worker/case': 'pages/social-worker/case/index',
  'social-worker/plan': 'pages/social-worker/plan/index',
  'social-worker/evaluation': 'pages/social-worker/evaluation/index',
  'social-worker/assessment': 'pages/social-worker/assessment/index',
  'social-worker/support-map': 'pages/social-worker/support-map/index',
  'social-worker/visit': 'pages/social-worker/visit/index',
  'social-worker/groups': 'pages/social-worker/groups/index',
  'social-worker/group-new': 'pages/social-worker/group-new/index',
  'social-worker/group': 'pages/social-worker/group/index',
  'social-worker/group-members': 'pages/social-worker/group-members/index',
  'social-worker/group-session': 'pages/social-worker/group-session/index',
  'social-worker/programme-new': 'pages/social-worker/programme-new/index',
  'social-worker/programme': 'pages/social-worker/programme/index',
  'social-worker/resources': 'pages/social-worker/resources/index',
  'social-worker/brief': 'pages/social-worker/brief/index',
  'helper/group-sessions': 'pages/helper/group-sessions/index',
  'official/briefs': 'pages/official/briefs/index',
  'official/brief': 'pages/official/brief/index',
  'coordinator/time-bank': 'pages/coordinator/time-bank/index',
  'official/solvency': 'pages/official/solvency/index',
  'video/call': 'pages/video/call/index',
  'coordinator/duty': 'pages/coordinator/duty/index',
  'coordinator/visit-rate': 'pages/coordinator/visit-rate/index',
  'social-worker/duty': 'pages/social-worker/duty/index',
  'helper/duty': 'pages/helper/duty/index',
  'official/visit-rate': 'pages/official/visit-rate/index',
  'elder/home': 'pages/elder/home/index',
  'elder/sos': 'pages/elder/sos/index',
  'family/health': 'pages/family/health/index',
  'social-worker/health': 'pages/social-worker/health/index',
  'coordinator/health': 'pages/coordinator/health/index',
  'family/alert': 'pages/family/alert/index',
  'helper/alert': 'pages/helper/alert/index',
  'coordinator/plan': 'pages/coordinator/plan/index',
  'coordinator/alert': 'pages/coordinator/alert/index',
} as const;

export type PageName = keyof typeof pages;
export type PageParams = Readonly<Record<string, string>>;

/** `pages/family/request/index?elderId=…`, with the leading slash that Taro wants. */
export function pageUrl(name: PageName, params: PageParams = {}): string {
  const query = Object.entries(params)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
    .join('&');
  return `/${pages[name]}${query ? `?${query}` : ''}`;
}
