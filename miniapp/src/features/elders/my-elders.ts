import { type ElderCard, listElders } from '@shared/people/people.contract';
import type { Locale } from '@/i18n';
import { useQuery } from '@/platform';
import { useChosenElder } from './chosen-elder';
import { elderText } from './elders.text';

/** The elders this person cares for, and the one whom the pages are about now. */
export function useMyElders() {
  const query = useQuery(listElders, { query: {} });
  const chosenId = useChosenElder((chosen) => chosen.elderId);
  const elders = query.data?.elders ?? [];
  const elder = elders.find(({ elderId }) => elderId === chosenId) ?? elders[0];
  return { query, elders, elder };
}

export type MyElders = ReturnType<typeof useMyElders>;

export const mayBeSeen = (elder: ElderCard): boolean => elder.kinship === 'consented';

/** 红光村 · 轻度失能 · 独居; before consent nothing but that it is awaited. */
export function elderAbout(elder: ElderCard, locale: Locale): string {
  const t = elderText[locale];
  if (!mayBeSeen(elder)) return t.consent[elder.kinship ?? 'proposed'];
  return [
    elder.villageName,
    elder.ability && t.abilities[elder.ability],
    elder.livesAlone ? t.livesAlone : undefined,
  ]
    .filter(Boolean)
    .join(' · ');
}
