import * as z from 'zod';
import { distanceMetres, type Position, position } from '../kernel/position';
import { line } from '../kernel/text';

/** Statistical code of the National Bureau of Statistics: county 6 digits, township 9, village 12. */
export const regionCode = z.string().regex(/^(\d{6}|\d{9}|\d{12})$/);
export const villageCode = z.string().regex(/^\d{12}$/);

/** 地区: county > township > village; each code begins with its parent's. */
export const region = z.lazy(() =>
  z.strictObject({
    code: regionCode,
    name: line(40),
    level: z.enum(['county', 'township', 'village']),
    /** Names from the county down, for sentences. */
    path: z.array(line(40)).min(1).max(3),
    centre: position,
  }),
);
export type Region = z.infer<typeof region>;

/** Whether `code` is the region itself or lies below it. */
export const isWithin = (within: string, code: string): boolean => code.startsWith(within);
export const countyOf = (code: string): string => code.slice(0, 6);
export const parentOf = (code: string): string | undefined =>
  code.length > 6 ? code.slice(0, code.length - 3) : undefined;

/** Farther from a village's centre than this, a home is not in the village. */
export const VILLAGE_REACH_METRES = 6000;
export const isInVillage = (village: Pick<Region, 'centre'>, home: Position): boolean =>
  distanceMetres(village.centre, home) <= VILLAGE_REACH_METRES;
