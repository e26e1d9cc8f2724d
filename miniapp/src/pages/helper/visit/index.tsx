import type { VisitId } from '@shared/kernel/ids';
import { addMinutes, isBefore } from '@shared/kernel/instant';
import type { ReplyOf } from '@shared/kernel/route';
import { CHECK_IN_EARLY_MINUTES } from '@shared/visits/arrive';
import type { Evidence } from '@shared/visits/proof';
import type { readVisit } from '@shared/visits/visits.contract';
import { useState } from 'react';
import { SosButton } from '@/features/alerts/sos-button';
import { isFile, MediaStrip } from '@/features/media/media-strip';
import { WaitingNotice } from '@/features/outbox/waiting-notice';
import { CallStrip } from '@/features/video-call/call-strip';
import { useCalling } from '@/features/video-call/use-calling';
import { videoCallText } from '@/features/video-call/video-call.text';
import { CancelSheet } from '@/features/visit-live/cancel-sheet';
import { CardAsk, CardSheet } from '@/features/visit-live/card-sheet';
import { Checklist } from '@/features/visit-live/checklist';
import { DoorCard } from '@/features/visit-live/door-card';
import { LeaveSheet } from '@/features/visit-live/leave-sheet';
import { LogTools } from '@/features/visit-live/log-tools';
import { MoveSheet } from '@/features/visit-live/move-sheet';
import { PhotoTile } from '@/features/visit-live/photo-tile';
import { evidenceByPosition, PlaceSheet } from '@/features/visit-live/place-sheet';
import { StandingCard } from '@/features/visit-live/standing-card';
import { useVisit } from '@/features/visit-live/use-visit';
import { type Step, useVisitActs } from '@/features/visit-live/use-visit-acts';
import { visitLiveText } from '@/features/visit-live/visit-live.text';
import { VoiceTile } from '@/features/visit-live/voice-tile';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { type Answer, canRecord, clockTime, type Failure, go, reLaunch, usePageParams } from '@/platform';
import {
  Button,
  ButtonRow,
  Page,
  QueryView,
  RefusalNotice,
  Section,
  Tag,
  Timeline,
  toast,
  useNow,
} from '@/ui';

type Open = 'leave' | 'cancel' | 'move' | 'card' | `place ${Step}`;

