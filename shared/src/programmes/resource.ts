import * as z from 'zod';
import { personId, resourceId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { position } from '../kernel/position';
import { fen } from '../kernel/quantity';
import { line, paragraph } from '../kernel/text';
import { villageCode } from '../regions/region';

export const resourceKind = z.enum(['people', 'places', 'money', 'skills']);
export type ResourceKind = z.infer<typeof resourceKind>;

export const resourceWords = z.strictObject({
  kind: resourceKind,
  /** 村文化室, 退休的李老师, 重阳节捐款. */
  name: line(40),
  /** What it is good for and when. */
  what: line(200),
  /** Whom to ask. */
  contact: paragraph(60),
  villageCode,
  position,
  /** Of money, how much. */
  fen: fen.optional(),
});

/** 社区资源: people, places, money and skills that a village has. One that is gone stays on record and off the map. */
export const resource = z.lazy(() =>
  z.strictObject({
    ...resourceWords.shape,
    resourceId,
    gone: z.boolean(),
    recordedBy: personId,
    recordedAt: instant,
  }),
);
export type Resource = z.infer<typeof resource>;
