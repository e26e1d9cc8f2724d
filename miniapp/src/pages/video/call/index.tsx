import type { CallId } from '@shared/kernel/ids';
import { useEffect, useRef, useState } from 'react';
import { InCallButtons, RingingButtons } from '@/features/video-call/call-buttons';
import { CallStage } from '@/features/video-call/call-stage';
import { stateWords } from '@/features/video-call/state-words';
import { useCall } from '@/features/video-call/use-call';
import { useCalling } from '@/features/video-call/use-calling';
import { videoCallText } from '@/features/video-call/video-call.text';
import { useLocale } from '@/i18n';
import { back, callPhone, homeOf, replace, usePageParams, useSession } from '@/platform';
import { Button, ButtonRow, Notice, Page, QueryView, RefusalNotice } from '@/ui';

/** 视频: one call, for everybody in it. Opened with `answer` it comes in by itself, otherwise it asks. */
export default function CallPage() {
  const { callId, answer } = usePageParams();
  const locale = useLocale();
  const t = videoCallText[locale];
  const role = useSession((session) => session.role);
  const call = useCall(callId as CallId);
  const calling = useCalling((next) => void replace('video/call', { callId: next, answer: '1' }));
  const [front, setFront] = useState(true);
  const asked = useRef(answer !== undefined);
  const { data } = call.query;
  const mayJoin = data?.can.includes('join') ?? false;
  const { join } = call;
  useEffect(() => {
    if (!asked.current || !mayJoin) return;
    asked.current = false;
    void join();
  }, [mayJoin, join]);

  const home = () => back(role === undefined ? 'welcome' : homeOf(role));
  const turn = async (): Promise<void> => {
    setFront(!front);
    await call.turn();
  };
  const buttons = () => {
    if (call.inCall)
      return <InCallButtons silent={call.silent} onMute={call.mute} onHangUp={call.leave} onTurn={turn} />;
    if (data?.can.includes('decline') && !call.coming)
      return <RingingButtons onAnswer={call.join} onNotNow={call.decline} />;
    if (data === undefined || call.coming) return undefined;
    const again = call.over ? () => calling.ring(data.elderId, data.visitId) : call.join;
    return (
      <ButtonRow>
        <Button kind="outline" onTap={call.over ? home : call.leave}>
          {call.over ? t.back : t.hangUp}
        </Button>
        <Button kind="pine" icon="video" onTap={again}>
          {t.again}
        </Button>
      </ButtonRow>
    );
  };
  const failure = call.failure ?? calling.failure;
  const phone = data?.phone;
  const stuck =
    call.trouble !== undefined || failure !== undefined || (call.over && data?.status !== 'ended');
  return (
    <Page
      title={t.title}
      noBack={call.inCall}
      {...(role ? { backTo: homeOf(role) } : {})}
      actions={buttons()}
    >
      {call.trouble ? <Notice>{t[call.trouble]}</Notice> : null}
      <RefusalNotice failure={failure} />
      {stuck && phone ? (
        <Button kind="outline" icon="phone" onTap={() => callPhone(phone)}>
          {t.telephone}
        </Button>
      ) : null}
      <QueryView query={call.query} skeletonCards={1}>
        {(view) => (
          <CallStage
            call={view}
            view={call.view}
            front={front}
            words={stateWords(
              {
                call: view,
                going: call.inCall ? call.view.going : undefined,
                picture:
                  call.view.openids.length > 1 ||
                  call.view.seen.some(({ stream }) => stream.getVideoTracks().length > 0),
                silent: call.silent,
              },
              locale,
            )}
          />
        )}
      </QueryView>
    </Page>
  );
}
