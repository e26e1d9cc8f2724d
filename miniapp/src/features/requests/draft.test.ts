import { describe, expect, it } from '@jest/globals';
import type { ElderId } from '@shared/kernel/ids';
import type { Day, Instant } from '@shared/kernel/instant';
import {
  bodyOf,
  dayChoices,
  freshened,
  lengthChoices,
  newDraft,
  type ServiceTimes,
  startsAtOf,
  withClass,
  withService,
  withTime,
} from './draft';

const elder = 'elder_01JDRAFT00000000000000000A' as ElderId;
const evening = '2026-11-24T12:30:00Z' as Instant;
const escort: ServiceTimes = {
  code: 'clinic_escort',
  class: 'medical',
  usualMinutes: 150,
  minMinutes: 60,
  maxMinutes: 300,
};

describe('a request being filled in', () => {
  it('begins tomorrow at nine in Beijing', () => {
    expect(startsAtOf(newDraft(elder, evening))).toBe('2026-11-25T01:00:00.000Z');
  });

  it('after four in the afternoon UTC, when Beijing is a day ahead, still begins on the next Beijing day', () => {
    expect(newDraft(elder, '2026-11-24T17:00:00Z' as Instant).day).toBe('2026-11-26');
  });

  it('keeps everything but a day that has passed', () => {
    const old = { ...newDraft(elder, evening), note: '门口有狗', minuteOfDay: 600 };
    const later = freshened(old, '2026-12-01T00:00:00Z' as Instant);
    expect([later.day, later.minuteOfDay, later.note]).toEqual(['2026-12-02', 600, '门口有狗']);
    expect(freshened(old, evening)).toBe(old);
  });

  it('has no body before a service is chosen, and forgets the service with its class', () => {
    const draft = newDraft(elder, evening);
    expect(bodyOf(draft)).toBeUndefined();
    const chosen = withService(draft, escort);
    expect(bodyOf(chosen)).toMatchObject({ serviceCode: 'clinic_escort', minutes: 150 });
    expect(bodyOf(withClass(chosen, 'leisure'))).toBeUndefined();
    expect(withClass(chosen, 'medical')).toBe(chosen);
  });

  it('asks about the night again once the time has changed', () => {
    const confirmed = { ...withService(newDraft(elder, evening), escort), confirmedNight: true as const };
    expect(bodyOf(confirmed)).toMatchObject({ confirmedNight: true });
    expect(bodyOf(withTime(confirmed, { minuteOfDay: 22 * 60 }))).not.toHaveProperty('confirmedNight');
  });

  it('moves a weekly repeat to the weekday of the new day', () => {
    const weekly = {
      ...withService(newDraft(elder, evening), escort),
      repeat: { freq: 'weekly' as const, interval: 2, byDay: ['WE' as const], count: 8 },
    };
    expect(bodyOf(withTime(weekly, { day: '2026-11-27' as Day }))?.recurrence).toEqual({
      freq: 'weekly',
      interval: 2,
      byDay: ['FR'],
      count: 8,
    });
  });

  it('leaves out wishes that were not made', () => {
    const chosen = withService(newDraft(elder, evening), escort);
    expect(bodyOf(chosen)?.wishes).toEqual({});
    expect(bodyOf({ ...chosen, gender: 'female', language: 'northeastern' })?.wishes).toEqual({
      gender: 'female',
      language: 'northeastern',
    });
  });

  it('offers lengths in half hours between what the service allows', () => {
    expect(lengthChoices({ ...escort, minMinutes: 45, usualMinutes: 75, maxMinutes: 120 })).toEqual([
      45, 60, 75, 90, 120,
    ]);
  });

  it('offers sixty days from today', () => {
    const days = dayChoices(evening);
    expect([days.length, days[0], days[59]]).toEqual([60, '2026-11-24', '2027-01-22']);
  });
});
