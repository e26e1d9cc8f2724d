import type { Goal } from '@shared/cases/goal';
import { type CaseKind, templateOf } from '@shared/cases/kind';
import { type InterventionWords, payer } from '@shared/cases/plan';
import { listServices } from '@shared/catalogue/catalogue.contract';
import type { GoalId, InterventionId } from '@shared/kernel/ids';
import type { Fen } from '@shared/kernel/quantity';
import { useState } from 'react';
import { said, useLocale, useText } from '@/i18n';
import { mintId, useQuery } from '@/platform';
import { Button, Card, CheckRow, Chips, Field, OptionsRow, RefusalNotice, Sheet, Third } from '@/ui';
import { casesText } from './cases.text';
import type { useChange } from './use-change';

interface InterventionSheetProps {
  readonly open: boolean;
  readonly kind: CaseKind;
  readonly goals: readonly Goal[];
  readonly change: ReturnType<typeof useChange>;
  readonly onClose: () => void;
}

const kinds = ['service', 'worker', 'group', 'other'] as const;

/** What serves which goal, and who pays for it. */
export function InterventionSheet({ open, kind, goals, change, onClose }: InterventionSheetProps) {
  const text = useText(casesText);
  const locale = useLocale();
  const services = useQuery(listServices, {});
  const [id, setId] = useState(() => mintId('intervention') as InterventionId);
  const [how, setHow] = useState<(typeof kinds)[number]>('service');
  const [what, setWhat] = useState('');
  const [chosen, setChosen] = useState<readonly GoalId[]>([]);
  const [serviceCode, setServiceCode] = useState<string>();
  const [paidBy, setPaidBy] = useState<InterventionWords['payer']>('neighbours');
  const [yuan, setYuan] = useState('0');
  const goalIds = chosen.length > 0 ? chosen : goals.slice(0, 1).map((each) => each.goalId);
  const usual = templateOf(kind).services;
  const offered = [...(services.data?.services ?? [])].sort(
    (a, b) => Number(usual.includes(b.code)) - Number(usual.includes(a.code)),
  );
  const whole = what.trim() !== '' && goalIds.length > 0 && (how !== 'service' || serviceCode !== undefined);
  const add = async () => {
    const common = {
      what: what.trim(),
      goalIds: [...goalIds],
      payer: paidBy,
      costFen: Math.max(0, Math.round(Number(yuan) * 100) || 0) as Fen,
    };
    const failed = await change.change({
      act: 'intervention',
      interventionId: id,
      words:
        how === 'service'
          ? { kind: how, ...common, serviceCode: serviceCode ?? '' }
          : { kind: how, ...common },
    });
    if (failed) return;
    setId(mintId('intervention') as InterventionId);
    setWhat('');
    onClose();
  };
  return (
    <Sheet
      open={open}
      title={text.addIntervention}
      onClose={onClose}
      actions={
        <Button disabled={!whole} onTap={add}>
          {text.save}
        </Button>
      }
    >
      <Chips
        options={kinds.map((value) => ({ value, text: text[`kind_${value}`] }))}
        value={how}
        onChoose={setHow}
      />
      {how === 'service' ? (
        <Card flat>
          <OptionsRow
            label={text.which}
            options={offered.map((each) => ({ value: each.code, text: said(each, locale) }))}
            value={serviceCode}
            placeholder={text.choose}
            onChoose={setServiceCode}
          />
        </Card>
      ) : null}
      <Field label={text.interventionWhat} value={what} onChange={setWhat} maxLength={120} />
      <Third>{text.serves}</Third>
      {goals.map((goal) => (
        <CheckRow
          key={goal.goalId}
          checked={goalIds.includes(goal.goalId)}
          onTap={() =>
            setChosen(
              goalIds.includes(goal.goalId)
                ? goalIds.filter((each) => each !== goal.goalId)
                : [...goalIds, goal.goalId],
            )
          }
        >
          {goal.words}
        </CheckRow>
      ))}
      <Third>{text.pays}</Third>
      <Chips
        options={payer.options.map((value) => ({ value, text: text[`payer_${value}`] }))}
        value={paidBy}
        onChoose={setPaidBy}
      />
      <Field label={text.monthly} kind="number" value={yuan} onChange={setYuan} maxLength={6} />
      <RefusalNotice failure={change.failure} />
    </Sheet>
  );
}
