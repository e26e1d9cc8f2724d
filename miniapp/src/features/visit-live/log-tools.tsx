import type { VisitId } from '@shared/kernel/ids';
import type { NewEntry } from '@shared/visits/log';
import { keepLog } from '@shared/visits/visits.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { command, type Failure } from '@/platform';
import { Button, Chips, Field, Grid, RefusalNotice, Sheet, Tile, toast } from '@/ui';
import { newEntry } from './new-entry';
import { noReadings, readingsOf } from './readings';
import { visitLiveText } from './visit-live.text';

type Tool = 'vitals' | 'mood' | 'need' | 'note';

/** The four things to note during a visit, each a large tile and one short sheet. */
export function LogTools({ visitId, onKept }: { readonly visitId: VisitId; readonly onKept: () => void }) {
  const t = visitLiveText[useLocale()];
  const [tool, setTool] = useState<Tool>();
  const [text, setText] = useState('');
  const [mood, setMood] = useState<'happy' | 'calm' | 'low' | 'unwell'>('calm');
  const [draft, setDraft] = useState(noReadings);
  const [failure, setFailure] = useState<Failure>();
  const readings = readingsOf(draft);
  const empty =
    tool === 'vitals' ? Object.keys(readings).length === 0 : tool !== 'mood' && text.trim() === '';
  const close = () => {
    setTool(undefined);
    setText('');
    setDraft(noReadings);
    setFailure(undefined);
  };
  const entry = (): NewEntry => {
    if (tool === 'vitals') return newEntry({ kind: 'vitals', ...readings });
    if (tool === 'mood') return newEntry({ kind: 'mood', mood });
    return newEntry({ kind: tool === 'need' ? 'need' : 'note', text: text.trim() });
  };
  const meant = tool === 'vitals' ? readings : tool === 'mood' ? mood : text.trim();
  const save = async () => {
    const body = { entries: [entry()] };
    const answer = await command(`log ${visitId} ${tool}`, keepLog, { params: { visitId }, body }, meant);
    if (!answer.ok) return setFailure(answer.failure);
    toast(t.saved);
    close();
    onKept();
  };
  const box = (name: keyof typeof noReadings, unit: string) => (
    <Field
      kind="decimal"
      label={t[name]}
      unit={unit}
      value={draft[name]}
      onChange={(value) => setDraft({ ...draft, [name]: value })}
    />
  );
  return (
    <>
      <Grid>
        <Tile icon="pulse" tone="persimmon" title={t.vitals} onTap={() => setTool('vitals')} />
        <Tile icon="smile" tone="wheat" title={t.mood} onTap={() => setTool('mood')} />
        <Tile icon="heart" tone="plum" title={t.need} onTap={() => setTool('need')} />
        <Tile icon="edit" tone="sky" title={t.note} onTap={() => setTool('note')} />
      </Grid>
      <Sheet
        open={tool !== undefined}
        title={tool ? t[tool] : ''}
        onClose={close}
        actions={
          <Button disabled={empty} onTap={save}>
            {t.save}
          </Button>
        }
      >
        {tool === 'vitals' ? (
          <>
            {box('systolic', t.unit.mmHg)}
            {box('diastolic', t.unit.mmHg)}
            {box('pulse', t.unit.perMinute)}
            {box('glucose', t.unit.mmol)}
          </>
        ) : null}
        {tool === 'mood' ? (
          <Chips
            options={(['happy', 'calm', 'low', 'unwell'] as const).map((value) => ({
              value,
              text: t.moods[value],
            }))}
            value={mood}
            onChoose={setMood}
          />
        ) : null}
        {tool === 'need' || tool === 'note' ? (
          <Field kind="paragraph" label={t[tool]} value={text} onChange={setText} maxLength={300} />
        ) : null}
        <RefusalNotice failure={failure} />
      </Sheet>
    </>
  );
}
