import { type Answer, clockOfMinutes } from '@/platform';
import { useSession } from '@/platform/session';
import { confirmed } from './toast';
import { uiText } from './ui.text';

/**
 * Sends; when the hour is late for an elder, asks once whether it is meant and then sends that too. `undefined` when
 * another time is wanted, so nothing was sent.
 */
export async function sendAskingAtNight<T>(
  minuteOfDay: number,
  send: (confirmedNight: boolean) => Promise<Answer<T>>,
): Promise<Answer<T> | undefined> {
  const answer = await send(false);
  const late =
    !answer.ok &&
    answer.failure.kind === 'refused' &&
    answer.failure.refusal.code === 'night_needs_confirmation';
  if (!late) return answer;
  const t = uiText[useSession.getState().locale];
  const meant = await confirmed(t.nightBody(clockOfMinutes(minuteOfDay)), t.nightYes, t.nightNo);
  return meant ? send(true) : undefined;
}
