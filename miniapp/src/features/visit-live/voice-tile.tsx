import type { VisitId } from '@shared/kernel/ids';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { type Failure, now, playSound, type Recording, record } from '@/platform';
import { Button, ButtonRow, Elapsed, Notice, RefusalNotice, Second, Sheet, Tile, Title, toast } from '@/ui';
import { keepFileAtVisit } from './keep-file-at-visit';
import { visitLiveText } from './visit-live.text';

type Recorded = NonNullable<Awaited<Recording['ended']>>;

/** 说一句: said, listened to, and only then kept. */
export function VoiceTile({ visitId, onKept }: { readonly visitId: VisitId; readonly onKept: () => void }) {
  const t = visitLiveText[useLocale()];
  const [open, setOpen] = useState(false);
  const [recording, setRecording] = useState<Recording & { readonly since: ReturnType<typeof now> }>();
  const [recorded, setRecorded] = useState<Recorded>();
  const [silent, setSilent] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const begin = () => {
    const begun = record();
    setRecorded(undefined);
    setSilent(false);
    setRecording({ ...begun, since: now() });
    void begun.ended.then((said) => {
      setRecording(undefined);
      if (said === null) setSilent(true);
      else setRecorded(said);
    });
  };
  const close = () => {
    recording?.stop();
    setOpen(false);
    setRecorded(undefined);
    setFailure(undefined);
  };
  const keep = async () => {
    if (!recorded) return;
    const answer = await keepFileAtVisit(visitId, 'voice', { ...recorded, type: 'audio/mpeg' });
    if (!answer.ok) return setFailure(answer.failure);
    toast(answer.value === 'sent' ? t.saved : t.savedHere);
    close();
    onKept();
  };
  const action = recording ? (
    <Button kind="danger" onTap={() => recording.stop()}>
      {t.voiceStop}
    </Button>
  ) : recorded ? (
    <ButtonRow>
      <Button kind="outline" onTap={begin}>
        {t.voiceAgain}
      </Button>
      <Button onTap={keep}>{t.voiceSend}</Button>
    </ButtonRow>
  ) : (
    <Button icon="voice" onTap={begin}>
      {t.voiceStart}
    </Button>
  );
  return (
    <>
      <Tile icon="voice" tone="plum" title={t.voice} onTap={() => setOpen(true)} />
      <Sheet open={open} title={t.voiceTitle} onClose={close} actions={action}>
        <RefusalNotice failure={failure} />
        {silent ? <Notice tone="alarm">{t.voiceNo}</Notice> : null}
        <Second>{t.voiceNote}</Second>
        {recording ? <Elapsed since={recording.since} /> : null}
        {recorded ? (
          <>
            <Title>{t.voiceLength(recorded.seconds)}</Title>
            <Button small kind="outline" onTap={() => playSound(recorded.path)}>
              {t.voiceHear}
            </Button>
          </>
        ) : null}
      </Sheet>
    </>
  );
}
