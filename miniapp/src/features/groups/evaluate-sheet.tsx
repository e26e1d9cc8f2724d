import type { GroupView } from '@shared/groups/group-view';
import type { ElderId } from '@shared/kernel/ids';
import { useState } from 'react';
import { useText } from '@/i18n';
import type { Failure } from '@/platform';
import { Button, Field, RefusalNotice, Sheet } from '@/ui';
import { groupsText } from './groups.text';

interface Words {
  readonly summary: string;
  readonly memberWords: string;
  readonly noAfter: Record<ElderId, string>;
}

interface EvaluateSheetProps {
  readonly open: boolean;
  readonly measures: GroupView['measures'];
  readonly failure: Failure | undefined;
  readonly onClose: () => void;
  readonly onSend: (words: Words) => Promise<boolean>;
}

/** 小组评估: in words, and why somebody who was asked before was not asked again. */
export function EvaluateSheet({ open, measures, failure, onClose, onSend }: EvaluateSheetProps) {
  const text = useText(groupsText);
  const [summary, setSummary] = useState('');
  const [memberWords, setMemberWords] = useState('');
  const [why, setWhy] = useState<Readonly<Record<string, string>>>({});
  const silent = measures.filter((each) => each.before && !each.after);
  const send = async () => {
    const given = silent.flatMap(({ elderId }) => {
      const words = (why[elderId] ?? '').trim();
      return words === '' ? [] : [[elderId, words] as const];
    });
    const noAfter = Object.fromEntries(given) as Record<ElderId, string>;
    if (await onSend({ summary: summary.trim(), memberWords: memberWords.trim(), noAfter })) onClose();
  };
  return (
    <Sheet
      open={open}
      title={text.evaluate}
      onClose={onClose}
      actions={
        <Button disabled={summary.trim() === ''} onTap={send}>
          {text.save}
        </Button>
      }
    >
      <Field label={text.summary} kind="paragraph" value={summary} onChange={setSummary} maxLength={2_000} />
      <Field
        label={text.memberWords}
        kind="paragraph"
        value={memberWords}
        onChange={setMemberWords}
        maxLength={1_000}
      />
      {silent.map(({ elderId, name }) => (
        <Field
          key={elderId}
          label={text.noAfter(name)}
          value={why[elderId] ?? ''}
          onChange={(value) => setWhy({ ...why, [elderId]: value })}
          maxLength={200}
        />
      ))}
      <RefusalNotice failure={failure} />
    </Sheet>
  );
}
