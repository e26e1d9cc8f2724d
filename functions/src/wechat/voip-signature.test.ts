import { expect, test } from '@jest/globals';
import { voipSignature } from './voip-signature';

const documented = {
  appId: 'wx20afc706a711eefc',
  groupId: '1559129713_672975982',
  nonceStr: '8AP6DT9ybtniUJfb',
  timeStamp: 1_559_129_714,
};

test("the example of WeChat's documents is signed as they say", () => {
  expect(voipSignature(documented, 'gDyVgzwa0mFz9uUP7M6GQQ==')).toBe(
    'b002b824688dd8593a6079e11d8c5e8734fbcb39a6d5906eb347bfbcad79c617',
  );
});

test('another room, person or moment is signed differently', () => {
  const signed = [
    voipSignature(documented, 'a'),
    voipSignature(documented, 'b'),
    voipSignature({ ...documented, groupId: 'other' }, 'a'),
    voipSignature({ ...documented, timeStamp: 1_559_129_715 }, 'a'),
  ];
  expect(new Set(signed).size).toBe(signed.length);
});
