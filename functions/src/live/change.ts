import type { Push } from '@shared/live/live.contract';
import { push } from '@shared/live/live.contract';

type Attribute = { readonly S?: string; readonly M?: Readonly<Record<string, Attribute>> };
export type Image = Readonly<Record<string, Attribute>>;
export interface ChangeRecord {
  readonly dynamodb?: { readonly NewImage?: Image; readonly SequenceNumber?: string };
}

/** What a changed item means to phones: the push, and who is concerned by it. */
export interface Change {
  readonly push: Push;
  readonly elderId?: string;
  readonly helperId?: string;
  readonly villageCode?: string;
  /** The log of a visit does not say where: the village is that of the elder. */
  readonly ofLog?: true;
  /** Whoever else was told something. */
  readonly personId?: string;
}

/** Requests, offers, visits, their logs, alerts and video calls are told of; everything else changes nobody's page. */
const told = [
  /^REQUEST#\S+ REQUEST$/,
  /^REQUEST#\S+ OFFER#/,
  /^VISIT#\S+ VISIT$/,
  /^VISIT#\S+ ENTRY#/,
  /^VISIT#\S+ MEDIA#/,
  /^VISIT#\S+ WITNESS#/,
  /^ALERT#\S+ (ALERT$|TOLD#)/,
  /^CALL#\S+ CALL$/,
];

const ofLog = /^VISIT#\S+ (ENTRY|WITNESS)#/;

export function changeOf(record: ChangeRecord): Change | undefined {
  const image = record.dynamodb?.NewImage;
  const key = `${image?.pk?.S} ${image?.sk?.S}`;
  if (!told.some((pattern) => pattern.test(key))) return undefined;
  const text = (name: string): string | undefined => image?.body?.M?.[name]?.S;
  const [elderId, requestId, visitId, callId] = ['elderId', 'requestId', 'visitId', 'callId'].map(text);
  const parsed = push.safeParse({
    type: 'changed',
    ...(elderId === undefined ? {} : { elderId }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(visitId === undefined ? {} : { visitId }),
    ...(callId === undefined ? {} : { callId }),
  });
  if (!parsed.success) return undefined;
  const [helperId, villageCode, personId] = [text('helperId'), text('villageCode'), text('personId')];
  return {
    push: parsed.data,
    ...(elderId === undefined ? {} : { elderId }),
    ...(helperId === undefined ? {} : { helperId }),
    ...(villageCode === undefined ? {} : { villageCode }),
    ...(personId === undefined ? {} : { personId }),
    ...(ofLog.test(key) ? { ofLog: true as const } : {}),
  };
}
