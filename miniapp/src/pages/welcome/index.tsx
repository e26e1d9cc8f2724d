import type { Role } from '@shared/kernel/role';
import { useEffect } from 'react';
import { type Intent, suits } from '@/features/welcome/intent';
import { useWelcome } from '@/features/welcome/use-welcome';
import { welcomeText } from '@/features/welcome/welcome.text';
import { said, useLocale, useText } from '@/i18n';
import { homeOf, reLaunch, useSession } from '@/platform';
import {
  Avatar,
  Body,
  Card,
  EntryRow,
  Greeting,
  Grid,
  type IconName,
  Notice,
  Page,
  RefusalNotice,
  Second,
  Section,
  Stack,
  Third,
  Tile,
  type Tone,
  useBusy,
} from '@/ui';

const openings: readonly { intent: Intent; icon: IconName; tone: Tone; note: `${Intent}Note` }[] = [
  { intent: 'family', icon: 'home', tone: 'persimmon', note: 'familyNote' },
  { intent: 'helper', icon: 'heart', tone: 'pine', note: 'helperNote' },
  { intent: 'elder', icon: 'person', tone: 'wheat', note: 'elderNote' },
  { intent: 'staff', icon: 'shield', tone: 'plum', note: 'staffNote' },
];

const tones: Record<Role, Tone> = {
  family: 'persimmon',
  volunteer: 'pine',
  provider: 'sky',
  elder: 'wheat',
  coordinator: 'plum',
  social_worker: 'plum',
  official: 'grey',
  operator: 'grey',
};

/** The first page: what brings you here? Whoever is signed in already goes straight home. */
export default function WelcomePage() {
  const text = useText(welcomeText);
  const locale = useLocale();
  const { intent, failure, advice, personas, choose, stepInAs } = useWelcome();
  const suiting = personas?.filter((persona) => suits(intent, persona.role));

  useEffect(() => {
    const { signedIn, role } = useSession.getState();
    if (signedIn !== undefined && role !== undefined) void reLaunch(homeOf(role));
  }, []);

  return (
    <Page title={text.title} noBack>
      <Stack>
        <Greeting>{text.greeting}</Greeting>
        <Second>{text.promise}</Second>
      </Stack>
      <Section title={text.question}>
        <Grid>
          {openings.map((opening) => (
            <OpeningTile
              key={opening.intent}
              {...opening}
              title={text[opening.intent]}
              note={text[opening.note]}
              chosen={intent === opening.intent}
              onChoose={() => choose(opening.intent)}
            />
          ))}
        </Grid>
      </Section>
      <RefusalNotice failure={failure} />
      {advice === 'askCoordinator' || (advice === 'onlyInWeChat' && !suiting?.length) ? (
        <Notice>{text[advice]}</Notice>
      ) : null}
      {suiting === undefined ? null : (
        <Section title={text.demonstration} aside={<Third>{text.demonstrationNote}</Third>}>
          <Card flat>
            {suiting.length === 0 ? <Body>{text.noneSuits}</Body> : null}
            {suiting.map((persona) => (
              <PersonaRow
                key={persona.persona}
                name={persona.nameZh}
                story={said({ zh: persona.storyZh, en: persona.storyEn }, locale)}
                tone={tones[persona.role]}
                onStepIn={() => stepInAs(persona.persona, persona.role)}
              />
            ))}
          </Card>
        </Section>
      )}
    </Page>
  );
}

interface OpeningTileProps {
  readonly icon: IconName;
  readonly tone: Tone;
  readonly title: string;
  readonly note: string;
  readonly chosen: boolean;
  readonly onChoose: () => Promise<unknown>;
}

function OpeningTile({ onChoose, ...look }: OpeningTileProps) {
  const { run } = useBusy(onChoose);
  return <Tile {...look} onTap={run} />;
}

interface PersonaRowProps {
  readonly name: string;
  readonly story: string;
  readonly tone: Tone;
  readonly onStepIn: () => Promise<unknown>;
}

function PersonaRow({ name, story, tone, onStepIn }: PersonaRowProps) {
  const { run } = useBusy(onStepIn);
  return <EntryRow lead={<Avatar name={name} tone={tone} />} title={name} note={story} onTap={run} />;
}
