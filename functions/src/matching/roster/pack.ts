import { type CredentialKind, credentialKind, skill } from '@shared/catalogue/service';
import { type Credential, travel, type WeeklySpan } from '@shared/helpers/helper';
import { type Day, type Instant, instantOf, millisOf } from '@shared/kernel/instant';
import type { Position } from '@shared/kernel/position';
import type { Fen } from '@shared/kernel/quantity';
import type { Booking, Comer } from '@shared/matching/eligibility';
import { language } from '@shared/people/elder';
import { ByteReader, ByteWriter, CHANCE_BYTES, timeOf } from './bytes';
import type { RosterRow } from './row';

/**
 * Rows of a roster as few bytes, and back again without loss. In front what a search needs of every row (when the id was
 * made, and the position), then what of the ids is chance, which nothing makes shorter, behind it each row for itself, so
 * that only those who are looked at are unpacked.
 * Skills, languages and the like are places in their lists: new ones are added at the end, or this number changes.
 */
const FORMAT = 1;
const MICRO = 1e6;
const MINUTE_MILLIS = 60_000;
const DAY_MILLIS = 86_400_000;
const LISTED = { skills: skill.options, languages: language.options, credentials: credentialKind.options };

/** Bits of the flags of a row. */
const FLAG = { provider: 1, female: 2, available: 4, suspended: 8, fee: 16, more: 32, travel: 64 } as const;

const bitsOf = <T>(all: readonly T[], held: readonly T[]): number =>
  held.reduce((sum, each) => sum | (1 << all.indexOf(each)), 0);
const heldIn = <T>(all: readonly T[], bits: number): T[] => all.filter((_, place) => bits & (1 << place));
const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY_MILLIS;
const dayOf = (number: number): Day => new Date(number * DAY_MILLIS).toISOString().slice(0, 10) as Day;

/** A coordinate as millionths of a degree from the middle where that is exact, or else as it is. */
function writeDegrees(to: ByteWriter, value: number, middle: number): void {
  const micro = Math.round(value * MICRO);
  const steps = micro - Math.round(middle * MICRO);
  if (micro / MICRO !== value) {
    to.whole(1);
    to.real(value);
  } else to.whole((steps < 0 ? -2 * steps - 1 : 2 * steps) * 2);
}
function readDegrees(from: ByteReader, middle: number): number {
  const coded = from.whole();
  if (coded % 2 === 1) return from.real();
  const zigzag = coded / 2;
  const steps = zigzag % 2 === 1 ? -(zigzag + 1) / 2 : zigzag / 2;
  return (Math.round(middle * MICRO) + steps) / MICRO;
}
function writePosition(to: ByteWriter, at: Position, middle: Position): void {
  writeDegrees(to, at.lat, middle.lat);
  writeDegrees(to, at.lng, middle.lng);
}
const readPosition = (from: ByteReader, middle: Position): Position => ({
  lat: readDegrees(from, middle.lat),
  lng: readDegrees(from, middle.lng),
});

/** Whole minutes where they are, milliseconds where not. */
const writeMillis = (to: ByteWriter, millis: number): void =>
  to.whole(millis % MINUTE_MILLIS === 0 ? (millis / MINUTE_MILLIS) * 2 : millis * 2 + 1);
function readMillis(from: ByteReader): number {
  const coded = from.whole();
  return coded % 2 === 1 ? (coded - 1) / 2 : (coded / 2) * MINUTE_MILLIS;
}

/** The same hours on several weekdays are one line: a bit for each day, from, to. */
function hoursText(spans: readonly WeeklySpan[]): string {
  const lines = new Map<string, number>();
  for (const { weekday, from, to } of spans) {
    const span = `${from} ${to}`;
    lines.set(span, (lines.get(span) ?? 0) | (1 << weekday));
  }
  return [...lines]
    .map(([span, days]) => `${days} ${span}`)
    .sort()
    .join(' ');
}
function hoursIn(numbers: readonly number[]): WeeklySpan[] {
  const spans: WeeklySpan[] = [];
  for (let at = 0; at + 2 < numbers.length; at += 3) {
    const [days = 0, from = 0, to = 0] = numbers.slice(at, at + 3);
    for (let weekday = 0; weekday < 7; weekday += 1)
      if (days & (1 << weekday)) spans.push({ weekday, from, to });
  }
  return spans;
}

