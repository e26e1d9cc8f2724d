import Taro from '@tarojs/taro';

/** Only WeChat asks, and only where the account has a template for alerts. */
export const canAskToSend = (): boolean => Taro.getEnv() === Taro.ENV_TYPE.WEAPP && ALERT_TEMPLATE !== '';

/** WeChat's own question whether one message may be sent. Only from a tap; a no is an answer like any other. */
export async function askToSend(): Promise<boolean> {
  try {
    const answer = await Taro.requestSubscribeMessage({ tmplIds: [ALERT_TEMPLATE], entityIds: [] });
    return (answer as unknown as Record<string, unknown>)[ALERT_TEMPLATE] === 'accept';
  } catch {
    // Switched off in WeChat's settings: there is nothing to ask.
    return false;
  }
}
