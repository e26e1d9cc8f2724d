import type { Position } from '@shared/kernel/position';
import { distanceMetres } from '@shared/kernel/position';
import type { Resource, ResourceKind } from '@shared/programmes/resource';
import { resourceKindWords } from '@shared/programmes/words';
import { said, useLocale, useText } from '@/i18n';
import { MapSketch, Tag, type Tone, Wrap } from '@/ui';
import { programmesText } from './programmes.text';

export const toneOf: Readonly<Record<ResourceKind, Tone>> = {
  people: 'plum',
  places: 'sky',
  money: 'wheat',
  skills: 'pine',
};
const LEAST_RADIUS = 500;

/** What a village has, where it is: the drawing of the land that the other pages have, too. */
export function ResourceMap({
  centre,
  resources,
}: {
  readonly centre: Position;
  readonly resources: readonly Resource[];
}) {
  const text = useText(programmesText);
  const locale = useLocale();
  const far = Math.max(LEAST_RADIUS, ...resources.map((each) => distanceMetres(centre, each.position)));
  return (
    <>
      <MapSketch
        home={centre}
        homeName="村"
        radiusMetres={Math.ceil(far * 1.2)}
        people={resources.map((each) => ({
          key: each.resourceId,
          name: each.name,
          position: each.position,
          tone: toneOf[each.kind],
        }))}
        caption={text.caption(resources.length)}
      />
      <Wrap>
        {(Object.keys(toneOf) as ResourceKind[]).map((kind) => (
          <Tag key={kind} tone={toneOf[kind]}>
            {said(resourceKindWords[kind], locale)}
          </Tag>
        ))}
      </Wrap>
    </>
  );
}
