import { type Alert, alert, isOpen } from '@shared/alerts/alert';
import { type Message, message } from '@shared/alerts/message';
import { type AlertId, alertId, elderId, personId } from '@shared/kernel/ids';
import { countyOf } from '@shared/regions/region';
import * as z from 'zod';
import { hashedId } from '../platform/hashed-id';
import { itemKind } from '../table/port';

const SHARDS = 4;
const shardOf = (id: string): number => id.charCodeAt(id.length - 1) % SHARDS;
const partitions = (of: string) => Array.from({ length: SHARDS }, (_, shard) => `DUE#${of}#${shard}`);
export const alertDuePartitions = partitions('ALERT');
export const messageDuePartitions = partitions('MESSAGE');

/** What the platform raises by itself has an id made from its cause, so that the same cause never raises two. */
export const alertIdOf = (cause: string): AlertId => hashedId('alert', cause) as AlertId;

export const openAlerts = (regionCode: string): string => `ALERTS#${countyOf(regionCode)}`;
export const alertKey = (id: string) => ({ pk: `ALERT#${id}`, sk: 'ALERT' });
/** In the region's list and due as long as it is open; nothing that is over is looked at by the clock. */
export const alertItem = itemKind<Alert>({
  name: 'Alert',
  schema: alert,
  key: (a) => alertKey(a.alertId),
  indexes: (a) => ({
    byElder: { pk: `ELDER#${a.elderId}`, sk: `ALERT#${a.raisedAt}#${a.alertId}` },
    ...(isOpen(a)
      ? {
          byRegion: { pk: openAlerts(a.villageCode), sk: `${a.villageCode}#${a.raisedAt}#${a.alertId}` },
          byDue: { pk: `DUE#ALERT#${shardOf(a.alertId)}`, sk: `${a.nextAt}#${a.alertId}` },
        }
      : {}),
  }),
});

/** The latest SOS of an elder: whoever presses again joins the one that is open. */
const latestSos = z.strictObject({ elderId, alertId });
export const sosKey = (id: string) => ({ pk: `ELDER#${id}`, sk: 'SOS' });
export const sosItem = itemKind({ name: 'LatestSos', schema: latestSos, key: (s) => sosKey(s.elderId) });

const stepText = (step: number): string => String(step).padStart(7, '0');
export const messageKey = (m: Pick<Message, 'alertId' | 'step' | 'personId'>) => ({
  pk: `ALERT#${m.alertId}`,
  sk: `TOLD#${stepText(m.step)}#${m.personId}`,
});
/** One for each person and step, so a step that is climbed again tells nobody twice. */
export const messageItem = itemKind<Message>({
  name: 'Message',
  schema: message,
  key: messageKey,
  indexes: (m) => ({
    byPerson: { pk: `PERSON#${m.personId}`, sk: `MESSAGE#${m.at}#${m.alertId}#${stepText(m.step)}` },
    ...(m.status === 'waiting'
      ? {
          byDue: {
            pk: `DUE#MESSAGE#${shardOf(m.personId)}`,
            sk: `${m.tryAt}#${m.alertId}#${stepText(m.step)}#${m.personId}`,
          },
        }
      : {}),
  }),
});

/** How many subscribe messages a person has let us send: one for each tap in WeChat. */
const allowance = z.strictObject({ personId, left: z.int().min(0).max(1_000) });
export const allowanceKey = (id: string) => ({ pk: `PERSON#${id}`, sk: 'ALLOWANCE' });
export const allowanceItem = itemKind({
  name: 'MessageAllowance',
  schema: allowance,
  key: (a) => allowanceKey(a.personId),
});

/** What of a changed record names a message. */
export const messageNames = z.object({ alertId, step: z.int(), personId });
