import { describe, expect, it } from '@jest/globals';
import type { Region } from '@shared/regions/region';
import { checkedElder, emptyElder } from './elder-draft';

const village: Region = {
  code: '231222100201',
  name: '红光村',
  level: 'village',
  path: ['兰西县', '红光镇', '红光村'],
  centre: { lat: 46.25, lng: 126.29 },
};
const filled = {
  ...emptyElder,
  name: '王秀兰',
  callName: '王大娘',
  birthYear: '1952',
  village,
  address: '3 组 12 号',
};

describe('an elder being registered by family', () => {
  it('is sent as the server wants it, without a phone that nobody has', () => {
    const checked = checkedElder(filled);
    expect(checked).toMatchObject({
      ok: true,
      body: {
        relation: 'son',
        elder: { birthYear: 1952, villageCode: '231222100201', position: village.centre },
      },
    });
    expect(checked.ok && 'phone' in checked.body.elder).toBe(false);
  });

  it('names every field that is not right yet', () => {
    const checked = checkedElder({ ...emptyElder, phone: '12345' });
    expect(checked.ok).toBe(false);
    expect(checked.ok ? [] : [...checked.wrong].sort()).toEqual(
      ['address', 'birthYear', 'callName', 'name', 'phone', 'village'].sort(),
    );
  });

  it('stands where it was marked, and is not sent from beyond the village', () => {
    const near = { lat: 46.26, lng: 126.29 };
    expect(checkedElder({ ...filled, position: near })).toMatchObject({
      ok: true,
      body: { elder: { position: near } },
    });
    const far = checkedElder({ ...filled, position: { lat: 45.74, lng: 126.67 } });
    expect(far.ok ? [] : [...far.wrong]).toEqual(['position']);
  });

  it('is called by the name where no other way is known', () => {
    const checked = checkedElder({ ...filled, callName: ' ' });
    expect(checked.ok && checked.body.elder.callName).toBe('王秀兰');
  });
});
