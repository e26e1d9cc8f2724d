import type { HelperId } from '@shared/kernel/ids';
import type { RequestDraft } from './draft';
import type { RequestWords } from './requests.text';

/** Somebody who has been at the elder's before and so can be asked for by name. */
export interface KnownHelper {
  readonly helperId: HelperId;
  readonly name: string;
}

/** `女性 · 会说东北话 · 优先李桂芬`; without any wish, `谁来都行`. */
export function wishesWords(
  draft: Pick<RequestDraft, 'gender' | 'language' | 'preferHelperId'>,
  known: readonly KnownHelper[],
  t: RequestWords,
): string {
  const preferred = known.find(({ helperId }) => helperId === draft.preferHelperId);
  return (
    [
      draft.gender && t[draft.gender],
      draft.language && t.speaksWhat(t.languages[draft.language]),
      preferred && t.preferWhom(preferred.name),
    ]
      .filter(Boolean)
      .join(' · ') || t.anyone
  );
}
