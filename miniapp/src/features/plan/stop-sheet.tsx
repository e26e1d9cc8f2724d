import type { Day } from '@shared/kernel/instant';
import { lockStop, type ShownStop, type UpsetGiven } from '@shared/planning/planning.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { clockTime, command, type Failure } from '@/platform';
import { Button, RefusalNotice, Second, Sheet, toast } from '@/ui';
import { planText } from './plan.text';

interface StopSheetProps {
  readonly on: Day;
  readonly stop: ShownStop;
  readonly onClose: () => void;
  readonly onChanged: () => void;
  readonly onOpen: (requestId: string) => void;
  /** Where it has been promised: to call it off. */
  readonly onUpset?: ((upset: UpsetGiven) => void) | undefined;
}

/** One stop: lock it or let it go, open its request, or say that nobody needs to come. */
export function StopSheet({ on, stop, onClose, onChanged, onOpen, onUpset }: StopSheetProps) {
  const locale = useLocale();
  const t = planText[locale];
  const [failure, setFailure] = useState<Failure>();
  const { requestId, place, locked, standing, elder, service, startsAt } = stop;
  const lock = async () => {
    const answer = await command(`lock ${on} ${requestId} ${place} ${!locked}`, lockStop, {
      params: { on },
      body: { requestId, place, locked: !locked },
    });
    if (!answer.ok) return setFailure(answer.failure);
    toast(locked ? t.unlocking : t.locking);
    onChanged();
  };
  return (
    <Sheet
      open
      title={`${clockTime(startsAt)} ${elder?.callName ?? ''} · ${said(service, locale)}`}
      onClose={onClose}
      actions={
        standing === 'planned' ? (
          <Button kind={locked ? 'outline' : 'primary'} onTap={lock}>
            {locked ? t.unlock : t.lock}
          </Button>
        ) : undefined
      }
    >
      <RefusalNotice failure={failure} />
      <Second>{standing === 'planned' ? t.lockNote : t.keptNote}</Second>
      <Button small kind="outline" onTap={() => onOpen(requestId)}>
        {t.open}
      </Button>
      {onUpset && standing !== 'planned' ? (
        <Button small kind="quiet" onTap={() => onUpset({ kind: 'cancelled', requestId })}>
          {t.notNeeded}
        </Button>
      ) : null}
    </Sheet>
  );
}
