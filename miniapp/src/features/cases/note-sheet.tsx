import { noteCase } from '@shared/cases/case-change.contract';
import type { CaseId, EntryId } from '@shared/kernel/ids';
import { useState } from 'react';
import { useText } from '@/i18n';
import { command, type Failure, mintId, now } from '@/platform';
import { Button, Chips, Field, RefusalNotice, Sheet, toast } from '@/ui';
import { caseText } from './case.text';

const kinds = ['contact', 'note', 'conference', 'document'] as const;
const hows = ['home', 'phone', 'video', 'office'] as const;

interface NoteSheetProps {
  readonly caseId: CaseId;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** One contact, note or conference, written down where it belongs. */
export function NoteSheet({ caseId, open, onClose, onDone }: NoteSheetProps) {
  const text = useText(caseText);
  const [entryId, setEntryId] = useState(() => mintId('entry') as EntryId);
  const [kind, setKind] = useState<(typeof kinds)[number]>('contact');
  const [how, setHow] = useState<(typeof hows)[number]>('home');
  const [present, setPresent] = useState('');
  const [words, setWords] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const send = async () => {
    const people = present.split(/[、,，]/).map((each) => each.trim());
    const answer = await command(`note ${entryId}`, noteCase, {
      params: { caseId },
      body: {
        note: { entryId, at: now(), kind, how, present: people.filter(Boolean), text: words.trim() },
      },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    toast(text.saved);
    setEntryId(mintId('entry') as EntryId);
    setWords('');
    onClose();
    await onDone();
  };
  return (
    <Sheet
      open={open}
      title={text.addNote}
      onClose={onClose}
      actions={
        <Button disabled={words.trim() === ''} onTap={send}>
          {text.save}
        </Button>
      }
    >
      <Chips
        options={kinds.map((value) => ({ value, text: text[`noteKind_${value}`] }))}
        value={kind}
        onChoose={setKind}
      />
      <Chips
        options={hows.map((value) => ({ value, text: text[`how_${value}`] }))}
        value={how}
        onChoose={setHow}
      />
      <Field label={text.present} value={present} onChange={setPresent} maxLength={120} />
      <Field label={text.noteText} kind="paragraph" value={words} onChange={setWords} maxLength={1_000} />
      <RefusalNotice failure={failure} />
    </Sheet>
  );
}
