import { type Concern, concern, type Way, way } from '@shared/visit-duty/duty';
import { concernWords } from '@shared/visit-duty/sentence';
import { useState } from 'react';
import { said, useLocale } from '@/i18n';
import { type Failure, keepAndSend, outbox } from '@/platform';
import { Button, Chip, Chips, Field, RefusalNotice, Second, Sheet, toast, Wrap } from '@/ui';
import { type DutyElder, dutyLane } from './duty-elder';
import { dutyText } from './visit-duty.text';

interface SeenSheetProps {
  readonly elder: DutyElder;
  /** Whoever has just called was on the telephone. */
  readonly first: Way;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** 见到了: one more tap when all is well; a few chips when it is not. */
export function SeenSheet({ elder, first, onClose, onSaved }: SeenSheetProps) {
  const locale = useLocale();
  const t = dutyText[locale];
  const [how, setHow] = useState<Way>(first);
  const [worried, setWorried] = useState(false);
  const [concerns, setConcerns] = useState<readonly Concern[]>([]);
  const [note, setNote] = useState('');
  const [refer, setRefer] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const save = async (well: boolean) => {
    const words = note.trim();
    const lane = dutyLane(elder.elderId);
    const answer = await keepAndSend({
      lane,
      route: 'recordDuty',
      params: { elderId: elder.elderId },
      body: {
        outcome: 'seen',
        at: outbox.stamp(lane),
        how,
        found: well ? { well, note: words } : { well, concerns: [...concerns], note: words },
        refer: !well && refer,
      },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    toast(answer.value === 'waiting' ? t.savedHere : t.savedNow);
    onSaved();
  };
  const turn = (one: Concern) =>
    setConcerns(concerns.includes(one) ? concerns.filter((each) => each !== one) : [...concerns, one]);
  return (
    <Sheet
      open
      title={t.sawTitle(elder.callName)}
      onClose={onClose}
      actions={
        worried ? (
          <Button disabled={concerns.length === 0 && note.trim() === ''} onTap={() => save(false)}>
            {t.save}
          </Button>
        ) : (
          <>
            <Button kind="pine" icon="check" onTap={() => save(true)}>
              {t.allWell}
            </Button>
            <Button kind="outline" onTap={() => setWorried(true)}>
              {t.notWell}
            </Button>
          </>
        )
      }
    >
      <RefusalNotice failure={failure} />
      <Second>{t.how}</Second>
      <Chips
        options={way.options.map((value) => ({ value, text: t.ways[value] }))}
        value={how}
        onChoose={setHow}
      />
      {worried ? (
        <>
          <Second>{t.whatIsIt}</Second>
          <Wrap>
            {concern.options.map((one) => (
              <Chip many key={one} chosen={concerns.includes(one)} onTap={() => turn(one)}>
                {said(concernWords[one], locale)}
              </Chip>
            ))}
          </Wrap>
          <Field label={t.note} value={note} onChange={setNote} kind="paragraph" maxLength={300} />
          <Wrap>
            <Chip many chosen={refer} onTap={() => setRefer(!refer)}>
              {t.refer}
            </Chip>
          </Wrap>
        </>
      ) : null}
    </Sheet>
  );
}
