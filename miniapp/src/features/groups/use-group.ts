import { changeGroup, type GroupChange, stepGroup } from '@shared/groups/groups.contract';
import type { GroupId } from '@shared/kernel/ids';
import type { BodyOf } from '@shared/kernel/route';
import { useText } from '@/i18n';
import { command } from '@/platform';
import { useSettled } from '@/ui';
import { groupsText } from './groups.text';

type WithoutCommand<T> = T extends unknown ? Omit<T, 'commandId'> : never;
type Step = WithoutCommand<BodyOf<typeof stepGroup>>;

/** Sends what changes a group, and says what came of it. */
export function useGroup(groupId: GroupId, refresh: () => Promise<void>) {
  const text = useText(groupsText);
  const { failure, settle } = useSettled(text.saved, refresh);
  const change = async (wanted: GroupChange): Promise<boolean> => {
    const intent = `group ${groupId} ${wanted.act} ${idIn(wanted)}`;
    const answer = await command(intent, changeGroup, { params: { groupId }, body: { change: wanted } });
    return settle(answer);
  };
  const step = async (wanted: Step): Promise<boolean> => {
    const intent = `group ${groupId} to ${wanted.to}`;
    const answer = await command(intent, stepGroup, { params: { groupId }, body: wanted });
    return settle(answer);
  };
  return { change, step, failure };
}
export type UseGroup = ReturnType<typeof useGroup>;

const idIn = (change: GroupChange): string =>
  'groupSessionId' in change ? change.groupSessionId : 'elderId' in change ? change.elderId : '';
