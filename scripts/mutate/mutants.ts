export interface Mutant {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** What the bug would be in the world. */
  readonly what: string;
}

const ledger = 'shared/src/time-bank';
const room = 'functions/src/time-bank';

/** Bugs that someone could write, each in one place. The properties must notice every one of them. */
export const mutants: readonly Mutant[] = [
  {
    file: `${ledger}/balance.ts`,
    from: 't.minutes > available(b)',
    to: 't.minutes > posted(b)',
    what: 'what is set aside can be spent again',
  },
  {
    file: `${ledger}/balance.ts`,
    from: '!mayOwe(b.accountId) && t.minutes',
    to: 'false && t.minutes',
    what: 'anyone may owe',
  },
  {
    file: `${ledger}/balance.ts`,
    from: "const moved = t.step === 'post' ? t.minutes : 0;",
    to: "const moved = t.step === 'post' ? t.pendingMinutes : 0;",
    what: 'a post takes all that was set aside, on both sides',
  },
  {
    file: `${ledger}/balance.ts`,
    from: '(debits ? b.debitsPending : b.creditsPending) - t.pendingMinutes',
    to: '(debits ? b.debitsPending : b.creditsPending) - moved',
    what: 'what was not used stays set aside for ever',
  },
  {
    file: `${ledger}/balance.ts`,
    from: ': { ...next, creditsPosted: b.creditsPosted + t.minutes },\n    );\n  }',
    to: ': { ...next, creditsPosted: b.creditsPosted + t.minutes + 1 },\n    );\n  }',
    what: 'a minute too much arrives',
  },
  {
    file: `${ledger}/transfer.ts`,
    from: "}${part === undefined ? ''",
    to: `}\${Math.random()}\${part === undefined ? ''`,
    what: 'a repeat is another transfer',
  },
  {
    file: `${ledger}/funding.ts`,
    from: "if (f.status !== 'held') return refuse('time_hold_closed');\n  const actualMinutes",
    to: 'if (f.status === ("x" as never)) return refuse(\'time_hold_closed\');\n  const actualMinutes',
    what: 'a request is settled twice',
  },
  {
    file: `${ledger}/funding.ts`,
    from: 'left -= take;\n    const how',
    to: 'left -= 0;\n    const how',
    what: 'each part pays the whole visit',
  },
  {
    file: `${ledger}/give.ts`,
    from: 'county: { ...county, minutes: county.minutes + minutes },',
    to: 'county: { ...county, minutes: county.minutes },',
    what: 'the limit between regions does not count',
  },
  {
    file: `${ledger}/fund.ts`,
    from: 'promisedFen: year.promisedFen - g.feeFen,',
    to: 'promisedFen: year.promisedFen,',
    what: 'a promise of the fund is never closed',
  },
  {
    file: `${room}/ledger.ts`,
    from: 'create(entryItem, { accountId: t.credit, transfer: t }),',
    to: '',
    what: 'the other side of a transfer is not written',
  },
  {
    file: `${room}/ledger.ts`,
    from: 'return old ? replace(old, b) : create(balanceItem, b);',
    to: 'return old ? replace({ ...old, value: b }, { ...b, creditsPosted: b.creditsPosted, debitsPosted: old.value.debitsPosted }) : create(balanceItem, b);',
    what: 'a debit is forgotten when the balance is written',
  },
  {
    file: `${room}/fund-request.ts`,
    from: 'poolMinutes(transfers) - poolMinutes(stored.value.parts)',
    to: '0 * poolMinutes(stored.value.parts)',
    what: 'what comes back to the pool is not given back to the allowance',
  },
  {
    file: `${room}/fund-request.ts`,
    from: "if (status !== 'cancelled' && status !== 'closed_unmet') return allow('done');",
    to: "if (status === 'cancelled') return allow('done');",
    what: 'a request that was called off keeps its hold',
  },
  {
    file: `${room}/decide-flag.ts`,
    from: 'replace<TimeFlag>(stored, decided.value),',
    to: '',
    what: 'a flag is decided and not closed',
  },
];
