import { describe, expect, test } from '@jest/globals';
import type { ElderId, PersonId } from '../kernel/ids';
import type { Instant } from '../kernel/instant';
import { consent, end, hasEnded, type Kinship, kinship } from './kinship';

const son = 'person_00000000000000000000000001' as PersonId;
const elderHerself = 'person_00000000000000000000000002' as PersonId;
const coordinator = 'person_00000000000000000000000003' as PersonId;
const at = '2026-11-24T01:00:00.000Z' as Instant;

const asked: Kinship = {
  status: 'proposed',
  elderId: 'elder_00000000000000000000000001' as ElderId,
  personId: son,
  personName: '王建国',
  elderName: '王秀兰',
  villageCode: '231222105001',
  relation: 'son',
  proposedAt: at,
};
const yes = { witness: 'coordinator', witnessedBy: coordinator, how: '上门当面同意', at } as const;
const outcome = (result: ReturnType<typeof consent> | ReturnType<typeof end>): Kinship => {
  if (!result.ok) throw new Error(result.refusal.code);
  return kinship.parse(result.value);
};
const closed = { ok: false, refusal: { code: 'kinship_closed' } };

describe('a kinship', () => {
  test('keeps the names of both sides and of the witness when it is consented to', () => {
    expect(outcome(consent(asked, yes, 'coordinator'))).toEqual({
      ...asked,
      status: 'consented',
      consent: yes,
    });
  });

  test('cannot be consented to by the one who asked', () => {
    expect(consent(asked, { ...yes, witnessedBy: son }, 'coordinator')).toEqual({
      ok: false,
      refusal: { code: 'witness_is_kin' },
    });
  });

  test('is consented to by the elder alone or before the coordinator, and neither speaks for the other', () => {
    const alone = { ...yes, witness: 'elder', witnessedBy: elderHerself } as const;
    expect(outcome(consent(asked, alone, 'elder'))).toMatchObject({ consent: { witness: 'elder' } });
    const wrong = { ok: false, refusal: { code: 'witness_not_you', field: 'body.witness' } };
    expect(consent(asked, { ...alone, witnessedBy: coordinator }, 'coordinator')).toEqual(wrong);
    expect(consent(asked, { ...yes, witnessedBy: elderHerself }, 'elder')).toEqual(wrong);
  });

  test('is refused when the elder or the coordinator ends it before consent', () => {
    expect(outcome(end(asked, elderHerself, '不认识', at))).toMatchObject({
      status: 'refused',
      refusedBy: elderHerself,
      why: '不认识',
    });
  });

  test('is withdrawn when the one who asked takes it back, before consent or after', () => {
    expect(outcome(end(asked, son, '', at)).status).toBe('withdrawn');
    expect(outcome(end(outcome(consent(asked, yes, 'coordinator')), son, '', at)).status).toBe('withdrawn');
  });

  test('is withdrawn, and the consent is gone from it, when the elder ends it after consent', () => {
    const ended = outcome(end(outcome(consent(asked, yes, 'coordinator')), elderHerself, '', at));
    expect(ended.status).toBe('withdrawn');
    expect(ended).not.toHaveProperty('consent');
  });

  test('can be neither consented to nor ended again once it has ended', () => {
    for (const by of [son, coordinator]) {
      const over = outcome(end(asked, by, '', at));
      expect(hasEnded(over)).toBe(true);
      expect(consent(over, yes, 'coordinator')).toEqual(closed);
      expect(end(over, coordinator, '', at)).toEqual(closed);
    }
  });

  test('can be consented to only once', () => {
    expect(consent(outcome(consent(asked, yes, 'coordinator')), yes, 'coordinator')).toEqual(closed);
  });
});
