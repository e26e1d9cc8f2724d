import type { Cause, Moved } from './moved';

/** How the people of a plan are called, by index. */
export interface Names {
  readonly visit: (visit: number) => string;
  readonly helper: (helper: number) => string;
}

const causes: Readonly<Record<Cause, readonly [zh: string, en: string]>> = {
  cancelled: ['这次到访取消了', 'this visit was cancelled'],
  sick: ['原来的帮手病了', 'the helper who was to come is ill'],
  late: ['帮手要晚到', 'the helper is running late'],
  urgent: ['有一件急事', 'something urgent came up'],
  made_room: ['给别家腾出人手', 'to make room for another visit'],
  knock_on: ['前面的安排变了', 'an earlier visit changed'],
};

const clock = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(Math.floor(minute % 60)).padStart(2, '0')}`;

/** What moved and why, in both languages, for whoever publishes the plan. */
export function movedSentence(moved: Moved, names: Names): { readonly zh: string; readonly en: string } {
  const visit = names.visit(moved.visit);
  const [zh, en] = causes[moved.why];
  switch (moved.kind) {
    case 'dropped':
      return { zh: `${visit}：不用去了，${zh}。`, en: `${visit}: nobody needs to come; ${en}.` };
    case 'unmet':
      return {
        zh: `${visit}：现在没有人能去，请您安排，${zh}。`,
        en: `${visit}: nobody can come now, please see to it; ${en}.`,
      };
    case 'placed': {
      const { helper, startsAt } = moved.after;
      return {
        zh: `${visit}：${clock(startsAt)} 由${names.helper(helper)}去，${zh}。`,
        en: `${visit}: ${names.helper(helper)} comes at ${clock(startsAt)}; ${en}.`,
      };
    }
    case 'other_helper': {
      const { before, after } = moved;
      return {
        zh: `${visit}：${clock(after.startsAt)} 改由${names.helper(after.helper)}去，原来是${names.helper(before.helper)}，${zh}。`,
        en: `${visit}: ${names.helper(after.helper)} comes at ${clock(after.startsAt)} instead of ${names.helper(before.helper)}; ${en}.`,
      };
    }
    case 'other_time': {
      const { before, after } = moved;
      return {
        zh: `${visit}：${names.helper(after.helper)}从 ${clock(before.startsAt)} 改到 ${clock(after.startsAt)}，${zh}。`,
        en: `${visit}: ${names.helper(after.helper)} comes at ${clock(after.startsAt)} instead of ${clock(before.startsAt)}; ${en}.`,
      };
    }
  }
}
