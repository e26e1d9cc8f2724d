import { type CaseKind, caseKind, templateOf } from '@shared/cases/kind';
import { referCase } from '@shared/cases/referral.contract';
import type { AlertId, ElderId } from '@shared/kernel/ids';
import { useState } from 'react';
import { said, useLocale } from '@/i18n';
import { command, type Failure } from '@/platform';
import { Button, Chips, Field, RefusalNotice, Second, Sheet, toast } from '@/ui';
import { referralText } from './referral.text';

interface ReferButtonProps {
  readonly elderId: ElderId;
  readonly callName: string;
  /** The alert that gave rise to it, and what it said. */
  readonly alert?: { readonly alertId: AlertId; readonly words: string };
}

/** 转介: whoever notices something asks the county's social worker to look. */
export function ReferButton({ elderId, callName, alert }: ReferButtonProps) {
  const locale = useLocale();
  const t = referralText[locale];
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<CaseKind>();
  const [text, setText] = useState(alert?.words ?? '');
  const [failure, setFailure] = useState<Failure>();
  const send = async () => {
    if (kind === undefined) return;
    const answer = await command(`refer ${elderId} ${kind} ${alert?.alertId ?? ''}`, referCase, {
      params: { elderId },
      body: { kind, text: text.trim(), ...(alert ? { alertId: alert.alertId } : {}) },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    toast(said(answer.value.sentence, locale));
    setOpen(false);
  };
  return (
    <>
      <Button kind="outline" icon="people" onTap={() => setOpen(true)}>
        {t.open}
      </Button>
      {open ? (
        <Sheet
          open
          title={t.title(callName)}
          onClose={() => setOpen(false)}
          actions={
            <Button disabled={kind === undefined || text.trim() === ''} onTap={send}>
              {t.send}
            </Button>
          }
        >
          <RefusalNotice failure={failure} />
          <Second>{t.note}</Second>
          <Second>{t.kind}</Second>
          <Chips
            options={caseKind.options.map((value) => ({ value, text: said(templateOf(value).name, locale) }))}
            value={kind}
            onChoose={setKind}
          />
          <Field kind="paragraph" label={t.text} value={text} onChange={setText} maxLength={500} />
        </Sheet>
      ) : null}
    </>
  );
}
