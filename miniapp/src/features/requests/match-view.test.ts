import { describe, expect, it } from '@jest/globals';
import { type OfferView, offerView, type RequestDetail } from '@shared/service-requests/requests.contract';
import { placeOnMap } from '@/ui/map-placing';
import { askedPeople, nextWords, sketchOf } from './match-view';
import { requestText } from './requests.text';

const zh = requestText['zh-CN'];
const id = (prefix: string, nth = 0) => `${prefix}_01JABCDEFGHJKMNPQRSTVWXYZ${nth}`;

interface Asking {
  readonly nth: number;
  readonly name: string;
  readonly metres: number;
  readonly bearing: number;
  readonly status?: object;
  readonly reasons?: readonly object[];
  readonly helper?: object;
}
/** Parsed by the contract, so that no offer stands here which the server could not send. */
const asking = ({ nth, name, metres, bearing, status, reasons = [], helper = {} }: Asking): OfferView =>
  offerView.parse({
    bearing,
    helper: {
      helperId: id('helper', nth),
      name,
      kind: 'volunteer',
      gender: 'female',
      villageName: '红光村',
      ...helper,
    },
    offer: {
      status: 'pending',
      offerId: id('offer', nth),
      requestId: id('request'),
      elderId: id('elder'),
      helperId: id('helper', nth),
      wave: 1,
      rank: nth + 1,
      distanceMetres: metres,
      travelMinutes: 5,
      score: 1,
      parts: {
        travel: 1,
        familiar: 0,
        village: 1,
        skill: 1,
        reliable: 1,
        fair: 1,
        onTheWay: 0,
        cost: 1,
        wished: 0,
      },
      reasons,
      startsAt: '2026-11-25T01:00:00Z',
      offeredAt: '2026-11-24T06:00:00Z',
      expiresAt: '2026-11-24T06:15:00Z',
      ...status,
    },
  });
const li = asking({
  nth: 0,
  name: '李桂芬',
  metres: 340,
  bearing: 90,
  reasons: [
    { code: 'same_village', kind: 'volunteer' },
    { code: 'distance', metres: 340, minutes: 5, travel: 'walk' },
    { code: 'been_before', times: 11 },
    { code: 'punctual', percent: 98 },
  ],
});
const zhao = asking({
  nth: 1,
  name: '赵敏',
  metres: 2600,
  bearing: 0,
  status: { status: 'declined', answeredAt: '2026-11-24T06:01:00Z', why: '' },
  helper: { kind: 'provider', organizationName: '康乐居家服务站', hourlyFee: 4500 },
});

describe('who is asked', () => {
  it('stands with where they are on one line and why them below', () => {
    const [first, second] = askedPeople([zhao, li], zh, 'zh-CN');
    expect(first).toMatchObject({
      name: '李桂芬',
      about: '同村志愿者·340 米·步行 5 分钟',
      standing: '已邀请',
      until: '2026-11-24T06:15:00Z',
    });
    expect(first?.why.map(({ text }) => text)).toEqual(['来过 11 次', '守时 98%']);
    expect(second).toMatchObject({
      name: '康乐居家服务站',
      about: '赵敏·2.6 公里·￥45/小时',
      standing: '这次不方便',
    });
    expect(second).not.toHaveProperty('until');
  });

  it('has whoever said yes at the top, even from a later wave', () => {
    const yes = asking({
      nth: 4,
      name: '张国强',
      metres: 1200,
      bearing: 200,
      status: { status: 'accepted', answeredAt: '2026-11-24T06:02:00Z', visitId: id('visit') },
    });
    expect(askedPeople([li, zhao, yes], zh, 'zh-CN')[0]?.name).toBe('张国强');
  });
});

describe('the sketch of who is near', () => {
  it('reaches to the farthest in whole kilometres and counts whom it shows', () => {
    const sketch = sketchOf([li, zhao], zh, 'zh-CN');
    expect([sketch.radiusMetres, sketch.caption]).toEqual([3000, '3 公里内邀请了 2 位']);
  });

  it('draws a bearing of ninety degrees to the east and of zero to the north', () => {
    const { home, people, radiusMetres } = sketchOf([li, zhao], zh, 'zh-CN');
    const [east, north] = people.map(({ position }) => placeOnMap(home, position, radiusMetres, 1));
    expect(east?.left).toBeGreaterThan(60);
    expect(east?.top).toBeCloseTo(50, 5);
    expect(north?.left).toBeCloseTo(50, 5);
    expect(north?.top).toBeLessThan(40);
  });

  it('says that it is looking while nobody has been asked', () => {
    expect(sketchOf([], zh, 'zh-CN').caption).toBe('正在看附近谁有空');
  });
});

describe('what happens next', () => {
  const of = (status: string, offers: readonly OfferView[]) =>
    nextWords({ request: { status }, offers } as unknown as RequestDetail, zh, 'zh-CN');

  it('names how long an invitation waits', () => {
    expect(of('matching', [li])).toContain('15 分钟内未应答会自动邀请下一位');
    expect(of('matching', [zhao])).toBe('正在邀请下一位，稍等一下。');
  });

  it('names the coordinator where nobody could', () => {
    expect(of('unmet', [])).toContain('养老协理员');
  });
});
