import Taro from '@tarojs/taro';

/** A short word that goes by itself: 已保存. What must be read belongs in a Notice. */
export const toast = (title: string): void => {
  void Taro.showToast({ title, icon: 'none', duration: 2200 });
};

/**
 * Asks once more before something that cannot be taken back. `yes` and `no` have at most four characters: WeChat
 * shows no question at all when a button has more.
 */
export async function confirmed(question: string, yes: string, no: string): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    content: question,
    confirmText: yes,
    cancelText: no,
    confirmColor: '#d4532a',
  });
  return confirm;
}
