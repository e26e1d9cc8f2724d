import type { ResourceId } from '@shared/kernel/ids';
import type { Position } from '@shared/kernel/position';
import { type Resource, type ResourceKind, resourceKind } from '@shared/programmes/resource';
import { listResources, recordResource } from '@shared/programmes/resources.contract';
import { resourceKindWords } from '@shared/programmes/words';
import type { Region } from '@shared/regions/region';
import { useState } from 'react';
import { VillageRows } from '@/features/elders/village-rows';
import { middleOf } from '@/features/programmes/middle-of';
import { programmesText } from '@/features/programmes/programmes.text';
import { ResourceMap, toneOf } from '@/features/programmes/resource-map';
import { said, useLocale, useText } from '@/i18n';
import { command, type Failure, mintId, useQuery } from '@/platform';
import {
  Button,
  Card,
  Chips,
  EmptyState,
  EntryRow,
  Field,
  MapPicker,
  Page,
  QueryView,
  RefusalNotice,
  Section,
  Sheet,
  Tag,
  toast,
} from '@/ui';

const VILLAGE_RADIUS = 1_500;

/** 村里的资源: who and what a village has to build on, on the land. */
export default function ResourcesPage() {
  const text = useText(programmesText);
  const locale = useLocale();
  const query = useQuery(listResources, { query: {} });
  const [village, setVillage] = useState<Region>();
  const [adding, setAdding] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const record = async (
    resourceId: ResourceId,
    words: Resource | NewWords,
    gone: boolean,
  ): Promise<boolean> => {
    const { kind, name, what, contact, villageCode, position } = words;
    const answer = await command(`resource ${resourceId}`, recordResource, {
      params: { resourceId },
      body: { words: { kind, name, what, contact, villageCode, position }, gone },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) toast(text.saved);
    await query.refresh();
    return answer.ok;
  };
  return (
    <Page title={text.map} backTo="social-worker/groups" onRefresh={query.refresh}>
      <Card flat>
        <VillageRows village={village} onChoose={setVillage} />
      </Card>
      <RefusalNotice failure={failure} />
      <QueryView query={query}>
        {({ resources }) => {
          const shown = resources.filter((each) => !village || each.villageCode === village.code);
          const centre = village?.centre ?? middleOf(shown);
          return (
            <>
              {centre ? <ResourceMap centre={centre} resources={shown} /> : null}
              {shown.length === 0 ? (
                <EmptyState icon="leaf" title={text.resourcesNone} />
              ) : (
                <Card flat>
                  {shown.map((each) => (
                    <EntryRow
                      key={each.resourceId}
                      title={each.name}
                      note={[each.what, each.contact].filter(Boolean).join(' · ')}
                      aside={<Tag tone={toneOf[each.kind]}>{said(resourceKindWords[each.kind], locale)}</Tag>}
                    />
                  ))}
                </Card>
              )}
            </>
          );
        }}
      </QueryView>
      {village ? (
        <Button kind="outline" icon="plus" onTap={() => setAdding(true)}>
          {text.addResource}
        </Button>
      ) : null}
      {village ? (
        <AddSheet
          key={village.code}
          open={adding}
          village={village}
          onClose={() => setAdding(false)}
          onSend={(id, words) => record(id, words, false)}
        />
      ) : null}
    </Page>
  );
}

type NewWords = Pick<Resource, 'kind' | 'name' | 'what' | 'contact' | 'villageCode' | 'position'>;

interface AddSheetProps {
  readonly open: boolean;
  readonly village: Region;
  readonly onClose: () => void;
  readonly onSend: (resourceId: ResourceId, words: NewWords) => Promise<boolean>;
}

function AddSheet({ open, village, onClose, onSend }: AddSheetProps) {
  const text = useText(programmesText);
  const locale = useLocale();
  const [id, setId] = useState(() => mintId('resource') as ResourceId);
  const [kind, setKind] = useState<ResourceKind>('places');
  const [words, setWords] = useState({ name: '', what: '', contact: '' });
  const [picked, setPicked] = useState<Position>();
  const send = async () => {
    const given = {
      kind,
      name: words.name.trim(),
      what: words.what.trim(),
      contact: words.contact.trim(),
      villageCode: village.code,
      position: picked ?? village.centre,
    };
    if (!(await onSend(id, given))) return;
    setId(mintId('resource') as ResourceId);
    setWords({ name: '', what: '', contact: '' });
    onClose();
  };
  return (
    <Sheet
      open={open}
      title={text.addResource}
      onClose={onClose}
      actions={
        <Button disabled={words.name.trim() === '' || words.what.trim() === ''} onTap={send}>
          {text.record}
        </Button>
      }
    >
      <Chips
        options={resourceKind.options.map((value) => ({
          value,
          text: said(resourceKindWords[value], locale),
        }))}
        value={kind}
        onChoose={setKind}
      />
      <Field
        label={text.name}
        value={words.name}
        onChange={(name) => setWords({ ...words, name })}
        maxLength={40}
      />
      <Field
        label={text.what}
        value={words.what}
        onChange={(what) => setWords({ ...words, what })}
        maxLength={200}
      />
      <Field
        label={text.contact}
        value={words.contact}
        onChange={(contact) => setWords({ ...words, contact })}
        maxLength={60}
      />
      <Section title={text.pinCaption}>
        <MapPicker
          centre={village.centre}
          centreName="村"
          radiusMetres={VILLAGE_RADIUS}
          picked={picked}
          pickedName="在"
          caption={text.pinCaption}
          onPick={setPicked}
        />
      </Section>
    </Sheet>
  );
}
