import { changeElder, type ElderView } from '@shared/people/people.contract';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { command, type Failure } from '@/platform';
import {
  Avatar,
  Button,
  Card,
  EntryRow,
  Field,
  ListRow,
  RefusalNotice,
  Second,
  Section,
  StatNumber,
  Tag,
  toast,
} from '@/ui';
import { elderText } from './elders.text';

interface ElderProfileProps {
  readonly view: ElderView;
  readonly onSaved: () => Promise<void>;
}

/** What is known of the elder, the card, who may see it, and the words for whoever comes. */
export function ElderProfile({ view, onSaved }: ElderProfileProps) {
  const t = elderText[useLocale()];
  const { elder, age, kinships } = view;
  const open = kinships.filter(({ status }) => status === 'proposed' || status === 'consented');
  return (
    <>
      <Card>
        <EntryRow
          lead={<Avatar name={elder.name} size="large" />}
          title={`${elder.name}　${t.years(age)}`}
          note={[elder.villageName, t.abilities[elder.ability], elder.livesAlone ? t.livesAlone : undefined]
            .filter(Boolean)
            .join(' · ')}
        />
        <StatNumber label={t.cardTitle} value={elder.cardCode} note={t.cardBody} />
      </Card>
      <DoorWords view={view} onSaved={onSaved} />
      <Section title={t.facts}>
        <Card flat>
          <ListRow label={t.callName} value={elder.callName} />
          <ListRow label={t.address} value={elder.address} />
          <ListRow label={t.phone} value={elder.phone ?? t.unset} />
          <ListRow label={t.ownPhone} value={elder.ownPhone ? t.yes : t.no} />
          <ListRow label={t.languages} value={elder.languages.map((one) => t.spoken[one]).join('、')} />
        </Card>
      </Section>
      <Section title={t.kinTitle}>
        {open.length === 0 ? <Second>{t.kinNone}</Second> : null}
        {open.map((kinship) => (
          <Card key={kinship.personId}>
            <EntryRow
              lead={<Avatar name={kinship.personName} tone="pine" />}
              title={`${kinship.personName} · ${t.relations[kinship.relation]}`}
              note={t.consentBody[kinship.status]}
              aside={
                <Tag tone={kinship.status === 'consented' ? 'pine' : 'wheat'}>
                  {t.consent[kinship.status]}
                </Tag>
              }
            />
          </Card>
        ))}
      </Section>
    </>
  );
}

function DoorWords({ view, onSaved }: ElderProfileProps) {
  const t = elderText[useLocale()];
  const { elderId, ...elder } = view.elder;
  const [doorNotes, setDoorNotes] = useState(elder.doorNotes);
  const [directions, setDirections] = useState(elder.directions);
  const [failure, setFailure] = useState<Failure>();
  const changed = doorNotes.trim() !== elder.doorNotes || directions.trim() !== elder.directions;
  const save = async () => {
    const answer = await command(`change ${elderId}`, changeElder, {
      params: { elderId },
      body: { changes: { doorNotes: doorNotes.trim(), directions: directions.trim() } },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    toast(t.saved);
    await onSaved();
  };
  return (
    <Section title={t.doorTitle}>
      <Card>
        <Second>{t.doorBody}</Second>
        <Field
          kind="paragraph"
          label={t.doorNotes}
          placeholder={t.doorNotesHint}
          value={doorNotes}
          onChange={setDoorNotes}
          maxLength={300}
        />
        <Field
          label={t.directions}
          placeholder={t.directionsHint}
          value={directions}
          onChange={setDirections}
        />
        <RefusalNotice failure={failure} />
        {changed ? <Button onTap={save}>{t.save}</Button> : null}
      </Card>
    </Section>
  );
}
