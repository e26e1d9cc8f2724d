import { bandNamed } from '@shared/assessments/instrument';
import { instrumentOf } from '@shared/assessments/instruments';
import { templateOf } from '@shared/cases/kind';
import { addDays, beijing } from '@shared/kernel/instant';
import { allow } from '@shared/kernel/result';
import type { Ability, Elder } from '@shared/people/elder';
import type { readEvidence as route } from '@shared/programmes/briefs.contract';
import { type Evidence, evidenceOf, type Need } from '@shared/programmes/evidence';
import { countyOf } from '@shared/regions/region';
import { assessmentItem } from '../assessments/items';
import { caseItem, casesPartition } from '../cases/items';
import { serviceItem, serviceKey } from '../catalogue/items';
import { elderItem } from '../people/items';
import type { Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { requestItem } from '../service-requests/items';
import { regionsProgramme } from './access';

const DAYS = 90;
/** Two reads an elder; of a larger region the rest is not looked at, and the reply says so. */
const MOST_ELDERS = 600;
const AT_ONCE = 12;

export const readEvidence: UseCase<typeof route> = async (deps, { actor, params }) => {
  const stored = await regionsProgramme(deps, actor, params.programmeId);
  if (!stored.ok) return stored;
  return allow(await gatherEvidence(deps, stored.value.value.regionCode));
};

interface Gathered {
  readonly evidence: Evidence;
  readonly partial: boolean;
  readonly unreadable: number;
}

/** What the elders of a region lack: names go into the rule, only counts come out of it. */
export async function gatherEvidence(deps: Deps, regionCode: string): Promise<Gathered> {
  const to = deps.clock();
  const from = addDays(to, -DAYS);
  const { elders, partial, unreadable } = await eldersOf(deps, regionCode);
  const needs: Need[] = [
    ...(await noticedNeeds(deps, regionCode, elders, from)),
    ...elders.flatMap(levelNeed),
  ];
  for (let index = 0; index < elders.length; index += AT_ONCE) {
    const found = await Promise.all(
      elders.slice(index, index + AT_ONCE).map((elder) => needsOf(deps, elder, from, to)),
    );
    needs.push(...found.flat());
  }
  return {
    evidence: { from: beijing(from).day, to: beijing(to).day, ...evidenceOf(needs) },
    partial,
    unreadable,
  };
}

async function eldersOf(deps: Deps, regionCode: string) {
  const elders: Elder[] = [];
  let after: string | undefined;
  let unreadable = 0;
  do {
    const page = await deps.table.list(elderItem, {
      index: 'byRegion',
      pk: `ELDERS#${countyOf(regionCode)}`,
      prefix: regionCode,
      ...(after === undefined ? {} : { after }),
    });
    elders.push(...page.items.map(({ value }) => value));
    unreadable += page.unreadable.length;
    after = page.next;
  } while (after !== undefined && elders.length < MOST_ELDERS);
  return { elders: elders.slice(0, MOST_ELDERS), partial: after !== undefined, unreadable };
}

const placeOf = ({ elderId, villageCode, villageName }: Elder) => ({ elderId, villageCode, villageName });

const hard: Partial<Record<Ability, Need['what']>> = {
  moderate: { zh: '中度失能', en: 'Moderate disability' },
  severe: { zh: '重度失能', en: 'Severe disability' },
  complete: { zh: '完全失能', en: 'Complete disability' },
};
function levelNeed(elder: Elder): Need[] {
  const what = hard[elder.ability];
  return what ? [{ kind: 'level', ...placeOf(elder), what }] : [];
}

/** What was referred to social workers, by the kind of case; what is restricted is not even counted. */
async function noticedNeeds(
  deps: Deps,
  regionCode: string,
  elders: readonly Elder[],
  from: string,
): Promise<Need[]> {
  const pages = await Promise.all(
    (['open', 'over'] as const).map((state) =>
      deps.table.list(caseItem, {
        index: 'byRegion',
        pk: casesPartition(regionCode, state),
        prefix: regionCode,
        limit: 500,
      }),
    ),
  );
  return pages.flatMap((page) =>
    page.items.flatMap(({ value: c }): Need[] => {
      const elder = elders.find((each) => each.elderId === c.elderId);
      if (!elder || c.restricted || c.openedAt < from) return [];
      return [{ kind: 'noticed', ...placeOf(elder), what: templateOf(c.kind).name }];
    }),
  );
}

const unmet = ['unmet', 'taken_over', 'closed_unmet'];
/** Scales whose bands from here on speak of distress. */
const troubled: Readonly<Record<string, readonly string[]>> = {
  'gds-15': ['low', 'lower', 'lowest'],
  loneliness: ['lonely'],
  frail: ['frail'],
  'carer-strain': ['strained', 'exhausted'],
};

async function needsOf(deps: Deps, elder: Elder, from: string, to: string): Promise<Need[]> {
  const pk = `ELDER#${elder.elderId}`;
  const [requests, assessments] = await Promise.all([
    deps.table.list(requestItem, { index: 'byElder', pk, from: `REQUEST#${from}`, to: `REQUEST#${to}~` }),
    deps.table.list(assessmentItem, { index: 'byElder', pk, prefix: 'ASSESSMENT#' }),
  ]);
  const codes = [
    ...new Set(
      requests.items.flatMap(({ value }) => (unmet.includes(value.status) ? [value.serviceCode] : [])),
    ),
  ];
  const services = await deps.table.getMany(serviceItem, codes.map(serviceKey));
  const asked = codes.map((_, index): Need => {
    const service = services.items[index]?.value;
    const what = service ? { zh: service.zh, en: service.en } : { zh: '其他服务', en: 'Other help' };
    return { kind: 'unmet', ...placeOf(elder), what };
  });
  const latest = new Map<string, Need['what']>();
  for (const { value: a } of assessments.items) {
    if (a.status !== 'completed' || a.completedAt < from) continue;
    latest.delete(a.instrument.code);
    const { band } = a.result;
    if (band === undefined || !troubled[a.instrument.code]?.includes(band)) continue;
    const instrument = instrumentOf(a.instrument);
    const { name } = bandNamed(instrument, band);
    latest.set(a.instrument.code, {
      zh: `${instrument.name.zh}：${name.zh}`,
      en: `${instrument.name.en}: ${name.en}`,
    });
  }
  return [...asked, ...[...latest.values()].map((what): Need => ({ kind: 'mood', ...placeOf(elder), what }))];
}
