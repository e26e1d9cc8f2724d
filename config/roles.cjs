/**
 * One role per room, each with only what its use cases do. osls attaches roles to functions by logical id
 * (`role: IdentityRole`); it has no per-function statements of its own.
 */
const table = { 'Fn::GetAtt': ['Table', 'Arn'] };
const arnOf = (resource) => ({ 'Fn::Sub': `arn:\${AWS::Partition}:${resource}` });

const read = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
// Nothing ever updates an item in place or deletes a batch: a change is a conditional put or delete.
const write = ['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'];
const erase = ['dynamodb:DeleteItem'];

const rooms = {
  // Its health is that the table answers.
  about: { actions: ['dynamodb:Query'], indexes: [] },
  identity: { actions: [...read, ...write, ...erase], indexes: ['byPerson', 'byRegion', 'byDue'] },
  people: { actions: [...read, ...write, ...erase], indexes: ['byElder', 'byPerson', 'byRegion'] },
  helpers: { actions: [...read, ...write, ...erase], indexes: ['byPerson', 'byRegion'] },
  catalogue: { actions: [...read, ...write], indexes: [] },
  'service-requests': {
    actions: [...read, ...write, ...erase],
    indexes: ['byElder', 'byPerson', 'byRegion', 'byDue'],
  },
  offers: { actions: [...read, ...write, ...erase], indexes: ['byElder', 'byPerson'] },
  visits: { actions: [...read, ...write, ...erase], indexes: ['byElder', 'byPerson', 'byRegion', 'byDue'] },
  // A ticket or a link is worth what its signer may do: one file at a time, in these folders, and no list of them.
  media: {
    actions: [...read, ...write],
    indexes: ['byElder', 'byDue'],
    folders: ['in', 'photos', 'voices'],
  },
  assessments: { actions: [...read, ...write], indexes: ['byElder', 'byRegion'] },
  cases: { actions: [...read, ...write], indexes: ['byElder', 'byPerson', 'byRegion'] },
  groups: { actions: [...read, ...write], indexes: ['byElder', 'byRegion'] },
  programmes: { actions: [...read, ...write], indexes: ['byElder', 'byPerson', 'byRegion'] },
  'visit-duty': {
    actions: [...read, ...write],
    indexes: ['byElder', 'byPerson', 'byRegion', 'byDue'],
  },
  'time-bank': {
    actions: [...read, ...write],
    indexes: ['byElder', 'byPerson', 'byRegion', 'byCell', 'byDue'],
    stream: true,
  },
  // It prints what any room holds, and writes down who read a case.
  documents: { actions: [...read, ...write], indexes: ['byElder', 'byPerson', 'byRegion'] },
  history: { actions: read, indexes: ['byElder'] },
  health: { actions: read, indexes: ['byElder'] },
  matching: {
    actions: [...read, ...write, ...erase],
    indexes: ['byElder', 'byPerson', 'byRegion', 'byDue'],
    stream: true,
  },
  planning: {
    actions: [...read, ...write],
    indexes: ['byElder', 'byPerson', 'byRegion'],
    stream: true,
  },
  alerts: {
    actions: [...read, ...write],
    indexes: ['byElder', 'byPerson', 'byRegion', 'byDue'],
    stream: true,
  },
  'video-calls': {
    actions: [...read, ...write],
    indexes: ['byElder', 'byPerson', 'byDue'],
    posts: true,
  },
  live: {
    actions: [...read, ...write, ...erase],
    indexes: ['byElder', 'byPerson', 'byRegion'],
    stream: true,
    posts: true,
  },
};

const pascal = (room) => room.replace(/(^|-)([a-z])/g, (_match, _dash, letter) => letter.toUpperCase());

const statements = (room, { actions, indexes, stream, posts, folders = [] }) => [
  {
    Effect: 'Allow',
    Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: arnOf(
      `logs:\${AWS::Region}:\${AWS::AccountId}:log-group:/aws/lambda/nuanlin-\${sls:stage}-${room}*:*`,
    ),
  },
  ...(actions === undefined ? [] : [{ Effect: 'Allow', Action: actions, Resource: table }]),
  ...(indexes === undefined || indexes.length === 0
    ? []
    : [
        {
          Effect: 'Allow',
          Action: 'dynamodb:Query',
          Resource: indexes.map((index) => ({ 'Fn::Sub': `\${Table.Arn}/index/${index}` })),
        },
      ]),
  ...(stream
    ? [
        {
          Effect: 'Allow',
          Action: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
          Resource: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
        },
        { Effect: 'Allow', Action: 'dynamodb:ListStreams', Resource: '*' },
        {
          Effect: 'Allow',
          Action: 'sqs:SendMessage',
          Resource: { 'Fn::GetAtt': ['UndeliveredChanges', 'Arn'] },
        },
      ]
    : []),
  ...(folders.length === 0
    ? []
    : [
        {
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
          Resource: folders.map((folder) => arnOf(`s3:::\${self:provider.s3.media.name}/${folder}/*`)),
        },
      ]),
  ...(posts
    ? [
        {
          Effect: 'Allow',
          Action: 'execute-api:ManageConnections',
          Resource: arnOf(
            `execute-api:\${AWS::Region}:\${AWS::AccountId}:\${WebsocketsApi}/\${sls:stage}/POST/@connections/*`,
          ),
        },
      ]
    : []),
];

const role = ([room, needs]) => [
  `${pascal(room)}Role`,
  {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
        ],
      },
      Policies: [
        { PolicyName: room, PolicyDocument: { Version: '2012-10-17', Statement: statements(room, needs) } },
      ],
    },
  },
];

module.exports = { Resources: Object.fromEntries(Object.entries(rooms).map(role)) };
