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
 * account that may not is told from a person who said no. Taro hands the calls of these rooms through to WeChat as
 * they are and makes no promises of them, so each is told what to call.
 */
export function enterVoipRoom(room: Room, { onMembers, onInterrupted }: Listeners): Promise<boolean> {
  Taro.onVoIPChatMembersChanged(({ openIdList }) => onMembers(openIdList));
  Taro.onVoIPChatInterrupted(onInterrupted);
  // Taro types the room as the table of its kinds and not as one of them.
  const roomType = 'video' as unknown as Taro.joinVoIPChat.RoomType;
  return new Promise((resolve) => {
    void Taro.joinVoIPChat({
      ...room,
      roomType,
      success: (entered: Partial<Taro.joinVoIPChat.SuccessCallbackResult>) => {
        onMembers(entered.openIdList ?? []);
        resolve(true);
      },
      fail: () => resolve(false),
    });
  });
}

export const leaveVoipRoom = (): void => {
  // Leaving a room that WeChat has closed already is what was wanted.
  void Taro.exitVoIPChat({ fail: () => undefined });
};

export const muteVoipRoom = (silent: boolean): void => {
  const muteConfig = { muteMicrophone: silent, muteEarphone: false };
  void Taro.updateVoIPChatMuteConfig({ muteConfig, fail: () => undefined });
};
