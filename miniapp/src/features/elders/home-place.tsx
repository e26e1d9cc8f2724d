import type { Position } from '@shared/kernel/position';
import type { Elder } from '@shared/people/elder';
import { changeElder } from '@shared/people/people.contract';
import { parentOf } from '@shared/regions/region';
import { listRegions } from '@shared/regions/regions.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { command, type Failure, useQuery } from '@/platform';
import { Button, QueryView, RefusalNotice, toast } from '@/ui';
import { elderText } from './elders.text';
import { PlaceCard } from './place-card';

interface HomePlaceProps {
  readonly elder: Elder;
  readonly onSaved: () => Promise<void>;
}

/** Where the home is known to stand, to be put right at the door: helpers are searched for and checked in by it. */
export function HomePlace({ elder, onSaved }: HomePlaceProps) {
  const t = elderText[useLocale()];
  const { elderId, villageCode } = elder;
  const parent = parentOf(villageCode);
  const villages = useQuery(listRegions, parent === undefined ? undefined : { query: { parent } });
  const [moved, setMoved] = useState<Position>();
  const [failure, setFailure] = useState<Failure>();
  const save = async (position: Position) => {
    const answer = await command(`place ${elderId}`, changeElder, {
      params: { elderId },
      body: { changes: { position } },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    setMoved(undefined);
    toast(t.saved);
    await onSaved();
  };
  return (
    <QueryView query={villages} skeletonCards={1}>
      {({ regions }) => {
        const village = regions.find(({ code }) => code === villageCode);
        if (!village) return null;
        return (
          <>
            <PlaceCard
              village={village}
              position={moved ?? elder.position}
              onChange={(position) => setMoved(position ?? village.centre)}
            />
            <RefusalNotice failure={failure} />
            {moved ? <Button onTap={() => save(moved)}>{t.placeSave}</Button> : null}
          </>
        );
      }}
    </QueryView>
  );
}
