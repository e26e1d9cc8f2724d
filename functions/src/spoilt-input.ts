import * as z from 'zod';

/** What we read of a JSON Schema. */
interface Node {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** A valid input with one thing wrong in it. */
export interface Spoilt {
  /** `body.elder.name: too long` */
  readonly what: string;
  /** The whole input. */
  readonly value: unknown;
  /** Where the fault lies, as the refusal has to say it. */
  readonly field: string;
  readonly unknownKey?: true;
}

/** A number that JSON can write and JavaScript reads as infinite. */
const ENDLESS = '@1e999@';
export const jsonOf = (value: unknown): string => JSON.stringify(value).replaceAll(`"${ENDLESS}"`, '1e999');

const ofOtherType: Readonly<Record<string, readonly unknown[]>> = {
  string: [7, true, null, [], {}],
  integer: ['7', true, null, [], ENDLESS, 1e308, -1e308, 1.5],
  number: ['7', true, null, [], ENDLESS],
  boolean: ['true', 1, null],
  array: [{}, 'x', null, 7],
  object: [[], 'x', null, 7],
};
const notPlain = ['\u0000', 'a\u0007b', '\u001b[31m', 'a\u202eb', 'a\ud800b', '\u0085'];
const notAMoment = [
  '2026-02-30T08:00:00Z',
  '2026-13-01T08:00:00Z',
  '2026-03-02T25:00:00Z',
  '2026-03-02T10:00:00+08:00',
  '2026-03-02 10:00',
  '明天',
];
const notADay = ['2026-02-30', '2026-13-01', '20260302', '2026-3-2', '明天'];

/** Every way to spoil a valid input of this shape in one place. */
export function spoilt(shape: z.ZodType, valid: unknown, part: string): readonly Spoilt[] {
  const node = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Node;
  return [...spoil(node, valid, [part], (value) => value)];
}

type Put = (value: unknown) => unknown;
type Path = readonly string[];

function* spoil(node: Node, value: unknown, path: Path, put: Put): Generator<Spoilt> {
  const field = path.join('.');
  const wrong = (what: string, spoiltValue: unknown): Spoilt => ({
    what: `${field}: ${what}`,
    value: put(spoiltValue),
    field,
  });
  const among = node.oneOf ?? node.anyOf;
  if (among) {
    const chosen = among.find((one) => fits(one, value));
    for (const bad of [null, 'nonsense', []]) yield wrong(`none of its kinds, ${JSON.stringify(bad)}`, bad);
    if (chosen) yield* spoil(chosen, value, path, put);
    return;
  }
  if (node.const !== undefined || node.enum) {
    for (const bad of ['nonsense', '', 7, null, [], {}])
      yield wrong(`not a choice, ${JSON.stringify(bad)}`, bad);
    return;
  }
  for (const bad of ofOtherType[node.type ?? ''] ?? [])
    yield wrong(`wrong type, ${JSON.stringify(bad)}`, bad);
  if (node.type === 'string') yield* spoilString(node, wrong);
  if (node.type === 'integer' || node.type === 'number') yield* spoilNumber(node, wrong);
  if (node.type === 'array') yield* spoilArray(node, value as readonly unknown[], path, put, wrong);
  if (node.type === 'object') yield* spoilObject(node, value as Readonly<Record<string, unknown>>, path, put);
}

type Wrong = (what: string, value: unknown) => Spoilt;

function* spoilString(node: Node, wrong: Wrong): Generator<Spoilt> {
  const { pattern, minLength, maxLength } = node;
  if ((minLength ?? 0) > 0) for (const bad of ['', '   ', '\n']) yield wrong('empty', bad);
  if (maxLength !== undefined) yield wrong('too long', '好'.repeat(maxLength + 1));
  if (pattern === undefined) {
    for (const bad of notPlain) yield wrong(`not plain text, ${JSON.stringify(bad)}`, bad);
    return;
  }
  const moments = /^\^\\d\{4\}-\\d\{2\}-\\d\{2\}/.test(pattern)
    ? pattern.includes('T')
      ? notAMoment
      : notADay
    : [];
  for (const bad of ['', ' ', 'x', '好', `${'9'.repeat(500)}`, 'a\u0000', "' OR 1=1", ...moments])
    if (moments.includes(bad) || !new RegExp(pattern).test(bad))
      yield wrong(`not of its form, ${JSON.stringify(bad.slice(0, 30))}`, bad);
}

function* spoilNumber({ minimum, maximum }: Node, wrong: Wrong): Generator<Spoilt> {
  if (minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER) yield wrong('too small', minimum - 1);
  if (maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER) yield wrong('too large', maximum + 1);
}

function* spoilArray(
  node: Node,
  value: readonly unknown[],
  path: Path,
  put: Put,
  wrong: Wrong,
): Generator<Spoilt> {
  if ((node.minItems ?? 0) > 0) yield wrong('empty', []);
  const [first] = value;
  const others = value.slice(1);
  if (first === undefined) {
    yield {
      what: `${path.join('.')}: an item of the wrong type`,
      value: put([null]),
      field: [...path, '0'].join('.'),
    };
    return;
  }
  if (node.maxItems !== undefined)
    yield wrong(
      'too many',
      Array.from({ length: node.maxItems + 1 }, () => first),
    );
  if (node.items) yield* spoil(node.items, first, [...path, '0'], (item) => put([item, ...others]));
}

function* spoilObject(
  node: Node,
  value: Readonly<Record<string, unknown>>,
  path: Path,
  put: Put,
): Generator<Spoilt> {
  const withKey = (key: string, given: unknown) =>
    Object.fromEntries([...Object.entries(value).filter(([name]) => name !== key), [key, given]]);
  for (const key of ['unknown', '__proto__', 'constructor', 'toString'])
    yield {
      what: `${path.join('.')}: the unknown key ${key}`,
      value: put(withKey(key, { admin: true })),
      field: [...path, key].join('.'),
      unknownKey: true,
    };
  for (const key of node.required ?? [])
    yield {
      what: `${[...path, key].join('.')}: missing`,
      value: put(Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))),
      field: [...path, key].join('.'),
    };
  for (const [key, child] of Object.entries(node.properties ?? {})) {
    const inChild: Put = (given) => put(withKey(key, given));
    if (value[key] === undefined)
      yield {
        what: `${[...path, key].join('.')}: null`,
        value: inChild(null),
        field: [...path, key].join('.'),
      };
    else yield* spoil(child, value[key], [...path, key], inChild);
  }
}

