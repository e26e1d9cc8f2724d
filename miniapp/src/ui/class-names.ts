/** Joins the class names that hold: `classes('nl-card', { 'nl-card--tap': tappable })`. */
export function classes(base: string, holding: Readonly<Record<string, unknown>> = {}): string {
  return [base, ...Object.keys(holding).filter((name) => holding[name])].join(' ');
}
