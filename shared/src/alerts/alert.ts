import * as z from 'zod';
import { spokenText } from '../history/history.contract';
import { alertId, elderId, helperId, personId, visitId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { role } from '../kernel/role';
import { line } from '../kernel/text';

/** 求助 pressed by somebody; nobody checked in half an hour after the start; readings far from the elder's own usual; not reached twice by whoever looks in. */
export const alertKind = z.enum(['sos', 'not_arrived', 'vitals_unusual', 'not_reached']);
export type AlertKind = z.infer<typeof alertKind>;

/** As what somebody is told: 第一联系人, 其他家属, 协理员, 附近帮手; in the order in which they are named. */
export const part = z.enum(['first_contact', 'second_contact', 'coordinator', 'neighbour']);
export type Part = z.infer<typeof part>;

/** One person whom an alert may reach. A neighbour comes with how long their way is, in minutes. */
export const contact = z.lazy(() =>
  z.strictObject({
    personId,
    name: line(20),
    as: part,
    helperId: helperId.optional(),
    minutes: z.int().min(0).max(60).optional(),
  }),
);
export type Contact = z.infer<typeof contact>;

/** One rung 一级: who is told, from when on, and whether a message is enough or a telephone has to ring. */
export const rung = z.lazy(() =>
  z.strictObject({
    at: instant,
    by: z.enum(['message', 'call']),
    audience: z.array(part).min(1).max(4),
  }),
);
export type Rung = z.infer<typeof rung>;

/** Who did something about it, and as which role. */
export const alertActor = z.strictObject({ personId, role, name: line(20) });
export type AlertActor = z.infer<typeof alertActor>;

/** 回应: somebody has seen it; `going` when they are on their way, with how many minutes that takes where known. */
export const answer = z.lazy(() =>
  z.strictObject({
    ...alertActor.shape,
    at: instant,
    going: z.boolean(),
    minutes: z.int().min(0).max(60).optional(),
  }),
);
export type Answer = z.infer<typeof answer>;

export const MOST_PEOPLE = 60;
export const MOST_ANSWERS = 20;

const common = {
  alertId,
  elderId,
  villageCode: z.string().regex(/^\d{12}$/),
  /** What neighbours call the elder: 王大娘. */
  callName: line(20),
  kind: alertKind,
  raisedAt: instant,
  raisedBy: z.union([alertActor, z.literal('system')]),
  /** What is the matter, in one sentence. */
  matter: spokenText,
  visitId: visitId.optional(),
  people: z.array(contact).max(MOST_PEOPLE),
  /** Never empty; the last rung is climbed again and again until somebody answers. */
  ladder: z.array(rung).min(1).max(6),
  answers: z.array(answer).max(MOST_ANSWERS),
};
/** `nextAt` is when the platform itself acts again if nobody does; `rungs` counts those climbed, repeats among them. */
const open = { nextAt: instant };
const climbed = { ...open, rungs: z.int().min(1) };

/** 提醒: each state as its own shape. Every open one has a moment at which it goes on by itself. */
export const alert = z.lazy(() =>
  z.discriminatedUnion('status', [
    z.strictObject({ ...common, status: z.literal('raised'), ...open }),
    z.strictObject({ ...common, status: z.literal('told'), ...climbed }),
    z.strictObject({ ...common, status: z.literal('acknowledged'), ...climbed }),
    z.strictObject({
      ...common,
      status: z.literal('handled'),
      handledAt: instant,
      /** `system` when the cause went away by itself: the helper came after all. */
      handledBy: z.union([alertActor, z.literal('system')]),
      what: line(300),
    }),
    z.strictObject({
      ...common,
      status: z.literal('false_alarm'),
      calledOffAt: instant,
      calledOffBy: alertActor,
    }),
  ]),
);
export type Alert = z.infer<typeof alert>;
export type OpenAlert = Extract<Alert, { nextAt: unknown }>;
export type AlertStatus = Alert['status'];

export const isOpen = (a: Alert): a is OpenAlert => 'nextAt' in a;

/** Everybody of an audience, each once. */
export const peopleOf = (a: Pick<Alert, 'people'>, audience: readonly Part[]): readonly Contact[] =>
  a.people.filter((each) => audience.includes(each.as));

/** Everybody whom the rungs climbed so far have reached. */
export const reachedBy = (a: OpenAlert): readonly Contact[] =>
  'rungs' in a
    ? peopleOf(
        a,
        a.ladder.slice(0, a.rungs).flatMap((each) => each.audience),
      )
    : [];