/** Whether a value is of this kind of a union, by the constants in it. */
function fits(node: Node, value: unknown): boolean {
  if (node.const !== undefined) return node.const === value;
  if (typeof value !== 'object' || value === null) return typeof value === node.type;
  return Object.entries(node.properties ?? {}).every(
    ([key, child]) => child.const === undefined || (value as Record<string, unknown>)[key] === child.const,
  );
}

/** Values of a query are text, so its faults are those of text. */
export function spoiltQuery(
  shape: z.ZodType,
  valid: Readonly<Record<string, string>>,
): readonly (Spoilt & { readonly value: Readonly<Record<string, string>> })[] {
  const node = z.toJSONSchema(shape, { io: 'output', unrepresentable: 'any' }) as Node;
  const required = (node.required ?? []).map((key) => ({
    what: `query.${key}: missing`,
    value: Object.fromEntries(Object.entries(valid).filter(([name]) => name !== key)),
    field: `query.${key}`,
  }));
  const given = Object.entries(node.properties ?? {}).flatMap(([key, child]) =>
    queryFaults(child).map((bad) => ({
      what: `query.${key}: ${JSON.stringify(bad.slice(0, 30))}`,
      value: { ...valid, [key]: bad },
      field: `query.${key}`,
    })),
  );
  return [...required, ...given];
}

function queryFaults(node: Node): readonly string[] {
  if (node.type === 'integer' || node.type === 'number')
    return ['', 'x', 'NaN', 'Infinity', '1.5', '-1', '0', '1e9', '1,2'];
  const moments = node.pattern?.includes('T') ? notAMoment : [];
  return ['', '\u0000', 'a\u202eb', '好'.repeat(500), ...moments];
}
