import { expect as check, describe, it } from '@jest/globals';
import { type Instant, instant, instantOf } from '@shared/kernel/instant';
import * as z from 'zod';
import {
  create,
  erase,
  itemKind,
  replace,
  type Table,
  UnknownCursor,
  UnreadableItem,
  expect as unchanged,
} from './port';

const noteSchema = z.strictObject({
  id: z.string(),
  owner: z.string(),
  text: z.string(),
  until: instant.optional(),
});
type Note = z.infer<typeof noteSchema>;

const noteKind = itemKind<Note>({
  name: 'Note',
  schema: noteSchema,
  key: ({ id }) => ({ pk: `NOTE#${id}`, sk: 'NOTE' }),
  indexes: ({ id, owner }) => ({ byPerson: { pk: `PERSON#${owner}`, sk: `NOTE#${id}` } }),
  expiresAt: ({ until }) => until,
});
/** The same key read as another shape: what an old or damaged record looks like. */
const numberKind = itemKind<{ id: string; count: number }>({
  name: 'Note',
  schema: z.strictObject({ id: z.string(), count: z.number() }),
  key: ({ id }) => ({ pk: `NOTE#${id}`, sk: 'NOTE' }),
  indexes: ({ id }) => ({ byPerson: { pk: 'PERSON#broken', sk: `NOTE#${id}` } }),
});

const packSchema = z.strictObject({ id: z.string(), packed: z.instanceof(Uint8Array) });
const packKind = itemKind<z.infer<typeof packSchema>>({
  name: 'Pack',
  schema: packSchema as z.ZodType<z.infer<typeof packSchema>>,
  key: ({ id }) => ({ pk: `NOTE#${id}`, sk: 'PACK' }),
});

let serial = 0;
const aNote = (more: Partial<Note> = {}): Note => {
  serial += 1;
  return {
    id: `${process.pid}-${Date.now()}-${String(serial).padStart(4, '0')}`,
    owner: 'nobody',
    text: 'one',
    ...more,
  };
};

