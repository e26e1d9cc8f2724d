import { type ReactNode, useState } from 'react';
import { Button, Field, Sheet } from '@/ui';

interface TextSheetProps {
  readonly open: boolean;
  readonly title: string;
  readonly label: string;
  readonly action: string;
  readonly usual?: string;
  /** May stay empty. */
  readonly optional?: boolean;
  readonly children?: ReactNode;
  readonly onClose: () => void;
  /** Says whether it went through; then the sheet closes. */
  readonly onSend: (text: string) => Promise<boolean>;
}

/** One question with one text for an answer. */
export function TextSheet(props: TextSheetProps) {
  const { open, title, label, action, usual = '', optional = false, children, onClose, onSend } = props;
  const [value, setValue] = useState(usual);
  const send = async () => {
    if (!(await onSend(value.trim()))) return;
    setValue(usual);
    onClose();
  };
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      actions={
        <Button disabled={!optional && value.trim() === ''} onTap={send}>
          {action}
        </Button>
      }
    >
      <Field label={label} kind="paragraph" value={value} onChange={setValue} maxLength={500} />
      {children}
    </Sheet>
  );
}
