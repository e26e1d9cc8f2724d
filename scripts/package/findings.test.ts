import { deflateRawSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { packageFindings } from './findings';

/** One deflated file in an archive, written as the format's description says. */
const zipOf = (name: string, text: string): Buffer => {
  const packed = deflateRawSync(Buffer.from(text));
  const local = Buffer.alloc(30);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
};

const template = (more = '') =>
  JSON.stringify({
    note: more,
    Resources: {
      Visits: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          FunctionName: 'nuanlin-production-visits',
          Role: { 'Fn::GetAtt': ['VisitsRole', 'Arn'] },
        },
      },
      VisitsRole: {
        Type: 'AWS::IAM::Role',
        Properties: {
          Policies: [
            {
              PolicyDocument: {
                Statement: [{ Action: 'dynamodb:Query', Resource: 'table/index/byElder' }],
              },
            },
          ],
        },
      },
    },
  });
const holding = (code: string) => () => zipOf('functions/src/visits/handler.mjs', code);

test('a small bundle that queries only what its role allows is sound', () => {
  const { bundles, faults } = packageFindings(template(), holding('list({index:"byElder"})'));
  expect(faults).toEqual([]);
  expect(bundles).toEqual([{ name: 'visits', kilobytes: 23 / 1024 }]);
});

test('a function without its bundle is named', () => {
  expect(packageFindings(template(), () => undefined).faults).toEqual(['visits has no bundle']);
});

test('a file that a function reads and its package lacks is named', () => {
  const about = template().replace('nuanlin-production-visits', 'nuanlin-production-about');
  expect(packageFindings(about, holding('')).faults).toEqual(['about lacks docs/openapi.json']);
});

test('a bundle above 400 KB is named', () => {
  expect(packageFindings(template(), holding('x'.repeat(409_601))).faults).toEqual([
    'visits is larger than 400 KB',
  ]);
  expect(packageFindings(template(), holding('x'.repeat(409_600))).faults).toEqual([]);
});

test('a query of an index that the role does not allow is named', () => {
  expect(packageFindings(template(), holding('list({index:"byDue"})')).faults).toEqual([
    'visits queries byDue, which VisitsRole does not allow',
  ]);
});

test('a template that fixes the partition is refused, since China is another one', () => {
  expect(packageFindings(template('arn:aws:s3:::x'), holding('')).faults).toHaveLength(1);
});
