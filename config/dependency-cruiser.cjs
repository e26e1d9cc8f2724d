const room = '^functions/src/([^/]+)/';
const placeFinding =
  '^functions/src/(visits/entries|matching/(need|find-candidates|roster/(read|tile))|offers/take-place|service-requests/(elder-month|free-places|make-request)|visits/helper-day|time-bank/attendance-credit|alerts/(climb|contacts)|cases/(open-case|propose))\\.ts$';
const notARoom = '^functions/src/(platform|table|wechat)/';

/** Who may import whom. A mistyped path would slip through every rule, so it is an error of its own. */
module.exports = {
  forbidden: [
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-to-dev-dependency',
      comment: 'What runs in WeChat or on Lambda is a dependency, not a development dependency.',
      severity: 'error',
      from: {
        path: '^(functions|shared|miniapp/src)/',
        pathNot: '\\.(test|suite)\\.tsx?$|test-support|testing',
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'kernel-knows-no-room',
      severity: 'error',
      from: { path: '^shared/src/kernel/' },
      to: { path: '^(shared/src/(?!kernel/)|functions/|miniapp/|scripts/)' },
    },
    {
      name: 'shared-imports-zod-only',
      severity: 'error',
      from: { path: '^shared/src/', pathNot: '\\.test\\.ts$|factories' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'], pathNot: '^node_modules/zod/' },
    },
    {
      name: 'shared-knows-no-user',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(functions|miniapp|scripts)/' },
    },
    {
      name: 'platform-and-table-know-no-handler',
      severity: 'error',
      from: { path: notARoom, pathNot: '\\.test\\.ts$|test-support|authorisation-samples' },
      to: { path: '^functions/src/(?!platform/|table/|wechat/)[^/]+/(?!items\\.ts$)' },
    },
    {
      name: 'rooms-know-only-what-others-store',
      comment:
        'A room may read the items of another and ask who may see them; what the other does with them is its ' +
        'own business. The history is written and read by every room, and a place is found and taken in one way, ' +
        "whether a helper accepts or a coordinator assigns; so is an elder's time and a helper's day, and a request is made in one way, too; so is the credit for a list of who worked. Whoever looks in on an elder begins the ladder of alerts and hands on to a social worker as everybody does, and what is noticed is proposed to one in one way. The printing function prints what each room builds.",
      severity: 'error',
      from: {
        path: room,
        pathNot: `^functions/src/documents/handler\\.ts$|${notARoom}|\\.test\\.ts$|/test-[^/]+\\.ts$`,
      },
      to: {
        path: room,
        pathNot: `^functions/src/($1|platform|table|wechat|history)/|/(items|access)\\.ts$|${placeFinding}`,
      },
    },
    {
      name: 'miniapp-knows-no-function',
      severity: 'error',
      from: { path: '^miniapp/src/' },
      to: { path: '^(functions|scripts)/' },
    },
    {
      name: 'functions-know-no-miniapp',
      severity: 'error',
      from: { path: '^functions/', pathNot: '\\.test\\.ts$|test-support' },
      to: { path: '^(miniapp|scripts)/' },
    },
    {
      name: 'features-never-import-each-other',
      severity: 'error',
      from: { path: '^miniapp/src/features/([^/]+)/' },
      to: { path: '^miniapp/src/features/([^/]+)/', pathNot: '^miniapp/src/features/$1/' },
    },
    {
      name: 'only-pages-know-pages',
      severity: 'error',
      from: { path: '^miniapp/src/(features|ui|platform|i18n)/' },
      to: { path: '^miniapp/src/pages/' },
    },
    {
      name: 'the-kit-knows-no-feature',
      severity: 'error',
      from: { path: '^miniapp/src/(ui|platform|i18n)/' },
      to: { path: '^miniapp/src/features/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.scss', '.d.ts'],
    },
  },
};
