import type { SessionWorker } from '@shared/groups/worker';
import type { ActivityId } from '@shared/kernel/ids';
import { addDays, beijing, beijingInstant, type Day } from '@shared/kernel/instant';
import type { Minutes } from '@shared/kernel/quantity';
import type { Activity, ActivityWords, Participation } from '@shared/programmes/activity';
import type { Region } from '@shared/regions/region';
import { useState } from 'react';
import { useLocale, useText } from '@/i18n';
import { dayName, mintId } from '@/platform';
import { noonOf } from '@/platform/time';
import { Button, Card, CheckRow, Field, OptionsRow, Section, Sheet, useNow } from '@/ui';
import { programmesText } from './programmes.text';

interface PlanActivitySheetProps {
  readonly open: boolean;
  readonly village: Region;
  readonly workers: readonly Omit<SessionWorker, 'duties'>[];
  readonly onClose: () => void;
  readonly onSend: (activityId: ActivityId, words: ActivityWords) => Promise<boolean>;
}

const DAYS_AHEAD = 29;
const DAYS_BACK = 2;
const NINE = 9 * 60;
const TWO_HOURS = 120 as Minutes;

/** An activity at nine, for two hours, with those who help. */
export function PlanActivitySheet({ open, village, workers, onClose, onSend }: PlanActivitySheetProps) {
  const text = useText(programmesText);
  const locale = useLocale();
  const at = useNow();
  const [id, setId] = useState(() => mintId('activity') as ActivityId);
  const [title, setTitle] = useState('');
  const [place, setPlace] = useState('');
  const [on, setOn] = useState<string>();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const days = Array.from({ length: DAYS_BACK + DAYS_AHEAD }, (_, n) => {
    const value = beijing(addDays(at, n - DAYS_BACK)).day;
    return { value: value as string, text: dayName(noonOf(value), at, locale) };
  });
  const send = async () => {
    if (on === undefined) return;
    const sent = await onSend(id, {
      title: title.trim(),
      plan: '',
      place: { name: place.trim(), position: village.centre },
      villageCode: village.code,
      startsAt: beijingInstant(on as Day, NINE),
      minutes: TWO_HOURS,
      workers: workers
        .filter((each) => chosen.includes(each.personId))
        .map((each) => ({
          ...each,
          duties: each.helperId ? ['enabling'] : ['planning', 'coordinating'],
        })),
    });
    if (!sent) return;
    setId(mintId('activity') as ActivityId);
    setTitle('');
    onClose();
  };
  return (
    <Sheet
      open={open}
      title={text.addActivity}
      onClose={onClose}
      actions={
        <Button
          disabled={title.trim() === '' || place.trim() === '' || on === undefined || chosen.length === 0}
          onTap={send}
        >
          {text.save}
        </Button>
      }
    >
      <Field label={text.activityTitle} value={title} onChange={setTitle} maxLength={40} />
      <Field label={text.place} value={place} onChange={setPlace} maxLength={60} />
      <Card flat>
        <OptionsRow
          label={text.day}
          options={days}
          value={on}
          placeholder={text.choose}
          onChoose={setOn}
          as="tiles"
        />
      </Card>
      <Section title={text.workers}>
        <Card flat>
          {workers.slice(0, 8).map((each) => (
            <CheckRow
              key={each.personId}
              checked={chosen.includes(each.personId)}
              onTap={() =>
                setChosen(
                  chosen.includes(each.personId)
                    ? chosen.filter((one) => one !== each.personId)
                    : [...chosen, each.personId],
                )
              }
            >
              {each.name}
            </CheckRow>
          ))}
        </Card>
      </Section>
    </Sheet>
  );
}

const parts = ['elders', 'families', 'neighbours', 'officials'] as const;

interface KeepActivitySheetProps {
  readonly activity: Activity | undefined;
  readonly onClose: () => void;
  readonly onSend: (
    activity: Activity,
    participation: Participation,
    outcome: string,
    came: SessionWorker['personId'][],
  ) => Promise<boolean>;
}

/** How many took part, what came of it, and who worked. */
export function KeepActivitySheet({ activity, onClose, onSend }: KeepActivitySheetProps) {
  const text = useText(programmesText);
  const [counts, setCounts] = useState<Readonly<Record<string, string>>>({});
  const [outcome, setOutcome] = useState('');
  const [away, setAway] = useState<readonly string[]>([]);
  const count = (name: (typeof parts)[number]): number =>
    Math.max(0, Math.floor(Number(counts[name] ?? 0)) || 0);
  const send = async () => {
    if (!activity) return;
    const participation = {
      elders: count('elders'),
      families: count('families'),
      neighbours: count('neighbours'),
      officials: count('officials'),
    };
    const came = activity.workers.map(({ personId }) => personId).filter((id) => !away.includes(id));
    if (await onSend(activity, participation, outcome.trim(), came)) onClose();
  };
  return (
    <Sheet
      open={activity !== undefined}
      title={text.keep}
      onClose={onClose}
      actions={<Button onTap={send}>{text.save}</Button>}
    >
      {parts.map((name) => (
        <Field
          key={name}
          label={text[name]}
          kind="number"
          value={counts[name] ?? ''}
          onChange={(value) => setCounts({ ...counts, [name]: value })}
          maxLength={3}
        />
      ))}
      <Field label={text.outcome} kind="paragraph" value={outcome} onChange={setOutcome} maxLength={500} />
      <Section title={text.credit}>
        <Card flat>
          {(activity?.workers ?? []).map(({ personId, name }) => (
            <CheckRow
              key={personId}
              checked={!away.includes(personId)}
              onTap={() =>
                setAway(away.includes(personId) ? away.filter((id) => id !== personId) : [...away, personId])
              }
            >
              {name}
            </CheckRow>
          ))}
        </Card>
      </Section>
    </Sheet>
  );
}
