import { expect, test } from '@jest/globals';
import { printTimeStatement } from '@shared/documents/documents.contract';
import type { MadeFile } from '@shared/kernel/file';
import { call, cast, stage } from '../test-support';
import { served } from './handler';

test('a document arrives whole, with a name that any phone can keep, and says who had it made', async () => {
  const { personId } = cast.family.own;
  const answer = await call(served, printTimeStatement, await stage(), { as: personId, role: 'family' });
  const file = JSON.parse(answer.text) as MadeFile;
  const bytes = Buffer.from(file.base64, 'base64').toString('latin1');
  expect(file.mimeType).toBe('application/pdf');
  expect(file.fileName).toMatch(/^时间银行对账单-[^\\/:*?"<>|\s]+-\d{4}-\d{2}-\d{2}\.pdf$/);
  expect([bytes.slice(0, 5), bytes.trimEnd().slice(-5)]).toEqual(['%PDF-', '%%EOF']);
});
