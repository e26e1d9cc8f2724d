import { formGroup } from '@shared/groups/groups.contract';
import { type GroupTheme, groupTheme, themes } from '@shared/groups/theme';
import type { Region } from '@shared/regions/region';
import { useState } from 'react';
import { VillageRows } from '@/features/elders/village-rows';
import { groupsText } from '@/features/groups/groups.text';
import { said, useLocale, useText } from '@/i18n';
import { command, type Failure, replace } from '@/platform';
import { Button, Card, Chips, Field, Page, RefusalNotice, Section } from '@/ui';

const sizes = [6, 9, 12, 16, 20] as const;

/** 办一个小组: a theme brings its name, its purpose and its scale; everything may be said differently. */
export default function NewGroupPage() {
  const text = useText(groupsText);
  const locale = useLocale();
  const [theme, setTheme] = useState<GroupTheme>();
  const [village, setVillage] = useState<Region>();
  const [words, setWords] = useState({ name: '', purpose: '', place: '' });
  const [places, setPlaces] = useState<string>('9');
  const [failure, setFailure] = useState<Failure>();
  const choose = (value: GroupTheme) => {
    setTheme(value);
    setWords({
      ...words,
      name: said(themes[value].name, locale),
      purpose: said(themes[value].purpose, locale),
    });
  };
  const form = async () => {
    if (!theme || !village) return;
    const answer = await command('form group', formGroup, {
      body: {
        villageCode: village.code,
        words: {
          name: words.name.trim(),
          theme,
          purpose: words.purpose.trim(),
          place: { name: words.place.trim(), position: village.centre },
          places: Number(places),
        },
      },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) await replace('social-worker/group', { groupId: answer.value.groupId });
  };
  const whole = theme && village && Object.values(words).every((each) => each.trim() !== '');
  return (
    <Page
      title={text.form}
      backTo="social-worker/groups"
      actions={
        <Button disabled={!whole} onTap={form}>
          {text.made}
        </Button>
      }
    >
      <Section title={text.what}>
        <Chips
          options={groupTheme.options.map((value) => ({ value, text: said(themes[value].name, locale) }))}
          value={theme}
          onChoose={choose}
        />
      </Section>
      <Field
        label={text.name}
        value={words.name}
        onChange={(name) => setWords({ ...words, name })}
        maxLength={30}
      />
      <Field
        label={text.purpose}
        kind="paragraph"
        value={words.purpose}
        onChange={(purpose) => setWords({ ...words, purpose })}
        maxLength={300}
      />
      <Card flat>
        <VillageRows village={village} onChoose={setVillage} />
      </Card>
      <Field
        label={text.place}
        placeholder="村文化室"
        value={words.place}
        onChange={(place) => setWords({ ...words, place })}
        maxLength={60}
      />
      <Section title={text.places}>
        <Chips
          options={sizes.map((n) => ({ value: String(n), text: text.people(n) }))}
          value={places}
          onChoose={setPlaces}
        />
      </Section>
      <RefusalNotice failure={failure} />
    </Page>
  );
}
