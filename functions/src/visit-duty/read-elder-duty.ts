import { allow } from '@shared/kernel/result';
import { isDue } from '@shared/visit-duty/duty';
import { mayTakeBack } from '@shared/visit-duty/outcome';
import { riskWords } from '@shared/visit-duty/risk';
import { lastSeenOf, recordSentence } from '@shared/visit-duty/sentence';
import type { readElderDuty as route } from '@shared/visit-duty/visit-duty.contract';
import { linkedElder } from '../people/access';
import type { UseCase } from '../platform/serve';
import { keyTexts } from '../table/port';
import { dutyItem, dutyKey, dutyRecordItem } from './items';

const LATEST = 10;

/** What a scale said stays with who answers for the region: it was not told for the family's ears. */
export const readElderDuty: UseCase<typeof route> = async (deps, { actor, params }) => {
  const elder = await linkedElder(deps, actor, params.elderId);
  if (!elder.ok) return elder;
  const stored = await deps.table.get(dutyItem, dutyKey(params.elderId));
  if (!stored) return allow({ unreadable: [] });
  const d = stored.value;
  const page = await deps.table.list(dutyRecordItem, {
    pk: `ELDER#${params.elderId}`,
    prefix: 'DUTYRECORD#',
    descending: true,
    limit: LATEST,
  });
  const guards = actor.role === 'coordinator' || actor.role === 'social_worker';
  return allow({
    duty: {
      tier: d.risk.tier,
      reasons: guards ? d.risk.reasons.map((code) => riskWords[code]) : [],
      status: d.status,
      nextOn: isDue(d) ? d.dueOn : d.nextOn,
      causes: isDue(d) ? d.causes.map(({ words }) => words) : [],
      ...(isDue(d) && d.helper ? { helperName: d.helper.name } : {}),
      ...(d.lastSeen ? { last: lastSeenOf(d.lastSeen) } : {}),
      records: page.items.map(({ value }) => ({
        entryId: value.entryId,
        at: value.at,
        sentence: recordSentence(value),
        takenBack: value.takenBack !== undefined,
        mayTakeBack: mayTakeBack(d, value, actor.personId, deps.clock()),
      })),
    },
    unreadable: keyTexts(page.unreadable),
  });
};
