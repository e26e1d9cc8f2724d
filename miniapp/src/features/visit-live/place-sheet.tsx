import type { Evidence } from '@shared/visits/proof';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { type Failure, readPosition } from '@/platform';
import { Button, Field, RefusalNotice, Second, Sheet } from '@/ui';
import { visitLiveText } from './visit-live.text';

/** Evidence of being there: the position where the phone gives one, else `undefined` and a sheet asks. */
export const evidenceByPosition = async (): Promise<Evidence | undefined> => {
  const fix = await readPosition();
  return fix ? { kind: 'position', position: fix.position, accuracyMetres: fix.accuracyMetres } : undefined;
};

interface PlaceSheetProps {
  /** Why the last one was not taken: a wrong code is corrected here. */
  readonly failure: Failure | undefined;
  readonly onClose: () => void;
  readonly onGiven: (evidence: Evidence) => Promise<void>;
}

/** Without a position: the code by the door, the digits on a phone of the household, or a sentence why. */
export function PlaceSheet({ failure, onClose, onGiven }: PlaceSheetProps) {
  const t = visitLiveText[useLocale()];
  const [code, setCode] = useState('');
  const [homeCode, setHomeCode] = useState('');
  const [reason, setReason] = useState('');
  const given: Evidence | undefined =
    code.length === 4
      ? { kind: 'door_code', code }
      : homeCode.length === 6
        ? { kind: 'home_code', code: homeCode }
        : reason.trim() === ''
          ? undefined
          : { kind: 'none', reason: reason.trim() };
  return (
    <Sheet
      open
      title={t.placeTitle}
      onClose={onClose}
      actions={
        <Button kind="pine" disabled={!given} onTap={async () => given && onGiven(given)}>
          {t.save}
        </Button>
      }
    >
      <RefusalNotice failure={failure} />
      <Second>{t.placeNote}</Second>
      <Field kind="number" label={t.code} value={code} onChange={setCode} maxLength={4} />
      <Field kind="number" label={t.homeCode} value={homeCode} onChange={setHomeCode} maxLength={6} />
      <Field
        label={t.reason}
        placeholder={t.reasonHint}
        value={reason}
        onChange={setReason}
        maxLength={200}
      />
    </Sheet>
  );
}
