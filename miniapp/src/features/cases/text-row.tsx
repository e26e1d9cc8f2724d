import type { TextField } from '@shared/cases/edit';
import { useState } from 'react';
import { useText } from '@/i18n';
import type { Failure } from '@/platform';
import { Body, Button, ButtonRow, Card, Field, RefusalNotice, Second, Sheet } from '@/ui';
import { caseText } from './case.text';
import type { useChange } from './use-change';

interface TextRowProps {
  readonly label: string;
  readonly field: TextField;
  readonly value: string;
  readonly mayWrite: boolean;
  readonly change: ReturnType<typeof useChange>['change'];
}

/** One text of a case. When a colleague wrote meanwhile, both texts are shown and neither is lost. */
export function TextRow({ label, field, value, mayWrite, change }: TextRowProps) {
  const text = useText(caseText);
  const [open, setOpen] = useState(false);
  const [seen, setSeen] = useState(value);
  const [draft, setDraft] = useState(value);
  const [failure, setFailure] = useState<Failure>();
  const both = failure?.kind === 'refused' ? failure.refusal.values : undefined;
  const save = async (was: string, words: string) => {
    const failed = await change({ act: 'write', field, was, value: words.trim() });
    setFailure(failed);
    if (!failed) setOpen(false);
  };
  const begin = () => {
    setSeen(value);
    setDraft(value);
    setFailure(undefined);
    setOpen(true);
  };
  return (
    <>
      <Card title={label} {...(mayWrite ? { onTap: begin } : {})}>
        {value === '' ? <Second>{text.unwritten}</Second> : <Body>{value}</Body>}
      </Card>
      <Sheet
        open={open}
        title={label}
        onClose={() => setOpen(false)}
        actions={
          both ? (
            <ButtonRow>
              <Button kind="outline" small onTap={() => setOpen(false)}>
                {text.useTheirs}
              </Button>
              <Button kind="outline" small onTap={() => save(both.theirs, `${both.theirs}\n${both.yours}`)}>
                {text.useBoth}
              </Button>
              <Button small onTap={() => save(both.theirs, both.yours)}>
                {text.useMine}
              </Button>
            </ButtonRow>
          ) : (
            <Button disabled={draft.trim() === seen} onTap={() => save(seen, draft)}>
              {text.save}
            </Button>
          )
        }
      >
        <RefusalNotice failure={failure} />
        {both ? (
          <>
            <Card title={text.conflictTheirs}>
              <Body>{both.theirs}</Body>
            </Card>
            <Card title={text.conflictYours}>
              <Body>{both.yours}</Body>
            </Card>
          </>
        ) : (
          <Field label={label} kind="paragraph" value={draft} onChange={setDraft} maxLength={1_000} />
        )}
      </Sheet>
    </>
  );
}
