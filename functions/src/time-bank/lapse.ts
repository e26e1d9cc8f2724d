import { beijing, beijingInstant } from '@shared/kernel/instant';
import { allow } from '@shared/kernel/result';
import { countyOf } from '@shared/regions/region';
import { type AccountId, expiryAccount, kindOf } from '@shared/time-bank/account';
import { lapse, monthsBefore } from '@shared/time-bank/expiry';
import type { Deps } from '../platform/deps';
import { entriesOf, entryItem } from './items';
import { Book, once } from './ledger';
import { rulesAt } from './load-rules';
import { everyOf } from './reconcile';

/** Lets the minutes of one account lapse that are older than the rules keep them: once an account and month. */
export const lapseAccount = (deps: Deps, id: AccountId) =>
  once(deps, async () => {
    if (kindOf(id) !== 'person' && kindOf(id) !== 'elder') return allow('done');
    const book = new Book(deps, new Map([[id, '000000']]));
    const balance = await book.readOne(id);
    const now = deps.clock();
    const rules = await rulesAt(deps, balance.regionCode, beijing(now).day);
    if (rules.expiryMonths === undefined) return allow('done');
    const cut = beijingInstant(monthsBefore(beijing(now).day, rules.expiryMonths), 0);
    let creditedBefore = 0;
    const { pk } = entriesOf(id);
    for await (const { value } of everyOf(deps, entryItem, { pk, from: 'ENTRY#', to: `ENTRY#${cut}` })) {
      const { transfer: t } = value;
      if (t.credit === id && (t.step === 'posted' || t.step === 'post')) creditedBefore += t.minutes;
    }
    const county = countyOf(balance.regionCode);
    const lapsed = lapse(balance, creditedBefore, expiryAccount(county, id), rules, now);
    if (lapsed === undefined) return allow('done');
    return book.writes([lapsed]);
  });
