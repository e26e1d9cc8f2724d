import type { CallView } from '@shared/video-calls/video-calls.contract';
import type { Locale } from '@/i18n/locale';
import { said } from '@/i18n/said';
import type { Going } from './line';
import { videoCallText } from './video-call.text';

interface State {
  readonly call: CallView;
  /** Undefined before this phone has come in. */
  readonly going: Going | undefined;
  /** Another member's picture is there. */
  readonly picture: boolean;
  readonly silent: boolean;
}

/** Where the call stands, in one sentence that an old person understands. */
export function stateWords({ call, going, picture, silent }: State, locale: Locale): string {
  const t = videoCallText[locale];
  const others = call.members.filter(({ key, present }) => key !== call.mine && present);
  if (call.status !== 'joined' && call.status !== 'invited') return said(call.sentence, locale);
  if (going === undefined) return said(call.sentence, locale);
  if (others.length === 0) return said(call.sentence, locale);
  if (going === 'lost') return t.lost;
  if (going === 'connecting') return t.connecting;
  if (silent) return t.silent;
  if (going === 'poor') return t.poor;
  return picture ? said(call.sentence, locale) : t.noPicture;
}
