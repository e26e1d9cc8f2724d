import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inTwoSentences, project, withoutSmallGroups } from './solvency';

const row = (owners: number, n: number) => ({
  villageCode: `2312221052${String(n).padStart(2, '0')}`,
  villageName: `村${n}`,
  owners,
  outstandingMinutes: owners * 60,
  yearMinutes: owners * 6,
  poolMinutes: 0,
  capacityMinutes: 0,
});

describe('villages as officials see them', () => {
  it('tell of no group under five, not even as what is left of the county’s sum', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 12 }), (sizes) => {
        const rows = sizes.map(row);
        const told = withoutSmallGroups(rows);
        const all = rows.reduce((sum, { owners }) => sum + owners, 0);
        const seen = told.reduce((sum, { owners }) => sum + owners, 0);
        for (const each of told) expect(each.owners === 0 || each.owners >= 5).toBe(true);
        // What is hidden together is nobody, five or more, or everybody there is.
        expect(seen === all || all - seen >= 5 || seen === 0).toBe(true);
        for (const each of told) expect(each.outstandingMinutes === undefined).toBe(each.owners === 0);
      }),
      { numRuns: 500 },
    );
  });

  it('hides the next larger village with a single small one', () => {
    const told = withoutSmallGroups([3, 9, 6].map(row));
    expect(told.map(({ owners }) => owners)).toEqual([0, 9, 0]);
  });
});

describe('the projection', () => {
  it('asks elders’ minutes within two years, others’ from seventy on over ten', () => {
    const rows = project(
      [
        { minutes: 1200, birthYear: 1950, kind: 'elder' },
        { minutes: 600, birthYear: 1960, kind: 'person' },
      ],
      2026,
      5000,
    );
    expect(rows.map(({ redeemMinutes }) => redeemMinutes)).toEqual([600, 600, 0, 0, 60, 60, 60, 60, 60, 60]);
  });

  it('is told to members in two sentences, whether it is covered or not', () => {
    expect(inTwoSentences({ outstandingMinutes: 6000, capacityMinutes: 12_000 }).zh).toContain('6 个月');
    expect(inTwoSentences({ outstandingMinutes: 24_000, capacityMinutes: 12_000 }).zh).toContain('2.0 年');
    for (const capacityMinutes of [0, 100, 100_000])
      expect(inTwoSentences({ outstandingMinutes: 6000, capacityMinutes }).zh.match(/。/g)).toHaveLength(2);
  });
});
