import type { ProgrammeId } from '@shared/kernel/ids';
import type { BodyOf } from '@shared/kernel/route';
import { changeProgramme, type ProgrammeChange, stepProgramme } from '@shared/programmes/programmes.contract';
import { useText } from '@/i18n';
import { command } from '@/platform';
import { useSettled } from '@/ui';
import { programmesText } from './programmes.text';

type WithoutCommand<T> = T extends unknown ? Omit<T, 'commandId'> : never;
type Step = WithoutCommand<BodyOf<typeof stepProgramme>>;

/** Sends what changes a programme, and says what came of it. */
export function useProgramme(programmeId: ProgrammeId, refresh: () => Promise<void>) {
  const text = useText(programmesText);
  const { failure, settle } = useSettled(text.saved, refresh);
  const params = { programmeId };
  const change = async (wanted: ProgrammeChange): Promise<boolean> => {
    const about = 'goalId' in wanted ? wanted.goalId : 'activityId' in wanted ? wanted.activityId : '';
    const intent = `programme ${programmeId} ${wanted.act} ${about}`;
    const answer = await command(intent, changeProgramme, { params, body: { change: wanted } });
    return settle(answer);
  };
  const step = async (wanted: Step): Promise<boolean> => {
    const intent = `programme ${programmeId} to ${wanted.to}`;
    const answer = await command(intent, stepProgramme, { params, body: wanted });
    return settle(answer);
  };
  return { change, step, failure };
}
export type UseProgramme = ReturnType<typeof useProgramme>;
