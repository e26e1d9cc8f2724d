import { beijing, type Day } from '@shared/kernel/instant';
import { allow, type Result, refuse } from '@shared/kernel/result';
import { helperRoles } from '@shared/kernel/role';
import { ageIn, type Elder } from '@shared/people/elder';
import { isDue, type OpenDuty, type VisitDuty } from '@shared/visit-duty/duty';
import { riskWords } from '@shared/visit-duty/risk';
import { lastSeenOf, tryWords } from '@shared/visit-duty/sentence';
import type { DutyCard, listDuties as route } from '@shared/visit-duty/visit-duty.contract';
import { elderItem, elderKey } from '../people/items';
import type { Actor, Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { type Key, keyTexts, type ListQuery } from '../table/port';
import { dutiesPartition, dutyItem } from './items';

/** More than this nobody goes to in a day, and the rest is told as a number. */
const MOST_SHOWN = 120;
const DAY_MILLIS = 86_400_000;
const daysLate = (dueOn: Day, today: Day): number =>
  (Date.parse(`${today}T00:00:00Z`) - Date.parse(`${dueOn}T00:00:00Z`)) / DAY_MILLIS;

function queryFor({ role, grant }: Actor): Result<ListQuery> {
  if (helperRoles.includes(role))
    return grant.helperId === undefined
      ? refuse('not_found')
      : allow({ index: 'byPerson', pk: `HELPER#${grant.helperId}`, prefix: 'DUTY#' });
  return grant.regionCode === undefined
    ? refuse('region_outside')
    : allow({ index: 'byRegion', pk: dutiesPartition(grant.regionCode), prefix: grant.regionCode });
}

async function openDuties(deps: Deps, query: ListQuery) {
  const duties: OpenDuty[] = [];
  const unreadable: Key[] = [];
  let after: string | undefined;
  do {
    const page = await deps.table.list(dutyItem, { ...query, ...(after === undefined ? {} : { after }) });
    duties.push(...page.items.flatMap(({ value }: { value: VisitDuty }) => (isDue(value) ? [value] : [])));
    unreadable.push(...page.unreadable);
    after = page.next;
  } while (after !== undefined);
  return { duties: duties.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)), unreadable };
}

/** Latest first. */
export const listDuties: UseCase<typeof route> = async (deps, { actor }) => {
  const query = queryFor(actor);
  if (!query.ok) return query;
  const { duties, unreadable } = await openDuties(deps, query.value);
  const shown = duties.slice(0, MOST_SHOWN);
  const elders = await deps.table.getMany(
    elderItem,
    shown.map(({ elderId }) => elderKey(elderId)),
  );
  const today = beijing(deps.clock()).day;
  return allow({
    duties: shown.flatMap((duty, index) => {
      const elder = elders.items[index]?.value;
      return elder ? [cardOf(actor, duty, elder, today)] : [];
    }),
    more: duties.length - shown.length,
    today,
    unreadable: keyTexts([...unreadable, ...elders.unreadable]),
  });
};

function cardOf(actor: Actor, d: OpenDuty, elder: Elder, today: Day): DutyCard {
  const guards = !helperRoles.includes(actor.role);
  return {
    elderId: d.elderId,
    name: elder.name,
    callName: elder.callName,
    age: ageIn(elder, Number(today.slice(0, 4))),
    livesAlone: elder.livesAlone,
    villageName: elder.villageName,
    address: elder.address,
    directions: elder.directions,
    doorNotes: elder.doorNotes,
    ...(elder.phone === undefined ? {} : { phone: elder.phone }),
    status: d.status,
    tier: d.risk.tier,
    reasons: guards ? d.risk.reasons.map((code) => riskWords[code]) : [],
    causes: [...d.causes],
    dueOn: d.dueOn,
    lateDays: daysLate(d.dueOn, today),
    tries: d.tries.map((each) => ({ at: each.at, sentence: tryWords(each) })),
    ...(d.helper
      ? {
          helper: {
            helperId: d.helper.helperId,
            name: d.helper.name,
            mine: d.helper.helperId === actor.grant.helperId,
          },
        }
      : {}),
    ...(d.lastSeen ? { lastSeen: lastSeenOf(d.lastSeen) } : {}),
  };
}
