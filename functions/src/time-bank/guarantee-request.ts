import { beijing } from '@shared/kernel/instant';
import { allow, refuse } from '@shared/kernel/result';
import { countyOf } from '@shared/regions/region';
import { elderAccount } from '@shared/time-bank/account';
import type { Guarantee } from '@shared/time-bank/fund';
import { promise } from '@shared/time-bank/fund';
import { giveBack } from '@shared/time-bank/funding';
import type { guaranteeRequest as route } from '@shared/time-bank/time-bank.contract';
import { historyEntry } from '../history/items';
import { tieToElder } from '../people/access';
import { runCommand } from '../platform/command';
import type { Deps } from '../platform/deps';
import type { UseCase } from '../platform/serve';
import { requestItem, requestKey } from '../service-requests/items';
import { create, replace, type Write } from '../table/port';
import { poolUseWrites } from './fund-request';
import { fundingItem, fundingKey, fundYearItem, fundYearKey, guaranteeItem, guaranteeKey } from './items';
import { Book } from './ledger';
import { rulesAt } from './load-rules';

/** What was set aside in minutes goes back first: the fund's own holding is made when a provider has been found. */
async function returnFunding(deps: Deps, requestId: string): Promise<Write[]> {
  const held = await deps.table.get(fundingItem, fundingKey(requestId));
  if (held?.value.status !== 'held') return [];
  const { elderId, villageCode } = held.value;
  const back = giveBack(held.value, 'void', deps.clock());
  if (!back.ok) throw new Error(`${requestId} is held and cannot be given back: ${back.refusal.code}`);
  const book = new Book(deps, new Map([[elderAccount(elderId), villageCode]]));
  const moved = await book.writes(back.value.transfers);
  if (!moved.ok) throw new Error(`${requestId} is held and its accounts disagree: ${moved.refusal.code}`);
  const pooled = held.value.parts
    .filter((part) => part.debit.startsWith('pool:'))
    .reduce((sum, part) => sum + part.minutes, 0);
  return [
    replace(held, back.value.funding),
    ...moved.value,
    ...(await poolUseWrites(deps, held.value, -pooled)),
  ];
}

/** 兑付保障: nobody could come, so the county fund pays a provider and takes the minutes. */
export const guaranteeRequest: UseCase<typeof route> = (deps, { actor, params, body }) =>
  runCommand(
    deps,
    actor,
    { commandId: body.commandId, name: 'guaranteeTimeRequest', body: { ...params, ...body } },
    async () => {
      const request = await deps.table.get(requestItem, requestKey(params.requestId));
      if (!request) return refuse('not_found');
      const tie = await tieToElder(deps, actor, request.value);
      if (!tie.ok) return tie;
      const now = beijing(deps.clock());
      const county = countyOf(request.value.villageCode);
      const [fund, before, rules] = await Promise.all([
        deps.table.get(fundYearItem, fundYearKey(county, now.year)),
        deps.table.get(guaranteeItem, guaranteeKey(params.requestId)),
        rulesAt(deps, request.value.villageCode, now.day),
      ]);
      const year = fund?.value ?? { county, year: now.year, promisedFen: 0, drawnFen: 0 };
      const promised = promise(request.value, year, rules);
      if (!promised.ok) return promised;
      const made: Guarantee = {
        requestId: params.requestId,
        county,
        year: now.year,
        feeFen: promised.value.feeFen,
        status: 'promised',
        by: actor.personId,
        at: deps.clock(),
      };
      return allow({
        reply: made,
        writes: [
          replace(request, promised.value.request),
          before ? replace<Guarantee>(before, made) : create<Guarantee>(guaranteeItem, made),
          fund ? replace(fund, promised.value.year) : create(fundYearItem, promised.value.year),
          ...(await returnFunding(deps, params.requestId)),
          historyEntry(deps, actor, {
            subject: { kind: 'request', id: params.requestId },
            elderId: request.value.elderId,
            action: 'request_guaranteed',
            why: body.why,
          }),
        ],
      });
    },
  );
