import * as z from 'zod';
import { elderId, personId } from '../kernel/ids';
import { type Instant, instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { line } from '../kernel/text';
import { villageCode } from '../regions/region';
import { type Hardship, hardship } from './tier';

const asked = {
  elderId,
  villageCode,
  /** What the family says of the elder's means; the coordinator looks at it. */
  level: hardship.shape.level,
  why: line(200),
  askedBy: personId,
  askedAt: instant,
};

/** 时间池申请: a family that has no minutes asks the village to look at the elder's means. One waits at most. */
export const poolAsk = z.lazy(() =>
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('asked'), ...asked }),
    z.strictObject({
      status: z.literal('answered'),
      ...asked,
      answer: hardship.shape.level,
      answeredBy: personId,
      answeredAt: instant,
    }),
  ]),
);
export type PoolAsk = z.infer<typeof poolAsk>;
type Asked = Extract<PoolAsk, { status: 'asked' }>;

export const askPool = (last: PoolAsk | undefined, ask: Omit<Asked, 'status'>): Result<Asked> =>
  last?.status === 'asked' ? refuse('time_pool_asked') : allow({ status: 'asked', ...ask });

/** Whatever the coordinator records answers what the family has asked. */
export const answerAsk = (ask: PoolAsk | undefined, recorded: Hardship): PoolAsk | undefined =>
  ask?.status === 'asked'
    ? {
        ...ask,
        status: 'answered',
        answer: recorded.level,
        answeredBy: recorded.recordedBy,
        answeredAt: recorded.recordedAt as Instant,
      }
    : undefined;
