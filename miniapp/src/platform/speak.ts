/** What of the browser is used here. */
interface Speech {
  speak(words: unknown): void;
  cancel(): void;
}
declare const speechSynthesis: Speech | undefined;
declare const SpeechSynthesisUtterance: new (words: string) => { lang: string; rate: number };

/** WeChat has no voice of its own for a mini-program; there the phone is read from, and no button is shown. */
export const canSpeak = (): boolean =>
  process.env.TARO_ENV === 'h5' && typeof speechSynthesis !== 'undefined' && speechSynthesis !== undefined;

/** Slower than people talk, for old ears; what was being said before falls silent. */
const RATE = 0.8;

export function speak(words: string, lang: string): void {
  if (!canSpeak() || speechSynthesis === undefined) return;
  speechSynthesis.cancel();
  const said = new SpeechSynthesisUtterance(words);
  said.lang = lang;
  said.rate = RATE;
  speechSynthesis.speak(said);
}
