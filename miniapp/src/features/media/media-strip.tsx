import type { VisitId } from '@shared/kernel/ids';
import { readVisitMedia, type ShownMedia } from '@shared/media/media.contract';
import { Image, Text, View } from '@tarojs/components';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { call, clockTime, now, playSound, showPhotos, useQuery } from '@/platform';
import { aria, Button, Notice } from '@/ui';
import { mediaText } from './media.text';

/** Whether a log entry announces a file. */
export const isFile = ({ entry }: { readonly entry: { readonly kind: string } }): boolean =>
  entry.kind === 'photo' || entry.kind === 'voice';

interface MediaStripProps {
  readonly visitId: VisitId;
  /** Shown to the helper who took them. */
  readonly mine?: boolean;
}

/** Photos and voice of a visit: a tap opens the photo in large, or plays the sound. */
export function MediaStrip({ visitId, mine }: MediaStripProps) {
  const locale = useLocale();
  const t = mediaText[locale];
  // Each reading makes new links, so it is done for this visit only.
  const query = useQuery(
    readVisitMedia,
    { params: { visitId } },
    { when: (changed) => changed.visitId === undefined || changed.visitId === visitId },
  );
  const { data } = query;
  if (data === undefined) return query.failure ? <Notice>{t.unreadable}</Notice> : null;

  /** Links live five minutes: whoever taps later gets new ones first. */
  const fresh = async (): Promise<readonly ShownMedia[]> => {
    if (now() < data.until) return data.media;
    const answer = await call(readVisitMedia, { params: { visitId } });
    void query.refresh();
    return answer.ok ? answer.value.media : [];
  };
  const openPhoto = async (entryId: string) => {
    const photos = (await fresh()).filter((each) => each.large !== undefined);
    const current = photos.find((each) => each.entryId === entryId)?.large;
    if (current === undefined) return;
    showPhotos(
      photos.flatMap((each) => each.large ?? []),
      current,
    );
  };
  const hear = async (entryId: string) => {
    const sound = (await fresh()).find((each) => each.entryId === entryId)?.sound;
    if (sound !== undefined) playSound(sound);
  };
  const words = (one: ShownMedia): string => {
    if (one.status === 'refused') return one.why ? said(one.why, locale) : '';
    if (one.status === 'waiting') return mine ? t.waitingMine : t.waiting;
    return one.status === 'checking' ? t.checking : t.gone;
  };
  return (
    <>
      <View className="nl-photos">
        {data.media.map((one) =>
          one.status === 'ready' && one.small !== undefined ? (
            <View
              key={one.entryId}
              onClick={() => void openPhoto(one.entryId)}
              {...aria('button', t.photo(clockTime(one.at)))}
            >
              <Image className="nl-photo" src={one.small} mode="aspectFill" />
            </View>
          ) : one.kind === 'photo' ? (
            <View key={one.entryId} className="nl-photo nl-photo--none">
              <Text className="nl-second">{words(one)}</Text>
            </View>
          ) : null,
        )}
      </View>
      {data.media
        .filter((one) => one.kind === 'voice')
        .map((one) =>
          one.status === 'ready' ? (
            <Button key={one.entryId} kind="outline" icon="voice" onTap={() => hear(one.entryId)}>
              {t.hear(Math.round(one.seconds ?? 0))}
            </Button>
          ) : (
            <Notice key={one.entryId}>{`${clockTime(one.at)} ${t.voice} · ${words(one)}`}</Notice>
          ),
        )}
    </>
  );
}
