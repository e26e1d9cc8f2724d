import type { CallId } from '@shared/kernel/ids';
import { minutesBetween } from '@shared/kernel/instant';
import { type CallCard, declineVideoCall, listVideoCalls } from '@shared/video-calls/video-calls.contract';
import { said } from '@/i18n/said';
import { useLocale } from '@/i18n/use-text';
import { command } from '@/platform';
import { useQuery } from '@/platform/use-query';
import { Button, ButtonRow, Card, Tag, useNow } from '@/ui';
import { videoCallText } from './video-call.text';

const MISSED_MINUTES = 12 * 60;

interface CallStripProps {
  /** Answering opens the call and comes in. */
  readonly onAnswer: (callId: CallId) => void;
  /** On the elder's page also the last call, when it was missed: to be called back with one touch. */
  readonly onCallBack?: (call: CallCard) => Promise<void>;
}

/** On top of a page while somebody calls; nothing otherwise. */
export function CallStrip({ onAnswer, onCallBack }: CallStripProps) {
  const locale = useLocale();
  const t = videoCallText[locale];
  const { data, refresh } = useQuery(listVideoCalls, {});
  const calls = data?.calls ?? [];
  const decline = async (callId: CallId): Promise<void> => {
    await command(`decline ${callId}`, declineVideoCall, { params: { callId }, body: {} });
    await refresh();
  };
  const now = useNow();
  // What was missed yesterday is in the inbox; on top it would only worry.
  const last = calls[0] && minutesBetween(calls[0].invitedAt, now) < MISSED_MINUTES ? calls[0] : undefined;
  const going = calls.filter(({ rings, can }) => !rings && can.includes('join') && !can.includes('decline'));
  return (
    <>
      {calls
        .filter(({ rings }) => rings)
        .map((call) => (
          <Card
            key={call.callId}
            edge="sky"
            title={said(call.sentence, locale)}
            aside={<Tag tone="sky">{t.title}</Tag>}
          >
            <ButtonRow>
              <Button kind="outline" onTap={() => decline(call.callId)}>
                {t.notNow}
              </Button>
              <Button kind="pine" icon="video" onTap={() => onAnswer(call.callId)}>
                {t.answer}
              </Button>
            </ButtonRow>
          </Card>
        ))}
      {going.map((call) => (
        <Card key={call.callId} edge="sky" title={said(call.sentence, locale)}>
          <Button kind="pine" icon="video" onTap={() => onAnswer(call.callId)}>
            {t.rejoin}
          </Button>
        </Card>
      ))}
      {last?.missed && onCallBack ? (
        <Card key={last.callId} edge="wheat" title={said(last.sentence, locale)}>
          <Button icon="video" kind="outline" onTap={() => onCallBack(last)}>
            {t.callBack}
          </Button>
        </Card>
      ) : null}
    </>
  );
}
