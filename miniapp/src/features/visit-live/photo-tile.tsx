import type { VisitId } from '@shared/kernel/ids';
import { mostBytes } from '@shared/media/bounds';
import { Image } from '@tarojs/components';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { type Failure, takePhoto } from '@/platform';
import { Button, ButtonRow, Notice, RefusalNotice, Second, Sheet, Tile, toast } from '@/ui';
import { keepFileAtVisit } from './keep-file-at-visit';
import { visitLiveText } from './visit-live.text';

interface TileProps {
  readonly visitId: VisitId;
  readonly onKept: () => void;
}

/** 拍照: taken, looked at, and only then kept; what is not kept was never anywhere. */
export function PhotoTile({ visitId, onKept }: TileProps) {
  const t = visitLiveText[useLocale()];
  const [taken, setTaken] = useState<Awaited<ReturnType<typeof takePhoto>>>(null);
  const [failure, setFailure] = useState<Failure>();
  const take = async () => {
    setFailure(undefined);
    setTaken(await takePhoto());
  };
  const close = () => {
    setTaken(null);
    setFailure(undefined);
  };
  const large = taken !== null && taken.bytes > mostBytes.photo;
  const keep = async () => {
    if (taken === null) return;
    const answer = await keepFileAtVisit(visitId, 'photo', { ...taken, type: 'image/jpeg' });
    if (!answer.ok) return setFailure(answer.failure);
    toast(answer.value === 'sent' ? t.saved : t.savedHere);
    close();
    onKept();
  };
  return (
    <>
      <Tile icon="camera" tone="wheat" title={t.photo} onTap={() => void take()} />
      <Sheet
        open={taken !== null}
        title={t.photoTitle}
        onClose={close}
        actions={
          <ButtonRow>
            <Button kind="outline" onTap={take}>
              {t.photoAgain}
            </Button>
            <Button disabled={large} onTap={keep}>
              {t.photoSend}
            </Button>
          </ButtonRow>
        }
      >
        <RefusalNotice failure={failure} />
        {large ? <Notice tone="alarm">{t.photoLarge}</Notice> : null}
        {taken ? <Image className="nl-photo nl-photo--whole" src={taken.path} mode="aspectFit" /> : null}
        <Second>{t.photoNote}</Second>
      </Sheet>
    </>
  );
}
