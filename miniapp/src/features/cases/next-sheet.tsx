import type { Next } from '@shared/cases/case-file';
import { type CaseKind, templateOf } from '@shared/cases/kind';
import type { Day } from '@shared/kernel/instant';
import { type ReactNode, useState } from 'react';
import { useLocale, useText } from '@/i18n';
import type { Failure } from '@/platform';
import { Button, Card, Field, OptionsRow, RefusalNotice, Sheet, useNow } from '@/ui';
import { casesText } from './cases.text';
import { dayOptions } from './next-days';

interface NextSheetProps {
  readonly open: boolean;
  readonly title: string;
  readonly kind: CaseKind;
  readonly action: string;
  readonly usual: string;
  readonly failure: Failure | undefined;
  readonly children?: ReactNode;
  readonly onClose: () => void;
  readonly onSend: (next: Next) => Promise<unknown>;
}

/** Every step says when the case is looked at again, and what for: so none goes quiet. */
export function NextSheet(props: NextSheetProps) {
  const { open, title, kind, action, usual, failure, children, onClose, onSend } = props;
  const text = useText(casesText);
  const locale = useLocale();
  const days = dayOptions(useNow(), templateOf(kind).reviewDays + 1, locale);
  const [on, setOn] = useState<string>();
  const [what, setWhat] = useState(usual);
  const chosen = on ?? days[Math.min(7, days.length - 1)]?.value;
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      actions={
        <Button disabled={what.trim() === ''} onTap={() => onSend({ on: chosen as Day, what: what.trim() })}>
          {action}
        </Button>
      }
    >
      {children}
      <Card flat>
        <OptionsRow
          label={text.nextWhen}
          options={days}
          value={chosen}
          placeholder={text.choose}
          onChoose={setOn}
          as="tiles"
        />
      </Card>
      <Field label={text.nextWhat} value={what} onChange={setWhat} maxLength={100} />
      <RefusalNotice failure={failure} />
    </Sheet>
  );
}
