import type { Position } from '@shared/kernel/position';
import type { BodyOf } from '@shared/kernel/route';
import type { Ability, Gender, Language } from '@shared/people/elder';
import { elderDetails } from '@shared/people/elder';
import type { KinRelation } from '@shared/people/kinship';
import type { registerElder } from '@shared/people/people.contract';
import { isInVillage, type Region } from '@shared/regions/region';

/** An elder as being typed in: everything is text until it is sent. */
export interface ElderDraft {
  readonly relation: KinRelation;
  readonly name: string;
  readonly callName: string;
  readonly birthYear: string;
  readonly gender: Gender;
  readonly village: Region | undefined;
  /** Where the home stands; the village's centre until it is marked. */
  readonly position: Position | undefined;
  readonly address: string;
  readonly directions: string;
  readonly phone: string;
  readonly ownPhone: boolean;
  readonly languages: readonly Language[];
  readonly doorNotes: string;
  readonly ability: Ability;
  readonly livesAlone: boolean;
}

export const emptyElder: ElderDraft = {
  relation: 'son',
  name: '',
  callName: '',
  birthYear: '',
  gender: 'female',
  village: undefined,
  position: undefined,
  address: '',
  directions: '',
  phone: '',
  ownPhone: false,
  languages: ['northeastern'],
  doorNotes: '',
  ability: 'intact',
  livesAlone: true,
};

export type ElderField =
  | 'name'
  | 'callName'
  | 'birthYear'
  | 'village'
  | 'position'
  | 'address'
  | 'phone'
  | 'doorNotes'
  | 'directions';
type Body = Omit<BodyOf<typeof registerElder>, 'commandId'>;
type Checked =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly wrong: ReadonlySet<ElderField> };

const fields: readonly ElderField[] = [
  'name',
  'callName',
  'birthYear',
  'address',
  'phone',
  'doorNotes',
  'directions',
];

/**
 * The body that registers this elder, by the same schema and the same reach of a village as the server's; else the
 * fields that are not right yet. The home stands at the village's centre until somebody marks it.
 */
export function checkedElder(draft: ElderDraft): Checked {
  const { relation, village, position, birthYear, phone, ...said } = draft;
  const home = position ?? village?.centre;
  const outside = village !== undefined && home !== undefined && !isInVillage(village, home);
  const parsed = elderDetails.safeParse({
    ...said,
    callName: said.callName.trim() || said.name,
    birthYear: Number(birthYear),
    villageCode: village?.code,
    position: home,
    ...(phone.trim() && { phone: phone.trim() }),
    excludedHelperIds: [],
  });
  if (parsed.success && !outside) return { ok: true, body: { elder: parsed.data, relation } };
  const paths = new Set((parsed.error?.issues ?? []).map(({ path }) => String(path[0])));
  const wrong = new Set<ElderField>(fields.filter((field) => paths.has(field)));
  if (village === undefined) wrong.add('village');
  if (outside) wrong.add('position');
  return { ok: false, wrong };
}
