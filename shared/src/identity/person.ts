import * as z from 'zod';
import { elderId, helperId, organizationId, personId, sessionId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { role } from '../kernel/role';
import { line, phoneNumber } from '../kernel/text';
import { regionCode } from '../regions/region';

/** One role a person holds and what it is held for: a region, an organisation, a helper's or an elder's profile. */
export const grant = z.lazy(() =>
  z.strictObject({
    role,
    regionCode: regionCode.optional(),
    organizationId: organizationId.optional(),
    helperId: helperId.optional(),
    elderId: elderId.optional(),
    /** A social worker who signs, reassigns and sees who read what 督导. */
    supervises: z.literal(true).optional(),
  }),
);
export type Grant = z.infer<typeof grant>;

/** Someone with a WeChat account; may hold several roles. */
export const person = z.lazy(() =>
  z.strictObject({
    personId,
    openid: z.string().min(1).max(64).optional(),
    name: line(20),
    phone: phoneNumber.optional(),
    grants: z.array(grant).max(20),
    suspended: z.strictObject({ at: instant, why: line(200) }).optional(),
    /** Sessions that ended less than an access token's life ago: with the person, so that asking costs no read. */
    endedSessions: z
      .array(z.strictObject({ sessionId, until: instant }))
      .max(50)
      .optional(),
    createdAt: instant,
  }),
);
export type Person = z.infer<typeof person>;

/** `138****5678`: enough to recognise one's own number by, no more. */
export const maskPhone = (phone: string): string =>
  phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
