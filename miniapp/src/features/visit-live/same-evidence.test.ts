import { expect, test } from '@jest/globals';
import type { Evidence } from '@shared/visits/proof';
import { sameEvidence } from './same-evidence';

const at = (lat: number, lng: number, accuracyMetres = 12): Evidence => ({
  kind: 'position',
  position: { lat, lng } as Extract<Evidence, { kind: 'position' }>['position'],
  accuracyMetres,
});

test('a phone that stands still has arrived once, and one that went on has arrived anew', () => {
  expect(sameEvidence(at(46.3, 126.2))).toEqual(sameEvidence(at(46.30002, 126.20003, 30)));
  expect(sameEvidence(at(46.3, 126.2))).not.toEqual(sameEvidence(at(46.31, 126.2)));
});
test('a code and a reason are what they say', () => {
  expect(sameEvidence({ kind: 'door_code', code: '3012' })).not.toEqual(
    sameEvidence({ kind: 'door_code', code: '3013' }),
  );
});
