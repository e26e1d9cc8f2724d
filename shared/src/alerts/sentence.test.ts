import { describe, expect, it } from '@jest/globals';
import { addMinutes } from '../kernel/instant';
import { handle } from './climb';
import {
  answered,
  climbed,
  coordinator,
  elderActor,
  neighbour,
  RAISED,
  raised,
  son,
  waiting,
} from './factories';
import { farFromUsual } from './far-from-usual';
import { afterAttempt, type Message } from './message';
import { alertSentence, nextSentence, timeline } from './sentence';

const later = (minutes: number) => addMinutes(RAISED, minutes);
const toSon: Message = afterAttempt(
  afterAttempt(waiting(son), 'refused', RAISED) as Extract<Message, { status: 'waiting' }>,
  'sent',
  RAISED,
);

describe('the timeline of an alert', () => {
  it('says who was told by which channel, who answered and what was done, in order', () => {
    const seen = answered(climbed(raised(), RAISED).alert, son, later(1), false);
    const going = answered(seen, neighbour, later(2));
    const done = handle(
      going,
      { ...elderActor, ...coordinator, role: 'coordinator' },
      later(20),
      '扶起来了，没有受伤',
    );
    if (!done.ok) throw new Error(done.refusal.code);
    const told = [
      toSon,
      waiting(neighbour),
      { ...toSon, ...coordinator, status: 'unsent', attempts: [] } as Message,
    ];
    expect(timeline(done.value, told).map(({ sentence }) => sentence.zh)).toEqual([
      '王大娘按了紧急求助',
      '通知家属王建国（短信）',
      '通知协理员刘芳（只有站内消息）',
      '通知了 1 位附近帮手',
      '王建国看到了，正在联系',
      '李桂芬去看看，大约 6 分钟',
      '协理员刘芳处理好了：扶起来了，没有受伤',
    ]);
  });

  it('says what happens next by itself while nobody has answered', () => {
    const { alert } = climbed(raised(), RAISED);
    expect(nextSentence(alert)?.zh).toBe('14:01 还没有人回应，就通知王丽');
    expect(alertSentence(alert).zh).toBe('还没有人回应，14:01 再通知');
  });

  it('names who is on the way', () => {
    expect(alertSentence(answered(climbed(raised(), RAISED).alert, neighbour, later(1))).zh).toBe(
      '李桂芬正赶过去',
    );
  });
});

describe('readings far from usual', () => {
  const reading = (value: number, far: boolean) => ({
    name: 'systolic' as const,
    label: { zh: '高压', en: 'Systolic' },
    value,
    unit: 'mmHg',
    at: RAISED,
    far,
    sentence: { zh: `高压 ${value}`, en: `Systolic ${value}` },
  });
  it('are told in one sentence, and those near it are not', () => {
    expect(farFromUsual([reading(170, true), reading(138, false), reading(90, true)])?.zh).toBe(
      '高压 170；高压 90',
    );
    expect(farFromUsual([reading(169, false)])).toBeUndefined();
  });
});
