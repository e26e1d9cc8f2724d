import { renameMe } from '@shared/identity/identity.contract';
import { useState } from 'react';
import { useText } from '@/i18n';
import { command, type Failure } from '@/platform';
import { updatePerson } from '@/platform/session';
import { Button, Field, ListRow, RefusalNotice, Sheet, toast } from '@/ui';
import { accountText } from './account.text';

/** The name others see, and a sheet to change it. */
export function NameRow({ name }: { readonly name: string }) {
  const text = useText(accountText);
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(name);
  const [failure, setFailure] = useState<Failure>();

  const save = async () => {
    const answer = await command('rename me', renameMe, { body: { name: draft } });
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    updatePerson(answer.value);
    setOpen(false);
    toast(text.saved);
  };
  const edit = () => {
    setDraft(name);
    setFailure(undefined);
    setOpen(true);
  };
  return (
    <>
      <ListRow label={text.name} value={name} strong onTap={edit} />
      <Sheet
        open={open}
        title={text.name}
        onClose={() => setOpen(false)}
        actions={
          <Button onTap={save} disabled={draft.trim() === ''}>
            {text.save}
          </Button>
        }
      >
        <Field label={text.newName} value={draft} onChange={setDraft} maxLength={20} />
        <RefusalNotice failure={failure} />
      </Sheet>
    </>
  );
}
