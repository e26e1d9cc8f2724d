import type { SpokenText } from '../history/history.contract';
import { talkText } from '../visits/sentence';
import {
  isPresent,
  type Member,
  type MemberKey,
  memberOf,
  secondsTalked,
  type VideoCall,
} from './video-call';

const names = (members: readonly Member[]): string => members.map(({ name }) => name).join('、');
const namesEn = (members: readonly Member[]): string => members.map(({ name }) => name).join(', ');

/** How a call stands, said to one of its members. */
export function callSentence(c: VideoCall, to: MemberKey): SpokenText {
  const mine = c.invitedBy === to;
  const caller = memberOf(c, c.invitedBy)?.name ?? '';
  const others = c.members.filter(({ key }) => key !== to);
  switch (c.status) {
    case 'invited':
      return mine
        ? { zh: `正在叫${names(others)}…`, en: `Calling ${namesEn(others)}…` }
        : { zh: `${caller}想和您视频`, en: `${caller} wants to see you` };
    case 'joined': {
      const there = others.filter(isPresent);
      return { zh: `正在和${names(there)}视频`, en: `In a video call with ${namesEn(there)}` };
    }
    case 'ended': {
      const { zh, en } = talkText(secondsTalked(c));
      const met = others.filter(({ presence }) => presence.length > 0);
      return { zh: `和${names(met)}视频了 ${zh}`, en: `Video call of ${en} with ${namesEn(met)}` };
    }
    case 'missed':
      return mine
        ? { zh: `打给${names(others)}，没有人接`, en: `Called ${namesEn(others)}: no answer` }
        : { zh: `${caller}打来视频，没有接到`, en: `Missed a video call from ${caller}` };
    case 'declined':
      return mine
        ? { zh: `${names(others)}现在不方便接`, en: `${namesEn(others)} cannot talk now` }
        : { zh: `${caller}打来视频，没有接`, en: `Declined a video call from ${caller}` };
  }
}
