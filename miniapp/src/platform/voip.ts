import Taro from '@tarojs/taro';

interface Room {
  readonly groupId: string;
  readonly nonceStr: string;
  readonly timeStamp: number;
  readonly signature: string;
}
interface Listeners {
  readonly onMembers: (openids: readonly string[]) => void;
  readonly onInterrupted: () => void;
}

/**
 * Enters a room of WeChat's. False when WeChat refuses, for whatever reason: the documents name no code by which an
 * account that may not is told from a person who said no.
 */
export async function enterVoipRoom(room: Room, { onMembers, onInterrupted }: Listeners): Promise<boolean> {
  Taro.onVoIPChatMembersChanged(({ openIdList }) => onMembers(openIdList));
  Taro.onVoIPChatInterrupted(onInterrupted);
  try {
    // Taro types the room as the table of its kinds and not as one of them.
    const roomType = 'video' as unknown as Taro.joinVoIPChat.RoomType;
    const entered = await Taro.joinVoIPChat({ ...room, roomType });
    onMembers('openIdList' in entered ? entered.openIdList : []);
    return true;
  } catch {
    return false;
  }
}

export const leaveVoipRoom = (): void => {
  // Leaving a room that WeChat has closed already is what was wanted.
  void Taro.exitVoIPChat({}).catch(() => undefined);
};

export const muteVoipRoom = (silent: boolean): void => {
  void Taro.updateVoIPChatMuteConfig({ muteConfig: { muteMicrophone: silent, muteEarphone: false } }).catch(
    () => undefined,
  );
};
