import { printTimeStatement } from '@shared/documents/documents.contract';
import type { MadeFile } from '@shared/kernel/file';
import { exportStatement } from '@shared/time-bank/time-bank.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n/use-text';
import { type Answer, call, type Failure } from '@/platform/client';
import { saveFile } from '@/platform/save-file';
import { Button, ButtonRow, Notice, RefusalNotice, Section, toast } from '@/ui';
import { timeBankText } from './time-bank.text';

/** 导出: as a spreadsheet or for print. */
export function ExportButtons({ elderId }: { readonly elderId: string | undefined }) {
  const t = timeBankText[useLocale()];
  const [failure, setFailure] = useState<Failure>();
  const [note, setNote] = useState('');
  const query = elderId === undefined ? {} : { elderId: elderId as never };
  const save = async (answer: Answer<MadeFile & { readonly leftOut?: number }>) => {
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    const { leftOut = 0 } = answer.value;
    const saved = await saveFile(answer.value);
    if (saved) toast(t.exported);
    setNote(saved ? (leftOut > 0 ? t.leftOut(leftOut) : '') : t.exportFailed);
  };
  return (
    <Section title={t.export}>
      <ButtonRow>
        <Button small kind="outline" onTap={async () => save(await call(exportStatement, { query }))}>
          {t.exportCsv}
        </Button>
        <Button small kind="outline" onTap={async () => save(await call(printTimeStatement, { query }))}>
          {t.exportPdf}
        </Button>
      </ButtonRow>
      {note ? <Notice>{note}</Notice> : null}
      <RefusalNotice failure={failure} />
    </Section>
  );
}
