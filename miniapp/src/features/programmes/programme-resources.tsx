import type { ProgrammeView } from '@shared/programmes/programmes.contract';
import { listResources } from '@shared/programmes/resources.contract';
import { useText } from '@/i18n';
import { useQuery } from '@/platform';
import { Card, CheckRow, Second, Section } from '@/ui';
import { middleOf } from './middle-of';
import { programmesText } from './programmes.text';
import { ResourceMap } from './resource-map';

interface ProgrammeResourcesProps {
  readonly view: ProgrammeView;
  readonly may: boolean;
  readonly onUse: (resourceIds: ProgrammeView['programme']['resourceIds']) => Promise<boolean>;
}

/** What the programme rests on, where it is; who may plan ticks what it uses. */
export function ProgrammeResources({ view, may, onUse }: ProgrammeResourcesProps) {
  const text = useText(programmesText);
  const { regionCode, resourceIds } = view.programme;
  const all = useQuery(listResources, may ? { query: { regionCode } } : undefined);
  const centre = middleOf(view.resources);
  if (!may && centre === undefined) return null;
  return (
    <Section title={text.resources}>
      {centre ? <ResourceMap centre={centre} resources={view.resources} /> : null}
      {may && all.data && all.data.resources.length === 0 ? <Second>{text.resourcesNone}</Second> : null}
      {may && all.data && all.data.resources.length > 0 ? (
        <Card flat>
          {all.data.resources.slice(0, 12).map(({ resourceId, name, what }) => (
            <CheckRow
              key={resourceId}
              checked={resourceIds.includes(resourceId)}
              onTap={async () => {
                await onUse(
                  resourceIds.includes(resourceId)
                    ? resourceIds.filter((each) => each !== resourceId)
                    : [...resourceIds, resourceId],
                );
              }}
            >
              {`${name}：${what}`}
            </CheckRow>
          ))}
        </Card>
      ) : null}
    </Section>
  );
}
