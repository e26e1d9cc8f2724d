import { listGroups } from '@shared/groups/groups.contract';
import { listProgrammes } from '@shared/programmes/programmes.contract';
import { useState } from 'react';
import { GroupCard } from '@/features/groups/group-card';
import { groupsText } from '@/features/groups/groups.text';
import { ProgrammeCard } from '@/features/programmes/programme-card';
import { programmesText } from '@/features/programmes/programmes.text';
import { useText } from '@/i18n';
import { go, useQuery } from '@/platform';
import { Button, ButtonRow, Chips, EmptyState, Page, QueryView } from '@/ui';

const whats = ['groups', 'programmes'] as const;
const scopes = ['going', 'closed'] as const;

/** 小组与社区: groups of elders, and programmes for a whole village. */
export default function GroupsPage() {
  const text = useText(groupsText);
  const words = useText(programmesText);
  const [what, setWhat] = useState<(typeof whats)[number]>('groups');
  const [scope, setScope] = useState<(typeof scopes)[number]>('going');
  const groups = useQuery(listGroups, what === 'groups' ? { query: { scope } } : undefined);
  const programmes = useQuery(listProgrammes, what === 'programmes' ? { query: { scope } } : undefined);
  const refresh = what === 'groups' ? groups.refresh : programmes.refresh;
  return (
    <Page title={text.title} tab="social-worker/groups" onRefresh={refresh}>
      <Chips options={whats.map((value) => ({ value, text: text[value] }))} value={what} onChoose={setWhat} />
      <Chips
        options={scopes.map((value) => ({ value, text: text[value] }))}
        value={scope}
        onChoose={setScope}
      />
      {what === 'groups' ? (
        <>
          <QueryView query={groups}>
            {({ groups: all }) =>
              all.length === 0 ? (
                <EmptyState icon="people" title={text.none} note={text.noneNote} />
              ) : (
                all.map((one) => <GroupCard key={one.groupId} one={one} />)
              )
            }
          </QueryView>
          <Button kind="outline" icon="plus" onTap={() => go('social-worker/group-new')}>
            {text.form}
          </Button>
        </>
      ) : (
        <>
          <QueryView query={programmes}>
            {({ programmes: all }) =>
              all.length === 0 ? (
                <EmptyState icon="leaf" title={words.none} note={words.noneNote} />
              ) : (
                all.map((one) => <ProgrammeCard key={one.programmeId} one={one} />)
              )
            }
          </QueryView>
          <ButtonRow>
            <Button kind="outline" onTap={() => go('social-worker/resources')}>
              {words.map}
            </Button>
            <Button kind="outline" icon="plus" onTap={() => go('social-worker/programme-new')}>
              {words.planOne}
            </Button>
          </ButtonRow>
        </>
      )}
    </Page>
  );
}
