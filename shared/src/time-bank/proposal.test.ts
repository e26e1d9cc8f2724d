import { describe, expect, it } from '@jest/globals';
import type { PersonId } from '../kernel/ids';
import type { Day, Instant } from '../kernel/instant';
import { countyRules, firstVersion } from './city-rules';
import { type ProposedRules, propose, publishProposal, withdrawProposal } from './proposal';

const one = 'person_00000000000000000000000001' as PersonId;
const other = 'person_00000000000000000000000002' as PersonId;
const AT = '2026-11-25T02:00:00.000Z' as Instant;
const LATER = '2026-11-25T03:00:00.000Z' as Instant;
const versions = [firstVersion(countyRules, '2020-01-01')];
const from = (validFrom: string): ProposedRules => ({ ...countyRules, validFrom: validFrom as Day });
const next = { county: '231222', why: '冬天送餐多', rules: from('2026-12-01') };
const made = () => {
  const proposal = propose(undefined, next, one, AT);
  if (!proposal.ok) throw new Error(proposal.refusal.code);
  return proposal.value;
};

describe('new rules', () => {
  it('are proposed by one official and published by another, with the next number', () => {
    const published = publishProposal(made(), AT, versions, other, LATER);
    expect(published).toMatchObject({
      ok: true,
      value: { rules: { version: 2, validFrom: '2026-12-01' }, proposal: { publishedBy: other } },
    });
  });

  it('are not published by whoever proposed them', () => {
    expect(publishProposal(made(), AT, versions, one, LATER)).toMatchObject({
      refusal: { code: 'time_rules_second_official' },
    });
  });

  it('wait one at a time, and the next may come once the one before has an end', () => {
    const waiting = made();
    expect(propose(waiting, next, other, LATER)).toMatchObject({ refusal: { code: 'time_rules_waiting' } });
    const withdrawn = withdrawProposal(waiting, AT, one, LATER);
    if (!withdrawn.ok) throw new Error(withdrawn.refusal.code);
    expect(propose(withdrawn.value, next, other, LATER).ok).toBe(true);
  });

  it('are published as they were read: another proposal, or one that has an end, is not meant', () => {
    const gone = { refusal: { code: 'time_rules_not_waiting' } };
    expect(publishProposal(made(), LATER, versions, other, LATER)).toMatchObject(gone);
    expect(publishProposal(undefined, AT, versions, other, LATER)).toMatchObject(gone);
    const published = publishProposal(made(), AT, versions, other, LATER);
    if (!published.ok) throw new Error(published.refusal.code);
    expect(publishProposal(published.value.proposal, AT, versions, other, LATER)).toMatchObject(gone);
    expect(withdrawProposal(published.value.proposal, AT, one, LATER)).toMatchObject(gone);
  });

  it('are withdrawn by their proposer only', () => {
    expect(withdrawProposal(made(), AT, other, LATER)).toMatchObject({
      refusal: { code: 'time_rules_not_yours' },
    });
  });

  it('never begin in the past, neither when they are proposed nor when they are published', () => {
    const past = { refusal: { code: 'time_rules_date' } };
    expect(propose(undefined, { ...next, rules: from('2026-11-25') }, one, AT)).toMatchObject(past);
    const late = '2026-12-01T01:00:00.000Z' as Instant;
    expect(publishProposal(made(), AT, versions, other, late)).toMatchObject(past);
  });
});
