import type { ElderId } from '@shared/kernel/ids';
import { recordHardship } from '@shared/time-bank/pool.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n/use-text';
import type { Failure } from '@/platform/client';
import { command } from '@/platform/command';
import { Button, Chips, Field, RefusalNotice, Sheet, Third, toast } from '@/ui';
import { poolsText } from './pools.text';

interface HardshipSheetProps {
  readonly elderId: ElderId;
  readonly elderName: string;
  readonly level: 'special_hardship' | 'low_income' | 'none';
  readonly onClose: () => void;
  readonly onRecorded: () => void;
}

/** 困难程度: what a coordinator has seen; it answers the family and orders the pool. */
export function HardshipSheet(props: HardshipSheetProps) {
  const { elderId, elderName, onClose, onRecorded } = props;
  const t = poolsText[useLocale()];
  const [level, setLevel] = useState(props.level);
  const [why, setWhy] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const record = async () => {
    const answer = await command(`hardship ${elderId} ${level} ${why}`, recordHardship, {
      params: { elderId },
      body: { level, why: why.trim() },
    });
    if (!answer.ok) return setFailure(answer.failure);
    toast(t.recorded);
    onRecorded();
  };
  return (
    <Sheet
      open
      title={t.recordTitle(elderName)}
      onClose={onClose}
      actions={
        <Button kind="pine" disabled={why.trim() === ''} onTap={record}>
          {t.record}
        </Button>
      }
    >
      <RefusalNotice failure={failure} />
      <Third>{t.level}</Third>
      <Chips
        options={(['special_hardship', 'low_income', 'none'] as const).map((value) => ({
          value,
          text: t.levelsStaff[value],
        }))}
        value={level}
        onChoose={setLevel}
      />
      <Field label={t.recordWhy} placeholder={t.recordHint} value={why} onChange={setWhy} maxLength={200} />
    </Sheet>
  );
}
