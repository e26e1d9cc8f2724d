import type { Position } from '@shared/kernel/position';
import { isInVillage, type Region, VILLAGE_REACH_METRES } from '@shared/regions/region';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { distanceName, readPosition } from '@/platform';
import { Button, Card, Chips, MapPicker, Notice, Second, wayFrom } from '@/ui';
import { type ElderWords, elderText } from './elders.text';

/** How much of the land the drawing shows: the houses, the village, everything that belongs to it. */
const SCALES = ['1000', '3000', String(VILLAGE_REACH_METRES)] as const;

interface PlaceCardProps {
  readonly village: Pick<Region, 'name' | 'centre'>;
  readonly position: Position | undefined;
  readonly onChange: (position: Position | undefined) => void;
}

/** Where the home stands: by the phone at the door, or by a tap on the land round the village. */
export function PlaceCard({ village, position, onChange }: PlaceCardProps) {
  const locale = useLocale();
  const t = elderText[locale];
  const [scale, setScale] = useState<string>(SCALES[1]);
  const [trouble, setTrouble] = useState<string>();
  const far = (to: Position) => distanceName(wayFrom(village.centre, to).metres, locale);
  const pick = (to: Position) => {
    const inside = isInVillage(village, to);
    setTrouble(inside ? undefined : t.placeOutside(village.name, far(to)));
    if (inside) onChange(to);
  };
  const here = async () => {
    const fix = await readPosition();
    if (fix) pick(fix.position);
    else setTrouble(t.placeNoFix);
  };
  const centre = () => {
    setTrouble(undefined);
    onChange(undefined);
  };
  return (
    <Card title={t.place}>
      <Second>{t.placeNote}</Second>
      <MapPicker
        centre={village.centre}
        centreName={t.placeCentreMark}
        radiusMetres={Number(scale)}
        picked={position}
        pickedName={t.placePin}
        caption={wordsOf(village, position, t, locale)}
        onPick={pick}
      />
      {trouble ? <Notice tone="alarm">{trouble}</Notice> : null}
      <Second>{t.placeScale}</Second>
      <Chips
        options={SCALES.map((value) => ({
          value,
          text: distanceName(Number(value), locale),
        }))}
        value={scale}
        onChoose={setScale}
      />
      <Button kind="pine" icon="pin" busyText={t.placing} onTap={here}>
        {t.placeHere}
      </Button>
      <Button kind="quiet" onTap={centre}>
        {t.placeCentre}
      </Button>
    </Card>
  );
}

/** 在红光村中心东北面 340 米. */
function wordsOf(
  village: PlaceCardProps['village'],
  position: Position | undefined,
  t: ElderWords,
  locale: 'zh-CN' | 'en',
): string {
  if (!position) return t.placeUnset(village.name);
  const { metres, way } = wayFrom(village.centre, position);
  return way === undefined
    ? t.placeIn(village.name)
    : t.placeAt(village.name, t.ways[way], distanceName(metres, locale));
}
