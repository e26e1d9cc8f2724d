import type { Gender } from '@shared/people/elder';
import type { KinRelation } from '@shared/people/kinship';
import type { Locale } from '@/i18n';

interface Kin {
  readonly relation?: KinRelation | undefined;
  readonly gender?: Gender | undefined;
  readonly callName: string;
}

/** What a child calls the elder: 妈妈, 爸爸; everybody else says what the village says, 王大娘. */
export function kinName({ relation, gender, callName }: Kin, locale: Locale): string {
  if (gender === undefined || (relation !== 'son' && relation !== 'daughter')) return callName;
  if (locale === 'zh-CN') return gender === 'female' ? '妈妈' : '爸爸';
  return gender === 'female' ? 'Mum' : 'Dad';
}
