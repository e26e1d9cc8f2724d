import { allLevels, type GoalWords, type Level } from '@shared/cases/goal';
import { type CaseKind, templateOf } from '@shared/cases/kind';
import type { GoalId } from '@shared/kernel/ids';
import { useState } from 'react';
import { said, useLocale, useText } from '@/i18n';
import { mintId } from '@/platform';
import { Button, Chip, Chips, Field, RefusalNotice, Sheet, Third, Wrap } from '@/ui';
import { casesText } from './cases.text';
import type { useChange } from './use-change';

interface GoalSheetProps {
  readonly open: boolean;
  readonly kind: CaseKind;
  readonly change: ReturnType<typeof useChange>;
  readonly onClose: () => void;
}

const levelKeys = { [-2]: 'level_2', [-1]: 'level_1', 0: 'level0', 1: 'level1', 2: 'level2' } as const;
const empty = ['', '', '', '', ''] as const;

/** A goal in the elder's own words, with what each of five steps looks like. */
export function GoalSheet({ open, kind, change, onClose }: GoalSheetProps) {
  const text = useText(casesText);
  const locale = useLocale();
  const [goalId, setGoalId] = useState(() => mintId('goal') as GoalId);
  const [words, setWords] = useState('');
  const [steps, setSteps] = useState<readonly string[]>(empty);
  const [baseline, setBaseline] = useState<Level>(-1);
  const [weight, setWeight] = useState('3');
  const whole = words.trim() !== '' && steps.every((each) => each.trim() !== '');
  const add = async () => {
    const failed = await change.change({
      act: 'goal',
      goalId,
      words: {
        words: words.trim(),
        levels: steps.map((each) => each.trim()) as unknown as GoalWords['levels'],
        weight: Number(weight),
        baseline,
      },
    });
    if (failed) return;
    setGoalId(mintId('goal') as GoalId);
    setWords('');
    setSteps(empty);
    onClose();
  };
  return (
    <Sheet
      open={open}
      title={text.addGoal}
      onClose={onClose}
      actions={
        <Button disabled={!whole} onTap={add}>
          {text.save}
        </Button>
      }
    >
      <Third>{text.fromTemplate}</Third>
      <Wrap>
        {templateOf(kind).goals.map((goal) => (
          <Chip
            key={goal.words.en}
            chosen={words === said(goal.words, locale)}
            onTap={() => {
              setWords(said(goal.words, locale));
              setSteps(goal.levels.map((each) => said(each, locale)));
            }}
          >
            {said(goal.words, locale)}
          </Chip>
        ))}
      </Wrap>
      <Field label={text.goalWords} value={words} onChange={setWords} maxLength={120} />
      <Third>{text.levelNames}</Third>
      {allLevels.map((level, index) => (
        <Field
          key={level}
          label={text[levelKeys[level]]}
          value={steps[index] ?? ''}
          onChange={(value) => setSteps(steps.map((each, at) => (at === index ? value : each)))}
          maxLength={80}
        />
      ))}
      <Third>{text.baseline}</Third>
      <Chips
        options={allLevels.map((level) => ({ value: String(level), text: text[levelKeys[level]] }))}
        value={String(baseline)}
        onChoose={(value) => setBaseline(Number(value) as Level)}
      />
      <Third>{text.weight}</Third>
      <Chips
        options={['1', '2', '3', '4', '5'].map((value) => ({ value, text: value }))}
        value={weight}
        onChoose={setWeight}
      />
      <RefusalNotice failure={change.failure} />
    </Sheet>
  );
}
