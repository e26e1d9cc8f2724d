import type { VisitId } from '@shared/kernel/ids';
import { type ReactNode, useState } from 'react';
import { useLocale } from '@/i18n';
import type { Failure } from '@/platform';
import { Button, Chips, Field, Grid, RefusalNotice, Sheet, Tile, toast } from '@/ui';
import type { Content } from './new-entry';
import { noReadings, readingsOf } from './readings';
import { useLog } from './use-log';
import { visitLiveText } from './visit-live.text';

type Tool = 'vitals' | 'mood' | 'need' | 'note';

interface LogToolsProps {
  readonly visitId: VisitId;
  readonly onKept: () => void;
  /** Tiles beside these. */
  readonly children?: ReactNode;
}

/** What to note during a visit, each a large tile and one short sheet. */
export function LogTools({ visitId, onKept, children }: LogToolsProps) {
  const t = visitLiveText[useLocale()];
  const keep = useLog(visitId);
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
  const content = (): Content => {
    if (tool === 'vitals') return { kind: 'vitals', ...readings };
    if (tool === 'mood') return { kind: 'mood', mood };
    return { kind: tool === 'need' ? 'need' : 'note', text: text.trim() };
  };
  const save = async () => {
    const answer = await keep(content());
    if (!answer.ok) return setFailure(answer.failure);
    toast(answer.value === 'sent' ? t.saved : t.savedHere);
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
      maxLength={5}
    />
  );
  return (
    <>
      <Grid>
        {children}
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
        <RefusalNotice failure={failure} />
        {tool === 'vitals' ? (
          <>
            <Grid>
              {box('systolic', t.unit.mmHg)}
              {box('diastolic', t.unit.mmHg)}
            </Grid>
            <Grid>
              {box('pulse', t.unit.perMinute)}
              {box('glucose', t.unit.mmol)}
            </Grid>
            {box('weight', t.unit.kg)}
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
          <Field
            kind="paragraph"
            label={tool === 'need' ? t.needAsk : t.noteAsk}
            placeholder={tool === 'need' ? t.needHint : t.noteHint}
            value={text}
            onChange={setText}
            maxLength={300}
          />
        ) : null}
      </Sheet>
    </>
  );
}
