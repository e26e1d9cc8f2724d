import * as z from 'zod';
import { organizationId } from '../kernel/ids';
import { line } from '../kernel/text';
import { regionCode } from '../regions/region';

/** 机构: an NGO, company, government station or village clinic. */
export const organization = z.strictObject({
  organizationId,
  name: line(40),
  supplySubject: z.enum(['government', 'community', 'market', 'ngo']),
  regionCode,
});
export type Organization = z.infer<typeof organization>;
