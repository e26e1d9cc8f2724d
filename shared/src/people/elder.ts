import * as z from 'zod';
import { elderId, helperId, personId } from '../kernel/ids';
import { instant } from '../kernel/instant';
import { position } from '../kernel/position';
import { role } from '../kernel/role';
import { line, paragraph, phoneNumber } from '../kernel/text';
import { villageCode } from '../regions/region';

export const gender = z.enum(['female', 'male']);
export type Gender = z.infer<typeof gender>;
/** 普通话, 东北话, 锡伯语, 满语 … as people name them. */
export const language = z.enum(['mandarin', 'northeastern', 'xibe', 'manchu', 'mongolian', 'korean']);
export type Language = z.infer<typeof language>;
/** Levels of GB/T 42195-2022; rests on public implementations that agree with each other. */
export const ability = z.enum(['intact', 'mild', 'moderate', 'severe', 'complete']);
export type Ability = z.infer<typeof ability>;

export const personName = line(20);

/** What can be said and changed of an elder by those who care for them. */
export const elderDetails = z.lazy(() =>
  z.strictObject({
    name: personName,
    /** As neighbours say: 王大娘. */
    callName: personName,
    birthYear: z.int().min(1900).max(2000),
    gender,
    villageCode,
    position,
    address: line(100),
    directions: paragraph(200),
    phone: phoneNumber.optional(),
    /** Has a phone of their own that can run the mini-program. */
    ownPhone: z.boolean(),
    languages: z.array(language).min(1).max(4),
    /** What to know at the door: 门口有狗，先打电话. */
    doorNotes: paragraph(300),
    ability,
    livesAlone: z.boolean(),
    excludedHelperIds: z.array(helperId).max(50),
  }),
);

/** Six digits on the card at home; family ask for kinship by it. */
export const cardCode = z.string().regex(/^\d{6}$/);

/** 老人: the person cared for. */
export const elder = z.lazy(() =>
  z.strictObject({
    ...elderDetails.unwrap().shape,
    elderId,
    villageName: line(40),
    cardCode,
    /** Four digits by the door; a helper without GPS proves arrival by it. */
    doorCode: z.string().regex(/^\d{4}$/),
    registeredBy: z.strictObject({ personId, role }),
    registeredAt: instant,
  }),
);
export type Elder = z.infer<typeof elder>;

export const ageIn = (elder: Pick<Elder, 'birthYear'>, year: number): number => year - elder.birthYear;
