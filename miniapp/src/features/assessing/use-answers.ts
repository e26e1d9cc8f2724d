import type { AssessmentView } from '@shared/assessments/assessments.contract';
import { readAssessment, saveAnswers } from '@shared/assessments/assessments.contract';
import type { Answer } from '@shared/assessments/score';
import type { AssessmentId } from '@shared/kernel/ids';
import { useCallback, useEffect, useRef, useState } from 'react';
import { command, type Failure, useQuery } from '@/platform';
import { storage } from '@/platform/storage';
import { keepMine, leaveTheirs, put, type Shelf, sent, shownAnswers } from './answer-shelf';

const read = <T>(name: string): T | undefined => {
  const text = storage.read(name);
  return text === undefined ? undefined : (JSON.parse(text) as T);
};

export interface Conflict {
  readonly item: string;
  readonly yours: string;
  readonly theirs: string;
}

/**
 * The answers of one assessment: kept on the phone with each tap and sent when there is a network. The questions and
 * what was answered before are kept too, so that a half-finished assessment goes on in a house without network.
 */
export function useAnswers(assessmentId: AssessmentId) {
  const query = useQuery(readAssessment, { params: { assessmentId } }, { when: () => false });
  const [kept] = useState(() => read<AssessmentView>(`assessment.${assessmentId}`));
  const view = query.data ?? kept;
  const [shelf, setShelf] = useState<Shelf>(() => read<Shelf>(`answers.${assessmentId}`) ?? []);
  const [failure, setFailure] = useState<Failure>();
  const [conflict, setConflict] = useState<Conflict>();
  const latest = useRef(shelf);
  const sending = useRef<Promise<boolean>>();

  useEffect(() => {
    if (query.data) storage.write(`assessment.${assessmentId}`, JSON.stringify(query.data));
  }, [assessmentId, query.data]);

  const keep = useCallback(
    (next: Shelf) => {
      latest.current = next;
      setShelf(next);
      if (next.length > 0) storage.write(`answers.${assessmentId}`, JSON.stringify(next));
      else storage.remove(`answers.${assessmentId}`);
    },
    [assessmentId],
  );

  const refresh = query.refresh;
  const sendAll = useCallback(async (): Promise<boolean> => {
    while (latest.current.length > 0) {
      const given = latest.current;
      const answer = await command(`answers ${assessmentId}`, saveAnswers, {
        params: { assessmentId },
        body: { answers: [...given] },
      });
      if (!answer.ok) {
        setFailure(answer.failure);
        const { failure: why } = answer;
        if (why.kind === 'refused' && why.refusal.code === 'answer_conflict' && why.refusal.values) {
          const index = Number(why.refusal.field?.split('.').at(-1));
          const item = given[index]?.item;
          if (item) setConflict({ item, ...why.refusal.values });
          await refresh();
        }
        return false;
      }
      setFailure(undefined);
      // Read before they leave the shelf, or for a moment they would be in neither and the question open again.
      await refresh();
      keep(sent(latest.current, given));
    }
    return true;
  }, [assessmentId, keep, refresh]);

  /** True once everything is with the server. Whoever asks while it is under way waits for the same. */
  const flush = useCallback((): Promise<boolean> => {
    sending.current ??= sendAll().finally(() => {
      sending.current = undefined;
    });
    return sending.current;
  }, [sendAll]);

  // What was left from last time goes as soon as the page is open.
  useEffect(() => {
    if (latest.current.length > 0) void flush();
  }, [flush]);

  const server: Record<string, Answer> = Object.fromEntries(
    Object.entries(view?.assessment.answers ?? {}).map(([code, one]) => [code, one.answer]),
  );
  const choose = (item: string, answer: Answer) => {
    keep(put(latest.current, item, answer, server[item]));
    void flush();
  };
  const settle = (mine: boolean) => {
    if (!conflict) return;
    keep(
      mine
        ? keepMine(latest.current, conflict.item, server[conflict.item])
        : leaveTheirs(latest.current, conflict.item),
    );
    setConflict(undefined);
    setFailure(undefined);
    void flush();
  };

  return {
    view,
    query,
    answers: shownAnswers(server, shelf),
    waiting: shelf.length,
    offline: failure?.kind === 'offline' || (query.offline && view !== undefined),
    failure: failure?.kind === 'offline' ? undefined : conflict ? undefined : failure,
    conflict,
    choose,
    settle,
    flush,
  };
}
