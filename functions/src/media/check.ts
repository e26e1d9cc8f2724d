import { addDays } from '@shared/kernel/instant';
import { asked, asking, judge, type Media, type Verdict } from '@shared/media/media';
import { helperItem, helperKey } from '../helpers/items';
import { personItem, personKey } from '../identity/items';
import type { Deps } from '../platform/deps';
import { create, replace } from '../table/port';
import { visitItem, visitKey } from '../visits/items';
import { keptKeys, mediaCheckItem, mediaCheckKey, mediaItem, mediaKey } from './items';

type Name = Pick<Media, 'visitId' | 'entryId'>;

/** The WeChat user who sent it: WeChat checks what somebody publishes, not what lies somewhere. */
async function senderOf(deps: Deps, { visitId }: Name): Promise<string | undefined> {
  const visit = await deps.table.get(visitItem, visitKey(visitId));
  const helper = visit && (await deps.table.get(helperItem, helperKey(visit.value.helperId)));
  const person = helper && (await deps.table.get(personItem, personKey(helper.value.personId)));
  return person?.value.openid;
}

/** Asks WeChat whether what arrived is fit to be shown, where that is due. Counted before it is asked. */
export async function askCheck(deps: Deps, name: Name): Promise<void> {
  const stored = await deps.table.get(mediaItem, mediaKey(name));
  const next = stored && asking(stored.value, deps.clock());
  if (stored === undefined || next === undefined) return;
  if (!(await deps.table.commit([replace(stored, next)])).ok || next.status === 'refused') return;
  const openid = await senderOf(deps, name);
  if (openid === undefined) return;
  const keys = keptKeys(next.kind, next);
  const url = deps.files.link('large' in keys ? keys.large : keys.sound, deps.clock());
  const traceId = await deps.wechat.checkMedia({ openid, url, kind: next.kind });
  if (traceId === undefined) return;
  const claimed = await deps.table.get(mediaItem, mediaKey(name));
  if (claimed?.value.status !== 'checking') return;
  await deps.table.commit([
    create(mediaCheckItem, {
      visitId: next.visitId,
      entryId: next.entryId,
      traceId,
      expiresAt: addDays(deps.clock(), 1),
    }),
    replace(claimed, asked(claimed.value, deps.clock())),
  ]);
}

/** WeChat's verdict on one of our questions; on one that nobody asked it is about nothing. */
export async function hearVerdict(
  deps: Deps,
  traceId: string,
  verdict: Verdict,
): Promise<'heard' | 'unknown'> {
  const check = await deps.table.get(mediaCheckItem, mediaCheckKey(traceId));
  if (check === undefined) return 'unknown';
  const stored = await deps.table.get(mediaItem, mediaKey(check.value));
  if (stored === undefined) return 'unknown';
  const judged = judge(stored.value, verdict, deps.clock());
  if (judged === stored.value) return 'heard';
  const written = await deps.table.commit([replace(stored, judged)]);
  // Whoever sends a verdict sends it again when it was not taken.
  if (!written.ok) throw new Error('the file changed while its verdict came');
  if (judged.status === 'refused')
    for (const key of Object.values(keptKeys(stored.value.kind, stored.value))) await deps.files.remove(key);
  return 'heard';
}
