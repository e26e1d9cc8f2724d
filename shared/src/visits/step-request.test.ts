import { describe, expect, test } from '@jest/globals';
import type { ElderId, HelperId, PersonId, VisitId } from '../kernel/ids';
import { addMinutes } from '../kernel/instant';
import type { Place, ServiceRequest } from '../service-requests/request';
import { advance, cancel, confirm } from './answer';
import { ended, kin, START, underWay, upcoming } from './factories';
import { stepRequest } from './step-request';
import type { Visit, VisitIn } from './visit';

const visit = upcoming();
const second = {
  ...visit,
  visitId: visit.visitId.replace(/1$/, '2') as VisitId,
  helperId: 'helper_2' as HelperId,
};
const place = (v: Visit): Place => ({ status: 'held', helperId: v.helperId, visitId: v.visitId });
const request = (places: Place[]): ServiceRequest => ({
  status: 'scheduled',
  requestId: visit.requestId,
  elderId: visit.elderId as ElderId,
  villageCode: visit.villageCode,
  serviceCode: visit.serviceCode,
  startsAt: visit.startsAt,
  endsAt: visit.endsAt,
  minutes: visit.minutes,
  places,
  urgency: 'routine',
  wishes: {},
  payBy: 'time',
  note: '',
  requestedBy: { personId: kin.personId as PersonId, role: 'family' },
  createdAt: START,
  waves: 1,
});
const must = <T>(result: { ok: true; value: T } | { ok: false }): T => {
  if (!result.ok) throw new Error('refused');
  return result.value;
};
const missed = advance(visit, visit.endsAt) as VisitIn<'missed'>;
const step = (r: ServiceRequest, before: Visit, after: Visit, others: Visit[] = []) =>
  must(stepRequest(r, before, after, others, START));

describe('a request in step with its visit', () => {
  test('goes from scheduled through in progress and completed to confirmed', () => {
    let r = request([place(visit)]);
    const statuses = [
      [visit, underWay()],
      [underWay(), ended()],
      [ended(), must(confirm(ended(), kin, START))],
    ].map(([before, after]) => {
      r = step(r, before as Visit, after as Visit);
      return r.status;
    });
    expect(statuses).toEqual(['in_progress', 'completed', 'confirmed']);
  });

  test('looks again, with the place open, when the visit is called off', () => {
    const r = step(request([place(visit)]), visit, must(cancel(visit, kin, START, '不用了')));
    expect(r).toMatchObject({ status: 'open', places: [{ status: 'open' }] });
  });

  test('is handed to the coordinator when nobody came, and taken back when the helper came after all', () => {
    const unmet = step(request([place(visit)]), visit, missed);
    expect(unmet).toMatchObject({ status: 'unmet', unmetAt: START, places: [{ status: 'open' }] });
    expect(step(unmet, missed, underWay())).toMatchObject({ status: 'in_progress', places: [place(visit)] });
  });

  test('is not taken back once someone else has the place', () => {
    const taken = request([place(second)]);
    expect(stepRequest(taken, missed, underWay(), [second], START)).toEqual({
      ok: false,
      refusal: { code: 'visit_not_scheduled' },
    });
  });

  test('with two helpers follows the slower one', () => {
    const both = request([place(visit), place(second)]);
    expect(step(both, underWay(), ended(), [{ ...underWay(), visitId: second.visitId }]).status).toBe(
      'in_progress',
    );
    expect(step(both, underWay(), ended(), [{ ...ended(), visitId: second.visitId }]).status).toBe(
      'completed',
    );
  });

  test('with two helpers goes on with the one who came', () => {
    const both = request([place(visit), place(second)]);
    const there = { ...underWay(), visitId: second.visitId };
    const going = step(both, visit, missed, [there]);
    expect(going.status).toBe('in_progress');
    const left = { ...ended(), visitId: second.visitId };
    expect(step(going, there, left, [missed]).status).toBe('completed');
  });

  test('moves with a visit that was moved', () => {
    const moved: Visit = { ...visit, startsAt: addMinutes(START, 60), endsAt: addMinutes(START, 120) };
    expect(step(request([place(visit)]), visit, moved)).toMatchObject({
      status: 'scheduled',
      startsAt: moved.startsAt,
      endsAt: moved.endsAt,
    });
  });
});