/** 到访: from the address, through the log, to the farewell. */
export default function HelperVisitPage() {
  const visitId = usePageParams().visitId as VisitId;
  const locale = useLocale();
  const t = visitLiveText[locale];
  const at = useNow();
  const query = useVisit(visitId);
  const acts = useVisitActs(visitId);
  const [failure, setFailure] = useState<Failure>();
  const [open, setOpen] = useState<Open>();
  const [summary, setSummary] = useState('');
  const openCall = (callId: string) => void go('video/call', { callId, answer: '1' });
  const calling = useCalling(openCall);
  const data = query.data?.detail;
  const can = data?.can ?? [];

  const close = () => {
    setOpen(undefined);
    setFailure(undefined);
  };
  /** A refusal may mean that the visit has moved on, so the page looks again in either case. */
  const settle = async (answer: Answer<unknown, Failure>): Promise<void> => {
    setFailure(answer.ok ? undefined : answer.failure);
    await query.refresh();
  };
  const send = async (step: Step, evidence: Evidence): Promise<void> => {
    const answer = await acts.step(step, evidence, summary);
    const corrected = !answer.ok && answer.failure.kind === 'refused' && evidence.kind !== 'position';
    if (!corrected) setOpen(undefined);
    if (answer.ok && answer.value === 'waiting') toast(t.savedHere);
    else if (answer.ok && step === 'leave') toast(t.done);
    await settle(answer);
  };
  const proceed = async (step: Step): Promise<void> => {
    const evidence = await evidenceByPosition();
    setFailure(undefined);
    if (!evidence) return setOpen(`place ${step}`);
    setOpen(undefined);
    await send(step, evidence);
  };
  const sayByCard = async (line: number, code: string): Promise<void> => {
    const answer = await acts.sayByCard(line, code);
    if (answer.ok) {
      toast(answer.value === 'waiting' ? t.savedHere : t.cardDone);
      setOpen(undefined);
    }
    await settle(answer);
  };
  const done = (words: string) => {
    toast(words);
    close();
    void query.refresh();
  };
  const step = open === 'place arrive' ? 'arrive' : open === 'place leave' ? 'leave' : undefined;
  return (
    <Page
      title={data ? `${data.elder.callName} · ${said(data.service, locale)}` : ''}
      backTo="helper/home"
      onRefresh={query.refresh}
      actions={
        data ? (
          <MainButton data={data} onArrive={() => proceed('arrive')} onLeave={() => setOpen('leave')} />
        ) : undefined
      }
    >
      <QueryView query={query}>
        {({ detail, waiting, leftAt, arrivalWaits }) => (
          <>
            <StandingCard card={detail} note={detail.note} leftAt={leftAt} arrivalWaits={arrivalWaits} />
            <CallStrip onAnswer={openCall} />
            <WaitingNotice lane={visitId} />
            <RefusalNotice failure={step || open === 'card' ? undefined : (failure ?? calling.failure)} />
            {detail.cardLine !== undefined && (leftAt || detail.visit.status === 'checked_out') ? (
              <CardAsk line={detail.cardLine} onOpen={() => setOpen('card')} />
            ) : null}
            {detail.home ? <DoorCard home={detail.home} callName={detail.elder.callName} /> : null}
            {can.includes('log') && detail.visit.status === 'checked_in' ? (
              <Checklist visitId={visitId} detail={detail} onKept={settle} />
            ) : null}
            {can.includes('log') ? (
              <LogTools visitId={visitId} onKept={() => void query.refresh()}>
                <PhotoTile visitId={visitId} onKept={() => void query.refresh()} />
                {canRecord ? <VoiceTile visitId={visitId} onKept={() => void query.refresh()} /> : null}
              </LogTools>
            ) : null}
            {detail.entries.some(isFile) ? <MediaStrip visitId={visitId} mine /> : null}
            {detail.visit.status === 'checked_in' && !arrivalWaits ? (
              <Button kind="outline" icon="video" onTap={() => calling.ring(detail.visit.elderId, visitId)}>
                {videoCallText[locale].family}
              </Button>
            ) : null}
            {detail.entries.length > 0 ? (
              <Section title={t.log}>
                <Timeline
                  items={detail.entries.map(({ entry, sentence }) => ({
                    key: entry.entryId,
                    title: `${clockTime(entry.at)} ${said(sentence, locale)}`,
                    done: !waiting.has(entry.entryId),
                    ...(waiting.has(entry.entryId) ? { aside: <Tag tone="wheat">{t.waits}</Tag> } : {}),
                  }))}
                />
              </Section>
            ) : null}
            {can.includes('cancel') || can.includes('check_out') ? (
              <SosButton
                elderId={detail.visit.elderId}
                callName={detail.elder.callName}
                visitId={visitId}
                onRaised={(alertId) => void go('helper/alert', { alertId })}
              />
            ) : null}
            {can.includes('cancel') && isBefore(at, detail.visit.endsAt) ? (
              <ButtonRow>
                <Button kind="quiet" onTap={() => setOpen('move')}>
                  {t.move}
                </Button>
                <Button kind="quiet" onTap={() => setOpen('cancel')}>
                  {t.cancel}
                </Button>
              </ButtonRow>
            ) : null}
          </>
        )}
      </QueryView>
      {step ? (
        <PlaceSheet
          visitId={visitId}
          failure={failure}
          onClose={close}
          onGiven={(evidence) => send(step, evidence)}
        />
      ) : null}
      {open === 'card' && data?.cardLine !== undefined ? (
        <CardSheet line={data.cardLine} failure={failure} onClose={close} onSaid={sayByCard} />
      ) : null}
      {open === 'leave' ? (
        <LeaveSheet
          summary={summary}
          onChange={setSummary}
          onClose={close}
          onLeave={() => proceed('leave')}
        />
      ) : null}
      {open === 'cancel' ? (
        <CancelSheet onClose={close} onCancel={acts.cancel} onDone={() => done(t.gaveUp)} />
      ) : null}
      {open === 'move' && data ? (
        <MoveSheet
          startsAt={data.visit.startsAt}
          minutes={data.visit.minutes}
          onClose={close}
          onMove={acts.move}
          onDone={() => done(t.moved)}
        />
      ) : null}
    </Page>
  );
}

interface MainButtonProps {
  readonly data: ReplyOf<typeof readVisit>;
  readonly onArrive: () => Promise<void>;
  readonly onLeave: () => void;
}

/** The one thing to do now. Before one may check in there is none, and the page says from when. */
function MainButton({ data: { visit, can }, onArrive, onLeave }: MainButtonProps) {
  const t = visitLiveText[useLocale()];
  // Each second: nobody should stand at the door before a button that wakes up half a minute late.
  const at = useNow(1_000);
  if (can.includes('check_in'))
    return (
      <Button
        kind="pine"
        busyText={t.placing}
        disabled={isBefore(at, addMinutes(visit.startsAt, -CHECK_IN_EARLY_MINUTES))}
        onTap={onArrive}
      >
        {t.arrive}
      </Button>
    );
  if (can.includes('check_out'))
    return (
      <Button kind="pine" onTap={onLeave}>
        {t.leave}
      </Button>
    );
  return (
    <Button kind="outline" onTap={() => reLaunch('helper/home')}>
      {t.jobs}
    </Button>
  );
}
