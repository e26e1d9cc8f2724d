import { type ProgrammeKind, programmeKind } from '@shared/programmes/programme';
import { planProgramme } from '@shared/programmes/programmes.contract';
import { programmeKindWords } from '@shared/programmes/words';
import type { Region } from '@shared/regions/region';
import { useState } from 'react';
import { VillageRows } from '@/features/elders/village-rows';
import { programmesText } from '@/features/programmes/programmes.text';
import { said, useLocale, useText } from '@/i18n';
import { command, type Failure, replace } from '@/platform';
import { Button, Card, Chips, Field, Page, RefusalNotice, Section } from '@/ui';

/** 立项: one of the seven kinds of community work. */
export default function NewProgrammePage() {
  const text = useText(programmesText);
  const locale = useLocale();
  const [kind, setKind] = useState<ProgrammeKind>();
  const [name, setName] = useState('');
  const [why, setWhy] = useState('');
  const [village, setVillage] = useState<Region>();
  const [failure, setFailure] = useState<Failure>();
  const plan = async () => {
    if (!kind || !village) return;
    const answer = await command('plan programme', planProgramme, {
      body: { regionCode: village.code, words: { name: name.trim(), kind, why: why.trim() } },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) await replace('social-worker/programme', { programmeId: answer.value.programmeId });
  };
  return (
    <Page
      title={text.planOne}
      backTo="social-worker/groups"
      actions={
        <Button disabled={!kind || !village || name.trim() === '' || why.trim() === ''} onTap={plan}>
          {text.start}
        </Button>
      }
    >
      <Section title={text.kind}>
        <Chips
          options={programmeKind.options.map((value) => ({
            value,
            text: said(programmeKindWords[value], locale),
          }))}
          value={kind}
          onChoose={setKind}
        />
      </Section>
      <Field label={text.name} value={name} onChange={setName} maxLength={40} />
      <Field label={text.why} kind="paragraph" value={why} onChange={setWhy} maxLength={500} />
      <Card flat>
        <VillageRows village={village} onChoose={setVillage} />
      </Card>
      <RefusalNotice failure={failure} />
    </Page>
  );
}
