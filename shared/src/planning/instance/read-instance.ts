import type { Choice, Day, PlannedHelper, PlannedVisit } from '../day';
import { problemOf } from './check-instance';
import { type Instance, type InstanceProblem, instance } from './instance';

/** Every part counts alike, as in the benchmark. */
const THIRD = 1 / 3;
/** What it costs to choose someone whom the patient did not prefer, where they prefer someone. */
const NOT_PREFERRED = 10;
/** More than any plan of a day costs, so that nobody is left out to save on travel. */
const UNMET = 100_000;

type Patient = Instance['patients'][number];

export type ReadInstance =
  | { readonly ok: true; readonly instance: Instance; readonly day: Day }
  | { readonly ok: false; readonly problem: InstanceProblem };

/** Reads an instance from text; whatever is wrong with it is said in one sentence. */
export function readInstance(text: string): ReadInstance {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, problem: { zh: '这个文件不是 JSON。', en: 'This file is not JSON.' } };
  }
  const parsed = instance.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') || 'instance';
    return {
      ok: false,
      problem: {
        zh: `实例格式不对：${where} 这一处（${issue?.message}）。`,
        en: `The instance has the wrong shape at ${where} (${issue?.message}).`,
      },
    };
  }
  const problem = problemOf(parsed.data);
  return problem ? { ok: false, problem } : { ok: true, instance: parsed.data, day: dayOf(parsed.data) };
}

function dayOf(given: Instance): Day {
  const { patients, caregivers, services, central_offices, distances } = given;
  const offices = central_offices.map(({ id }) => id);
  const durations = new Map(services.map(({ id, default_duration }) => [id, default_duration]));
  const helpers = caregivers.map((each): PlannedHelper => {
    const office = each.starting_point === undefined ? 0 : offices.indexOf(each.starting_point);
    return {
      id: each.id,
      setsOutFrom: office,
      comesBackTo: office,
      leavesAt: 0,
      hours: each.working_hours
        ? [...each.working_hours].sort((a, b) => a[0] - b[0]).map(([from, to]) => ({ from, to }))
        : [{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }],
      mostVisits: each.max_visits ?? Number.POSITIVE_INFINITY,
      travel: 0,
    };
  });
  const choicesOf = (patient: Patient, service: string): Choice[] =>
    caregivers.flatMap(({ id, abilities }, helper) => {
      if (!abilities.includes(service) || patient.incompatible_caregivers?.includes(id)) return [];
      const liked = patient.preferred_caregivers?.includes(id) ?? true;
      return [{ helper, cost: liked ? 0 : NOT_PREFERRED }];
    });
  const parts = patients.flatMap((patient, at) => partsOf(patient).map((part) => ({ patient, at, part })));
  const visits = parts.map(({ patient, at, part }): PlannedVisit => {
    const [opensAt, dueBy] = patient.time_window;
    return {
      id: patient.id,
      site: offices.length + at,
      opensAt,
      dueBy,
      latestStart: patient.strict ? dueBy : Number.POSITIVE_INFINITY,
      places: part.map(({ service, duration }) => ({
        service,
        minutes: duration ?? durations.get(service) ?? 0,
        choices: choicesOf(patient, service),
      })),
      gap: part.length === 2 ? gapOf(patient) : undefined,
      after: parts.flatMap((other, index) => (patient.after?.includes(other.patient.id) ? [index] : [])),
      unmetCost: UNMET,
    };
  });
  return {
    helpers,
    visits,
    travel: [Float64Array.from(distances.flat())],
    sites: distances.length,
    weights: { travel: THIRD, tardiness: THIRD, worstTardiness: THIRD },
  };
}

/** Services that are not timed together are visits of their own, which one caregiver may do both. */
function partsOf({ required_caregivers, synchronization }: Patient): Patient['required_caregivers'][] {
  return synchronization ? [required_caregivers] : required_caregivers.map((each) => [each]);
}

function gapOf({ synchronization }: Patient): PlannedVisit['gap'] {
  if (synchronization === undefined) return undefined;
  if (synchronization.type === 'simultaneous') return { least: 0, most: 0 };
  const [least, most] = synchronization.distance;
  return { least, most };
}
