import type { GoalId } from '@shared/kernel/ids';
import type { ProgrammeGoal } from '@shared/programmes/programme';
import { useState } from 'react';
import { useText } from '@/i18n';
import { mintId } from '@/platform';
import { Button, Field, Sheet } from '@/ui';
import { programmesText } from './programmes.text';

const numberOf = (text: string): number | undefined => {
  const value = Number(text.trim());
  return text.trim() === '' || !Number.isFinite(value) || value < 0 ? undefined : value;
};

interface NewGoalSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSend: (
    goalId: GoalId,
    words: Pick<ProgrammeGoal, 'words' | 'unit' | 'baseline' | 'target'>,
  ) => Promise<boolean>;
}

/** A goal with the number that shows it. */
export function NewGoalSheet({ open, onClose, onSend }: NewGoalSheetProps) {
  const text = useText(programmesText);
  const [goalId, setGoalId] = useState(() => mintId('goal') as GoalId);
  const [given, setGiven] = useState({ words: '', unit: '', baseline: '', target: '' });
  const [baseline, target] = [numberOf(given.baseline), numberOf(given.target)];
  const words = { words: given.words.trim(), unit: given.unit.trim() };
  const field = (name: keyof typeof given, label: string, kind: 'text' | 'decimal' = 'text') => (
    <Field
      label={label}
      kind={kind}
      value={given[name]}
      onChange={(value) => setGiven({ ...given, [name]: value })}
      maxLength={name === 'words' ? 120 : 10}
    />
  );
  const send = async () => {
    if (baseline === undefined || target === undefined) return;
    if (!(await onSend(goalId, { ...words, baseline, target }))) return;
    setGoalId(mintId('goal') as GoalId);
    setGiven({ words: '', unit: '', baseline: '', target: '' });
    onClose();
  };
  return (
    <Sheet
      open={open}
      title={text.addGoal}
      onClose={onClose}
      actions={
        <Button
          disabled={words.words === '' || words.unit === '' || baseline === undefined || target === undefined}
          onTap={send}
        >
          {text.save}
        </Button>
      }
    >
      {field('words', text.goalWords)}
      {field('unit', text.unit)}
      {field('baseline', text.baseline, 'decimal')}
      {field('target', text.target, 'decimal')}
    </Sheet>
  );
}

interface MeasureSheetProps {
  readonly goal: ProgrammeGoal | undefined;
  readonly onClose: () => void;
  readonly onSend: (goalId: GoalId, value: number) => Promise<boolean>;
}

/** Today's number of a goal. */
export function MeasureSheet({ goal, onClose, onSend }: MeasureSheetProps) {
  const text = useText(programmesText);
  const [given, setGiven] = useState('');
  const value = numberOf(given);
  const send = async () => {
    if (!goal || value === undefined || !(await onSend(goal.goalId, value))) return;
    setGiven('');
    onClose();
  };
  return (
    <Sheet
      open={goal !== undefined}
      title={text.measure}
      onClose={onClose}
      actions={
        <Button disabled={value === undefined} onTap={send}>
          {text.save}
        </Button>
      }
    >
      <Field
        label={text.measureOf(goal?.words ?? '')}
        kind="decimal"
        unit={goal?.unit ?? ''}
        value={given}
        onChange={setGiven}
        maxLength={10}
      />
    </Sheet>
  );
}
