import { type Item, optionOf } from '@shared/assessments/instrument';
import type { Answer, SkipReason } from '@shared/assessments/score';
import { useState } from 'react';
import { said, useLocale, useText } from '@/i18n';
import { canSpeak, speak } from '@/platform/speak';
import { Button, Card, CheckRow, Chip, Greeting, Third, Wrap } from '@/ui';
import { assessingText } from './assessing.text';

interface QuestionCardProps {
  readonly item: Item;
  readonly index: number;
  readonly count: number;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
}

const reasons: readonly SkipReason[] = ['rather_not', 'cannot_say', 'cannot_be_seen'];

/** One question a screen, large enough to be read aloud from the phone in one's hand. */
export function QuestionCard({ item, index, count, answer, onAnswer }: QuestionCardProps) {
  const text = useText(assessingText);
  const locale = useLocale();
  const [skipping, setSkipping] = useState(false);
  const chosen = answer && 'choice' in answer ? optionOf(item, answer.choice)?.choice : undefined;
  const read = () =>
    speak([said(item, locale), ...item.options.map((option) => said(option, locale))].join('。'), locale);
  const skipped = answer && 'skipped' in answer ? answer.skipped : undefined;
  return (
    <>
      <Third>{text.of(index + 1, count)}</Third>
      <Greeting>{said(item, locale)}</Greeting>
      {canSpeak() ? (
        <Button small kind="outline" icon="voice" onTap={read}>
          {text.readAloud}
        </Button>
      ) : null}
      <Card>
        {item.options.map((option) => (
          <CheckRow
            key={option.choice}
            checked={option.choice === chosen}
            onTap={() => onAnswer({ choice: option.choice })}
          >
            {said(option, locale)}
          </CheckRow>
        ))}
      </Card>
      {skipping || skipped ? (
        <Card title={text.skip} flat>
          <Wrap>
            {reasons.map((reason) => (
              <Chip
                key={reason}
                chosen={reason === skipped}
                onTap={() => {
                  setSkipping(false);
                  onAnswer({ skipped: reason });
                }}
              >
                {text[reason]}
              </Chip>
            ))}
          </Wrap>
        </Card>
      ) : (
        <Button kind="quiet" onTap={() => setSkipping(true)}>
          {text.skip}
        </Button>
      )}
    </>
  );
}
