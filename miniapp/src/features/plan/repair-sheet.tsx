import { addMinutes, type Day, type Instant } from '@shared/kernel/instant';
import {
  previewRepair,
  type Repaired,
  repairPlan,
  type ShownRoute,
  type UpsetGiven,
} from '@shared/planning/planning.contract';
import { useEffect, useState } from 'react';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { call, command, type Failure, now } from '@/platform';
import { Body, Button, Notice, RefusalNotice, Second, Sheet, Stack, toast } from '@/ui';
import { planText } from './plan.text';

/** Late is counted from when they would set out: the first stop that is still ahead, or now. */
export function lateFrom(route: ShownRoute, at: Instant): Instant {
  const ahead = route.stops.find(({ startsAt }) => startsAt > at);
  return ahead && ahead.startsAt > at ? ahead.startsAt : at;
}

interface UpsetSheetProps {
  readonly route: ShownRoute;
  readonly onClose: () => void;
  readonly onUpset: (upset: UpsetGiven) => void;
}

/** What has happened to a helper. */
export function UpsetSheet({ route, onClose, onUpset }: UpsetSheetProps) {
  const t = planText[useLocale()];
  const { helperId, helperName } = route;
  const late = (minutes: number) =>
    onUpset({ kind: 'late', helperId, until: addMinutes(lateFrom(route, now()), minutes) });
  return (
    <Sheet open title={t.upsetTitle(helperName)} onClose={onClose}>
      <Stack>
        <Button kind="outline" onTap={() => onUpset({ kind: 'sick', helperId })}>
          {t.sick}
        </Button>
        <Button kind="outline" onTap={() => late(30)}>
          {t.lateHalf}
        </Button>
        <Button kind="outline" onTap={() => late(60)}>
          {t.lateHour}
        </Button>
      </Stack>
    </Sheet>
  );
}

interface RepairSheetProps {
  readonly on: Day;
  readonly upset: UpsetGiven;
  readonly onClose: () => void;
  readonly onMended: () => void;
}

/** What would move and why, before anybody is told; only what has been read here is carried out. */
export function RepairSheet({ on, upset, onClose, onMended }: RepairSheetProps) {
  const locale = useLocale();
  const t = planText[locale];
  const [proposal, setProposal] = useState<Repaired>();
  const [left, setLeft] = useState<readonly { requestId: string; sentence: { zh: string; en: string } }[]>(
    [],
  );
  const [failure, setFailure] = useState<Failure>();
  const look = async () => {
    const answer = await call(previewRepair, { params: { on }, body: { upset } });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) setProposal(answer.value);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once for what was tapped
  useEffect(() => void look(), []);
  const mend = async () => {
    if (proposal === undefined) return;
    const { seen } = proposal;
    const answer = await command(`repair ${on} ${seen}`, repairPlan, {
      params: { on },
      body: { upset, seen },
    });
    if (!answer.ok) {
      setFailure(answer.failure);
      return look();
    }
    if (answer.value.left.length > 0) return setLeft(answer.value.left);
    toast(t.mended);
    onMended();
  };
  return (
    <Sheet
      open
      title={proposal ? t.moves(proposal.moved.length) : '…'}
      onClose={onClose}
      actions={
        <Button disabled={proposal === undefined || left.length > 0} onTap={mend}>
          {t.mend}
        </Button>
      }
    >
      <RefusalNotice failure={failure} />
      <Second>{t.movesNote}</Second>
      {proposal?.moved.map(({ requestId, sentence }) => (
        <Body key={`${requestId} ${sentence.zh}`}>{said(sentence, locale)}</Body>
      ))}
      {left.length > 0 ? <Notice>{t.left}</Notice> : null}
      {left.map(({ requestId, sentence }) => (
        <Body key={requestId}>{said(sentence, locale)}</Body>
      ))}
    </Sheet>
  );
}
