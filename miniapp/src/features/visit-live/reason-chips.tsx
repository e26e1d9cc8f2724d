import { Chip, Field, Wrap } from '@/ui';

interface ReasonChipsProps {
  readonly usual: readonly string[];
  readonly label: string;
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** The usual reasons to tap, and a line for one's own. */
export const ReasonChips = ({ usual, label, value, onChange }: ReasonChipsProps) => (
  <>
    <Wrap>
      {usual.map((reason) => (
        <Chip key={reason} chosen={value === reason} onTap={() => onChange(reason)}>
          {reason}
        </Chip>
      ))}
    </Wrap>
    <Field label={label} value={value} onChange={onChange} maxLength={200} />
  </>
);