/** What every table must do, whatever it is made of. */
export function describeTable(name: string, makeTable: () => Table): void {
  describe(`the ${name} table`, () => {
    const table = makeTable();
    const stored = async (note: Note) => {
      check(await table.commit([create(noteKind, note)])).toMatchObject({ ok: true });
      const found = await table.get(noteKind, noteKind.key(note));
      if (!found) throw new Error('the note just stored is gone');
      return found;
    };

    it('gives back what was created, at version 1, and nothing where nothing is', async () => {
      const note = aNote();
      check(await stored(note)).toMatchObject({ value: note, version: 1 });
      check(await table.get(noteKind, { pk: 'NOTE#none', sk: 'NOTE' })).toBeUndefined();
    });

    it('refuses a second create with the refusal that the write carries', async () => {
      const note = aNote();
      await stored(note);
      check(await table.commit([create(noteKind, note, 'helper_exists')])).toEqual({
        ok: false,
        refusal: { code: 'helper_exists' },
      });
    });

    it('replaces only the version that was read', async () => {
      const first = await stored(aNote());
      check(await table.commit([replace(first, { ...first.value, text: 'two' })])).toMatchObject({
        ok: true,
      });
      check(await table.commit([replace(first, { ...first.value, text: 'three' })])).toMatchObject({
        ok: false,
        refusal: { code: 'changed_meanwhile' },
      });
      check(await table.get(noteKind, noteKind.key(first.value))).toMatchObject({
        value: { text: 'two' },
        version: 2,
      });
    });

    it('erases, and expects, only the version that was read', async () => {
      const first = await stored(aNote());
      const bystander = aNote();
      check(await table.commit([unchanged(first), create(noteKind, bystander)])).toMatchObject({ ok: true });
      check(await table.commit([erase(first)])).toMatchObject({ ok: true });
      check(await table.commit([unchanged(first, 'offer_taken'), create(noteKind, aNote())])).toMatchObject({
        ok: false,
        refusal: { code: 'offer_taken' },
      });
      check(await table.get(noteKind, noteKind.key(first.value))).toBeUndefined();
    });

    it('writes all of a transaction or none of it', async () => {
      const taken = await stored(aNote());
      const fresh = aNote();
      check(await table.commit([create(noteKind, fresh), create(noteKind, taken.value)])).toMatchObject({
        ok: false,
      });
      check(await table.get(noteKind, noteKind.key(fresh))).toBeUndefined();
    });

    it('lets exactly one of two hundred parallel creates win', async () => {
      const note = aNote();
      const results = await Promise.all(
        Array.from({ length: 200 }, () => table.commit([create(noteKind, note, 'offer_taken')])),
      );
      check(results.filter((result) => result.ok)).toHaveLength(1);
      check(results.filter((result) => !result.ok && result.refusal.code === 'offer_taken')).toHaveLength(
        199,
      );
    });

    it('lists an index in order, by prefix and range, both ways, page by page', async () => {
      const owner = aNote().id;
      const notes = ['a', 'b', 'c', 'd'].map((letter) => aNote({ id: `${letter}-${owner}`, owner }));
      for (const note of notes) await stored(note);
      const query = { index: 'byPerson', pk: `PERSON#${owner}` } as const;
      const letters = (items: readonly { value: Note }[]) => items.map((item) => item.value.id[0]).join('');
      check(letters((await table.list(noteKind, query)).items)).toBe('abcd');
      check(letters((await table.list(noteKind, { ...query, descending: true, limit: 2 })).items)).toBe('dc');
      check(letters((await table.list(noteKind, { ...query, prefix: 'NOTE#b' })).items)).toBe('b');
      check(letters((await table.list(noteKind, { ...query, from: 'NOTE#b', to: 'NOTE#c~' })).items)).toBe(
        'bc',
      );
      const first = await table.list(noteKind, { ...query, limit: 3 });
      check(first.next).toBeDefined();
      const rest = await table.list(noteKind, { ...query, limit: 3, after: first.next ?? '' });
      check(letters([...first.items, ...rest.items])).toBe('abcd');
    });

    it('reads many keys in the order asked, with gaps where nothing is', async () => {
      const [a, b] = [await stored(aNote()), await stored(aNote())];
      const keys = [b.value, aNote(), a.value].map((note) => noteKind.key(note));
      const found = await table.getMany(noteKind, keys);
      check(found.items.map((item) => item?.value.id)).toEqual([b.value.id, undefined, a.value.id]);
      check(found.unreadable).toEqual([]);
    });

    it('treats what has expired as gone, though it may still be stored', async () => {
      const note = aNote({ until: instantOf(Date.parse('2001-01-01T00:00:00Z')) as Instant });
      await table.commit([create(noteKind, note)]);
      check(await table.get(noteKind, noteKind.key(note))).toBeUndefined();
    });

    it('lets the place of what has expired be taken anew', async () => {
      const note = aNote({ until: instantOf(Date.parse('2001-01-01T00:00:00Z')) as Instant });
      await table.commit([create(noteKind, note)]);
      const { until: _, ...fresh } = note;
      check(await stored(fresh)).toMatchObject({ value: fresh, version: 1 });
    });

    it('does not accept a transaction that writes one key twice', async () => {
      const note = aNote();
      await check(table.commit([create(noteKind, note), create(noteKind, note)])).rejects.toThrow();
      check(await table.get(noteKind, noteKind.key(note))).toBeUndefined();
    });

    it.each([
      'nonsense',
      Buffer.from('{}').toString('base64url'),
      Buffer.from('null').toString('base64url'),
      Buffer.from(
        JSON.stringify({ pk: 'NOTE#1', sk: 'NOTE', byPersonPk: 'PERSON#other', byPersonSk: 'NOTE#1' }),
      ).toString('base64url'),
    ])('knows the made-up cursor %s from its own', async (after) => {
      await check(
        table.list(noteKind, { index: 'byPerson', pk: 'PERSON#nobody', after }),
      ).rejects.toBeInstanceOf(UnknownCursor);
    });

    it('names a broken item by its key and does not let it take a list down', async () => {
      const broken = { id: `broken-${aNote().id}`, count: 7 };
      const owner = 'broken';
      await table.commit([create(numberKind, broken), create(noteKind, aNote({ owner }))]);
      await check(table.get(noteKind, numberKind.key(broken))).rejects.toBeInstanceOf(UnreadableItem);
      const page = await table.list(noteKind, { index: 'byPerson', pk: `PERSON#${owner}`, descending: true });
      check(page.unreadable).toContainEqual(numberKind.key(broken));
      check(page.items.length).toBeGreaterThan(0);
    });

    it('names a broken item among many by its key and gives the others', async () => {
      const broken = numberKind.key({ id: `broken-${aNote().id}`, count: 7 });
      await table.commit([create(numberKind, { id: broken.pk.slice('NOTE#'.length), count: 7 })]);
      const whole = await stored(aNote());
      const found = await table.getMany(noteKind, [broken, noteKind.key(whole.value), broken]);
      check(found.items).toEqual([undefined, whole, undefined]);
      check(found.unreadable).toEqual([broken]);
      check(await table.getMany(noteKind, [])).toEqual({ items: [], unreadable: [] });
    });

    it('reads several kinds at a glance, bytes as they are, gaps where nothing is, and names what is broken', async () => {
      const note = await stored(aNote());
      const pack = { id: note.value.id, packed: Uint8Array.from({ length: 256 }, (_, byte) => byte) };
      await table.commit([create(packKind, pack)]);
      const broken = numberKind.key({ id: `broken-${aNote().id}`, count: 7 });
      await table.commit([create(numberKind, { id: broken.pk.slice('NOTE#'.length), count: 7 })]);
      table.units.reset();
      const found = await table.glance([
        { kind: packKind, key: packKind.key(pack) },
        { kind: noteKind, key: { pk: 'NOTE#none', sk: 'NOTE' } },
        { kind: noteKind, key: broken },
        { kind: noteKind, key: noteKind.key(note.value) },
      ]);
      check(table.units.trips).toBe(1);
      check(found.items[0]?.value.packed).toEqual(pack.packed);
      check(found.items.slice(1)).toEqual([undefined, undefined, note]);
      check(found.unreadable).toEqual([broken]);
    });

    it('counts what it reads and writes', async () => {
      table.units.reset();
      await stored(aNote());
      check(table.units.trips).toBe(2);
      check(table.units.reads).toBeGreaterThan(0);
      check(table.units.writes).toBeGreaterThan(0);
    });
  });
}
