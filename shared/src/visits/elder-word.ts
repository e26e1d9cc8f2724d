import * as z from 'zod';
import { personId } from '../kernel/ids';
import { type Instant, instant } from '../kernel/instant';
import { allow, type Result, refuse } from '../kernel/result';
import { role } from '../kernel/role';
import { line, paragraph } from '../kernel/text';
import { confirm } from './answer';
import type { Visit, VisitIn } from './visit';

/** 老人自己说的: by the code card, on the telephone, or to the coordinator's face. Never through the helper. */
export const elderWord = z.strictObject({
  how: z.enum(['card', 'phone', 'in_person']),
  at: instant,
  /** On whose phone it was typed, or who asked. */
  by: z.strictObject({ personId, role, name: line(20) }),
  note: paragraph(300),
});
export type ElderWord = z.infer<typeof elderWord>;

/**
 * The elder says that it was so. Where family is linked they still have their three days, to read and to object; where
 * there is nobody the elder's own word settles it.
 */
export function elderSays(
  v: Visit,
  word: ElderWord,
  hasFamily: boolean,
  now: Instant,
): Result<VisitIn<'checked_out'> | VisitIn<'confirmed'>> {
  if (v.status !== 'checked_out')
    return v.status === 'confirmed' || v.status === 'disputed' || v.status === 'resolved'
      ? refuse('visit_already_answered')
      : refuse('visit_not_checked_out');
  if (v.elderWord !== undefined) return refuse('elder_said_already');
  const told = { ...v, elderWord: word };
  return hasFamily ? allow(told) : confirm(told, 'elder', now);
}
