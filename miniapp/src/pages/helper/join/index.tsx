import { registerHelper } from '@shared/helpers/helpers.contract';
import { readMe } from '@shared/identity/identity.contract';
import type { Region } from '@shared/regions/region';
import { useState } from 'react';
import { VillageRows } from '@/features/elders/village-rows';
import { type Choices, ChoicesForm } from '@/features/helper-day/choices-form';
import { helperFormText } from '@/features/helper-day/helper-form.text';
import { hourPresets } from '@/features/helper-day/hour-presets';
import { useLocale } from '@/i18n';
import { call, command, type Failure, readPosition, reLaunch, useSession } from '@/platform';
import { Button, Card, Chips, Field, Page, RefusalNotice, Second } from '@/ui';

/** 成为志愿者: one's own choice, in one page. The home is where the phone is, or the middle of the village. */
export default function JoinPage() {
  const t = helperFormText[useLocale()];
  const [village, setVillage] = useState<Region>();
  const [name, setName] = useState(useSession.getState().signedIn?.person.name ?? '');
  const [birthYear, setBirthYear] = useState('');
  const [gender, setGender] = useState<'female' | 'male'>('female');
  const [choices, setChoices] = useState<Choices>({
    weeklyHours: hourPresets.day,
    radiusMetres: 3000,
    travel: 'walk',
    skills: ['company'],
  });
  const [failure, setFailure] = useState<Failure>();
  const join = async () => {
    if (!village) return;
    const send = (home: Region['centre']) =>
      command('become a volunteer', registerHelper, {
        body: {
          ...choices,
          name: name.trim(),
          gender,
          birthYear: Number(birthYear),
          villageCode: village.code,
          home,
          daysOff: [],
          languages: ['mandarin', 'northeastern'],
          excludedElderIds: [],
          available: true,
        },
      });
    const fix = await readPosition();
    let answer = await send(fix?.position ?? village.centre);
    // Someone who signs up away from home is placed in the middle of their village.
    if (
      !answer.ok &&
      answer.failure.kind === 'refused' &&
      answer.failure.refusal.code === 'position_outside_region'
    )
      answer = await send(village.centre);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    const me = await call(readMe, {});
    const { signedIn } = useSession.getState();
    if (me.ok && signedIn)
      useSession.setState({ signedIn: { ...signedIn, person: me.value }, role: 'volunteer' });
    await reLaunch('helper/home');
  };
  return (
    <Page
      title={t.join}
      actions={
        <Button disabled={!village || name.trim() === '' || birthYear.length !== 4} onTap={join}>
          {t.send}
        </Button>
      }
    >
      <Second>{t.joinNote}</Second>
      <Card>
        <Field label={t.name} value={name} onChange={setName} maxLength={20} />
        <Field kind="number" label={t.birthYear} value={birthYear} onChange={setBirthYear} maxLength={4} />
        <Chips
          options={[
            { value: 'female' as const, text: t.female },
            { value: 'male' as const, text: t.male },
          ]}
          value={gender}
          onChoose={setGender}
        />
      </Card>
      <Card flat>
        <VillageRows village={village} onChoose={setVillage} />
      </Card>
      <ChoicesForm choices={choices} onChange={(change) => setChoices({ ...choices, ...change })} />
      <RefusalNotice failure={failure} />
    </Page>
  );
}
