/** WeChat downloads the welcome page first and each role's pages only when somebody acts in that role. */
const MAIN = 'pages/welcome/index';
const rootOf = (page: string): string => page.split('/').slice(0, 2).join('/');
const roots = [...new Set(PAGES.filter((page) => page !== MAIN).map(rootOf))];

export default defineAppConfig({
  pages: [MAIN],
  subPackages: roots.map((root) => ({
    root,
    pages: PAGES.filter((page) => rootOf(page) === root).map((page) => page.slice(root.length + 1)),
  })),
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '暖邻',
    navigationBarTextStyle: 'black',
    backgroundColor: '#faf6ef',
    backgroundTextStyle: 'dark',
  },
  permission: { 'scope.userLocation': { desc: '用于到访签到时核对您在老人家附近，途中不会记录' } },
  requiredPrivateInfos: ['getLocation', 'chooseLocation'],
  lazyCodeLoading: 'requiredComponents',
});
