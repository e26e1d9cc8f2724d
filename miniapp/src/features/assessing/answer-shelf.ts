import type { GivenAnswer } from '@shared/assessments/assessment';
import type { Answer } from '@shared/assessments/score';

/** Answers that were tapped and have not reached us yet, in the order of tapping; one for each question. */
export type Shelf = readonly GivenAnswer[];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Puts an answer on the shelf. `was` stays what the server had when the question was first answered here. */
export function put(shelf: Shelf, item: string, answer: Answer, server: Answer | undefined): Shelf {
  const waiting = shelf.find((each) => each.item === item);
  const was = waiting ? waiting.was : server;
  const rest = shelf.filter((each) => each.item !== item);
  if (same(was, answer)) return rest;
  return [...rest, { item, answer, ...(was === undefined ? {} : { was }) }];
}

/** What was sent and accepted leaves the shelf, unless it was changed again while it was under way. */
export const sent = (shelf: Shelf, given: Shelf): Shelf =>
  shelf.flatMap((each) => {
    const gone = given.find((one) => one.item === each.item);
    if (!gone) return [each];
    return same(gone.answer, each.answer) ? [] : [{ ...each, was: gone.answer }];
  });

/** A colleague answered differently: keep mine, knowing theirs now; or leave theirs. */
export const keepMine = (shelf: Shelf, item: string, theirs: Answer | undefined): Shelf =>
  shelf.map((each) => {
    if (each.item !== item) return each;
    const { was: _, ...mine } = each;
    return theirs === undefined ? mine : { ...mine, was: theirs };
  });
export const leaveTheirs = (shelf: Shelf, item: string): Shelf => shelf.filter((each) => each.item !== item);

/** What the page shows: the server's answers under those of this phone. */
export const shownAnswers = (
  server: Readonly<Record<string, Answer>>,
  shelf: Shelf,
): Readonly<Record<string, Answer>> => ({
  ...server,
  ...Object.fromEntries(shelf.map((each) => [each.item, each.answer])),
});

/** The first question without an answer; past the last one when there is none. */
export const firstOpen = (codes: readonly string[], answers: Readonly<Record<string, Answer>>): number => {
  const index = codes.findIndex((code) => answers[code] === undefined);
  return index < 0 ? codes.length : index;
};
