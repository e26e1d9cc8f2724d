import { useLocale } from '@/i18n';
import { Button, Chip, Field, Second, Sheet, Wrap } from '@/ui';
import { visitLiveText } from './visit-live.text';

interface LeaveSheetProps {
  readonly summary: string;
  readonly onChange: (summary: string) => void;
  readonly onClose: () => void;
  readonly onLeave: () => Promise<void>;
}

/** The farewell: one sentence for the family, which they read first. */
export function LeaveSheet({ summary, onChange, onClose, onLeave }: LeaveSheetProps) {
  const t = visitLiveText[useLocale()];
  const add = (words: string) =>
    onChange(summary.includes(words) ? summary : [summary, words].filter(Boolean).join('，'));
  return (
    <Sheet
      open
      title={t.leaveTitle}
      onClose={onClose}
      actions={
        <Button kind="pine" busyText={t.placing} onTap={onLeave}>
          {t.leave}
        </Button>
      }
    >
      <Second>{t.leaveNote}</Second>
      <Wrap>
        {t.leaveWords.map((words) => (
          <Chip many key={words} chosen={summary.includes(words)} onTap={() => add(words)}>
            {words}
          </Chip>
        ))}
      </Wrap>
      <Field
        kind="paragraph"
        label={t.summary}
        placeholder={t.summaryHint}
        value={summary}
        onChange={onChange}
        maxLength={500}
      />
    </Sheet>
  );
}