/** The rows in order of their ids. `middle` is that of their tile. */
export function packRows(unsorted: readonly RosterRow[], middle: Position): Uint8Array {
  const rows = [...unsorted].sort((a, b) => (a.helper.helperId < b.helper.helperId ? -1 : 1));
  const to = new ByteWriter();
  const villages = [...new Set(rows.map(({ helper }) => Number(helper.villageCode)))].sort((a, b) => a - b);
  const hours = [...new Set(rows.map(({ helper }) => hoursText(helper.weeklyHours)))].sort();
  const starts = rows.flatMap(({ bookings }) => bookings.map(({ startsAt }) => millisOf(startsAt)));
  const base = starts.length === 0 ? 0 : Math.floor(Math.min(...starts) / MINUTE_MILLIS) * MINUTE_MILLIS;
  to.byte(FORMAT);
  to.whole(rows.length);
  to.whole(base / MINUTE_MILLIS);
  to.whole(villages.length);
  for (const [index, code] of villages.entries()) to.whole(code - (villages[index - 1] ?? 0));
  to.whole(hours.length);
  for (const text of hours) {
    const numbers = text === '' ? [] : text.split(' ').map(Number);
    to.whole(numbers.length);
    for (const number of numbers) to.whole(number);
  }
  rows.reduce((before, { helper }) => {
    const time = timeOf(helper.helperId);
    to.whole(time - before);
    writePosition(to, helper.home, middle);
    return time;
  }, 0);
  for (const { helper } of rows) to.chance(helper.helperId);
  const villageAt = new Map(villages.map((code, index) => [code, index]));
  const hoursAt = new Map(hours.map((text, index) => [text, index]));
  for (const row of rows) {
    const body = new ByteWriter();
    writeComer(body, row, {
      village: villageAt.get(Number(row.helper.villageCode)) ?? 0,
      hours: hoursAt.get(hoursText(row.helper.weeklyHours)) ?? 0,
    });
    body.whole(row.bookings.length);
    for (const { startsAt, endsAt, position } of row.bookings) {
      writeMillis(body, millisOf(startsAt) - base);
      writeMillis(body, millisOf(endsAt) - millisOf(startsAt));
      writePosition(body, position, middle);
    }
    to.whole(body.length);
    to.raw(body.done());
  }
  return to.done();
}

function writeComer(to: ByteWriter, row: RosterRow, at: { village: number; hours: number }): void {
  const { helper, knownTo } = row;
  const { credentials, daysOff, excludedElderIds, hourlyFee, stats } = helper;
  const more =
    credentials.length > 0 || daysOff.length > 0 || excludedElderIds.length > 0 || knownTo !== undefined;
  to.byte(
    (helper.kind === 'provider' ? FLAG.provider : 0) |
      (helper.gender === 'female' ? FLAG.female : 0) |
      (helper.available ? FLAG.available : 0) |
      (helper.suspended === undefined ? 0 : FLAG.suspended) |
      (hourlyFee === undefined ? 0 : FLAG.fee) |
      (more ? FLAG.more : 0) |
      (travel.options.indexOf(helper.travel) * FLAG.travel),
  );
  to.whole(bitsOf(LISTED.skills, helper.skills));
  to.byte(bitsOf(LISTED.languages, helper.languages));
  to.whole(helper.radiusMetres);
  to.whole(at.village);
  to.whole(at.hours);
  for (const count of [stats.offered, stats.answered, stats.visits, stats.onTime]) to.whole(count);
  if (hourlyFee !== undefined) to.whole(hourlyFee);
  if (!more) return;
  to.whole(credentials.length);
  for (const { kind, validFrom, validTo } of credentials) {
    to.byte(LISTED.credentials.indexOf(kind));
    to.whole(dayNumber(validFrom));
    to.whole(dayNumber(validTo));
  }
  to.whole(daysOff.length);
  for (const day of daysOff) to.whole(dayNumber(day));
  to.whole(excludedElderIds.length);
  for (const elderId of excludedElderIds) to.id(elderId);
  to.whole(knownTo === undefined ? 0 : dayNumber(knownTo) + 1);
}

/** How many unpacked rows are kept of one pack: beyond, they are unpacked again when they are looked at. */
const MOST_KEPT = 4_000;

/** Packed rows of which only times and positions are unpacked at once. */
export class PackedRows {
  readonly lat: Float64Array;
  readonly lng: Float64Array;
  private readonly times: Float64Array;
  private readonly offsets: Uint32Array;
  private readonly chances: number;
  private readonly base: number;
  private readonly villages: readonly string[];
  private readonly hours: readonly WeeklySpan[][];
  private readonly kept = new Map<number, RosterRow>();

