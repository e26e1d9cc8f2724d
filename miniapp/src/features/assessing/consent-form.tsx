import { beginAssessment } from '@shared/assessments/assessments.contract';
import type { Instrument } from '@shared/assessments/instrument';
import type { InstrumentCode } from '@shared/assessments/instruments';
import type { AssessmentId, ElderId } from '@shared/kernel/ids';
import { useState } from 'react';
import { said, useLocale, useText } from '@/i18n';
import { command, type Failure } from '@/platform';
import { Button, Card, CheckRow, Chips, Field, RefusalNotice, Second, Sheet } from '@/ui';
import { assessingText } from './assessing.text';

interface ConsentFormProps {
  readonly open: boolean;
  readonly elderId: ElderId;
  readonly elderName: string;
  readonly instrument: Instrument;
  readonly onClose: () => void;
  readonly onBegun: (assessmentId: AssessmentId) => void;
}

/** Asked before the first question; telling the family is a yes of its own. */
export function ConsentForm({ open, elderId, elderName, instrument, onClose, onBegun }: ConsentFormProps) {
  const text = useText(assessingText);
  const locale = useLocale();
  const [givenBy, setGivenBy] = useState<'elder' | 'representative' | 'caregiver'>(
    instrument.answeredBy === 'caregiver' ? 'caregiver' : 'elder',
  );
  const [name, setName] = useState(instrument.answeredBy === 'caregiver' ? '' : elderName);
  const [how, setHow] = useState(text.howUsual);
  const [shareWithFamily, setShare] = useState(true);
  const [failure, setFailure] = useState<Failure>();
  const begin = async () => {
    const answer = await command(`assess ${elderId} ${instrument.code}`, beginAssessment, {
      params: { elderId },
      body: {
        code: instrument.code as InstrumentCode,
        consent: { givenBy, name: name.trim(), how: how.trim(), shareWithFamily },
      },
    });
    if (answer.ok) onBegun(answer.value.assessmentId);
    else setFailure(answer.failure);
  };
  return (
    <Sheet
      open={open}
      title={text.consentTitle}
      onClose={onClose}
      actions={
        <Button onTap={begin} disabled={name.trim() === '' || how.trim() === ''}>
          {text.begin}
        </Button>
      }
    >
      <Second>{said(instrument.introduction, locale)}</Second>
      <Chips
        options={(['elder', 'representative', 'caregiver'] as const).map((value) => ({
          value,
          text: text[value],
        }))}
        value={givenBy}
        onChoose={setGivenBy}
      />
      <Field label={text.name} value={name} onChange={setName} maxLength={20} />
      <Field label={text.how} value={how} onChange={setHow} maxLength={200} />
      <Card flat>
        <CheckRow checked={shareWithFamily} onTap={() => setShare(!shareWithFamily)}>
          {text.share}
        </CheckRow>
      </Card>
      <RefusalNotice failure={failure} />
    </Sheet>
  );
}
