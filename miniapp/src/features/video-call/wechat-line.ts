import type { ReplyOf } from '@shared/kernel/route';
import type { signVoipChat } from '@shared/video-calls/video-calls.contract';
import { enterVoipRoom, leaveVoipRoom, muteVoipRoom } from '@/platform/voip';
import { type Line, type LineOptions, noView } from './line';

/**
 * WeChat's own room, of which the page only shows the windows. Undefined when WeChat does not open it: the account's
 * category is not allowed to, or the person said no to microphone and camera.
 */
export async function openWeChatLine(
  { changed }: Pick<LineOptions, 'changed'>,
  signed: ReplyOf<typeof signVoipChat>,
): Promise<Line | undefined> {
  const { openid, ...room } = signed;
  let others: readonly string[] = [];
  let lost = false;
  const entered = await enterVoipRoom(room, {
    onMembers: (all) => {
      others = all.filter((each) => each !== openid);
      lost = false;
      changed();
    },
    onInterrupted: () => {
      lost = true;
      changed();
    },
  });
  if (!entered) return undefined;
  return {
    view: () => ({
      ...noView,
      going: lost ? 'lost' : others.length > 0 ? 'talking' : 'connecting',
      openids: [openid, ...others],
    }),
    hear: () => undefined,
    reached: () => undefined,
    present: () => undefined,
    mute: muteVoipRoom,
    // The window itself turns its camera (`device-position`).
    turnCamera: async () => undefined,
    close: leaveVoipRoom,
  };
}