  constructor(
    private readonly bytes: Uint8Array,
    private readonly middle: Position,
  ) {
    const from = new ByteReader(bytes);
    if (from.byte() !== FORMAT) throw new Error('a roster that was packed in another way');
    const count = from.whole();
    this.base = from.whole() * MINUTE_MILLIS;
    let code = 0;
    this.villages = Array.from({ length: from.whole() }, () => {
      code += from.whole();
      return String(code).padStart(12, '0');
    });
    this.hours = Array.from({ length: from.whole() }, () =>
      hoursIn(Array.from({ length: from.whole() }, () => from.whole())),
    );
    this.lat = new Float64Array(count);
    this.lng = new Float64Array(count);
    this.times = new Float64Array(count);
    this.offsets = new Uint32Array(count);
    let time = 0;
    for (let index = 0; index < count; index += 1) {
      time += from.whole();
      this.times[index] = time;
      this.lat[index] = readDegrees(from, middle.lat);
      this.lng[index] = readDegrees(from, middle.lng);
    }
    this.chances = from.at;
    from.at += count * CHANCE_BYTES;
    for (let index = 0; index < count; index += 1) {
      const length = from.whole();
      this.offsets[index] = from.at;
      from.at += length;
    }
  }

  get count(): number {
    return this.lat.length;
  }

  row(index: number): RosterRow {
    const kept = this.kept.get(index);
    if (kept !== undefined) return kept;
    const row = this.unpack(index);
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(index, row);
    return row;
  }

  rows(): RosterRow[] {
    return Array.from({ length: this.count }, (_, index) => this.unpack(index));
  }

  private unpack(index: number): RosterRow {
    const helperId = new ByteReader(this.bytes, this.chances + index * CHANCE_BYTES).helperId(
      this.times[index],
    );
    const from = new ByteReader(this.bytes, this.offsets[index]);
    const flags = from.byte();
    const held = {
      helperId,
      home: { lat: this.lat[index] ?? 0, lng: this.lng[index] ?? 0 },
      kind: flags & FLAG.provider ? 'provider' : 'volunteer',
      gender: flags & FLAG.female ? 'female' : 'male',
      available: (flags & FLAG.available) !== 0,
      travel: travel.options[flags >> 6] ?? 'walk',
      ...(flags & FLAG.suspended ? { suspended: true } : {}),
      skills: heldIn(LISTED.skills, from.whole()),
      languages: heldIn(LISTED.languages, from.byte()),
      radiusMetres: from.whole(),
      villageCode: (this.villages[from.whole()] ?? '') as Comer['villageCode'],
      weeklyHours: this.hours[from.whole()] ?? [],
      stats: { offered: from.whole(), answered: from.whole(), visits: from.whole(), onTime: from.whole() },
      ...(flags & FLAG.fee ? { hourlyFee: from.whole() as Fen } : {}),
    };
    const { knownTo, ...more } = flags & FLAG.more ? readMore(from) : NOTHING_MORE;
    return {
      helper: { ...held, ...more } as Comer,
      bookings: Array.from({ length: from.whole() }, () => this.readBooking(from)),
      ...(knownTo === undefined ? {} : { knownTo }),
    };
  }

  private readBooking(from: ByteReader): Booking {
    const starts = this.base + readMillis(from);
    const ends = starts + readMillis(from);
    return {
      startsAt: instantOf(starts),
      endsAt: instantOf(ends) as Instant,
      position: readPosition(from, this.middle),
    };
  }
}

interface More extends Pick<Comer, 'credentials' | 'daysOff' | 'excludedElderIds'> {
  readonly knownTo: Day | undefined;
}
const NOTHING_MORE: More = { credentials: [], daysOff: [], excludedElderIds: [], knownTo: undefined };

function readMore(from: ByteReader): More {
  const credentials = Array.from(
    { length: from.whole() },
    (): Credential => ({
      kind: LISTED.credentials[from.byte()] as CredentialKind,
      validFrom: dayOf(from.whole()),
      validTo: dayOf(from.whole()),
    }),
  );
  const daysOff = Array.from({ length: from.whole() }, () => dayOf(from.whole()));
  const excludedElderIds = Array.from({ length: from.whole() }, () => from.elderId());
  const known = from.whole();
  return { credentials, daysOff, excludedElderIds, knownTo: known === 0 ? undefined : dayOf(known - 1) };
}
