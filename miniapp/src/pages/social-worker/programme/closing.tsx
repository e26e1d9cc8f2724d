import type { Programme } from '@shared/programmes/programme';
import { useState } from 'react';
import { TextSheet } from '@/features/groups/text-sheet';
import { programmesText } from '@/features/programmes/programmes.text';
import type { UseProgramme } from '@/features/programmes/use-programme';
import { useText } from '@/i18n';
import { Button } from '@/ui';

interface ProgrammeClosingProps {
  readonly programme: Programme;
  readonly step: UseProgramme['step'];
}

/** Evaluating, closing, and opening again; each asks for its words first. */
export function ProgrammeClosing({ programme: p, step }: ProgrammeClosingProps) {
  const text = useText(programmesText);
  const [sheet, setSheet] = useState<'evaluate' | 'reopen'>();
  return (
    <>
      {p.status === 'running' ? (
        <Button kind="outline" onTap={() => setSheet('evaluate')}>
          {text.evaluate}
        </Button>
      ) : null}
      {p.status === 'evaluated' ? (
        <Button onTap={() => step({ to: 'closed', why: '' })}>{text.close}</Button>
      ) : null}
      {p.status === 'evaluated' || p.status === 'closed' ? (
        <Button kind="quiet" onTap={() => setSheet('reopen')}>
          {text.reopen}
        </Button>
      ) : null}
      <TextSheet
        open={sheet === 'evaluate'}
        title={text.evaluate}
        label={text.summary}
        action={text.save}
        onClose={() => setSheet(undefined)}
        onSend={(summary) => step({ to: 'evaluated', summary, learned: '' })}
      />
      <TextSheet
        open={sheet === 'reopen'}
        title={text.reopen}
        label={text.reopenWhy}
        action={text.reopen}
        onClose={() => setSheet(undefined)}
        onSend={(why) => step({ to: 'reopened', why })}
      />
    </>
  );
}
