/** A reason why the stack cannot run that the person at the keyboard can act on: shown as one sentence. */
export class Problem extends Error {
  override readonly name = 'Problem';
}
