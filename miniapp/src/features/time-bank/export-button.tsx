import { exportStatement } from '@shared/time-bank/time-bank.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n/use-text';
import { call, type Failure } from '@/platform/client';
import { saveFile } from '@/platform/save-file';
import { Button, ButtonRow, Notice, RefusalNotice, Section, toast } from '@/ui';
import { timeBankText } from './time-bank.text';

/** 导出: as a spreadsheet or for print. */
export function ExportButtons({ elderId }: { readonly elderId: string | undefined }) {
  const t = timeBankText[useLocale()];
  const [failure, setFailure] = useState<Failure>();
  const [note, setNote] = useState('');
  const save = async (format: 'csv' | 'pdf') => {
    const answer = await call(exportStatement, {
      query: { format, ...(elderId === undefined ? {} : { elderId: elderId as never }) },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    const saved = await saveFile(answer.value);
    if (saved) toast(t.exported);
    setNote(saved ? (answer.value.leftOut > 0 ? t.leftOut(answer.value.leftOut) : '') : t.exportFailed);
  };
  return (
    <Section title={t.export}>
      <ButtonRow>
        <Button small kind="outline" onTap={() => save('csv')}>
          {t.exportCsv}
        </Button>
        <Button small kind="outline" onTap={() => save('pdf')}>
          {t.exportPdf}
        </Button>
      </ButtonRow>
      {note ? <Notice>{note}</Notice> : null}
      <RefusalNotice failure={failure} />
    </Section>
  );
}
