import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const tokens = readFileSync(join(__dirname, 'styles/tokens.scss'), 'utf8');

/** The colours of a mode: the standard ones with those that the mode changes. */
function colours(mode: 'standard' | 'large' | 'elder'): Record<string, string> {
  const read = (selector: string): Record<string, string> => {
    const block = tokens.slice(tokens.indexOf(`${selector} {`)).split('}')[0] ?? '';
    return Object.fromEntries(
      [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]),
    );
  };
  return { ...read('.nl-page'), ...(mode === 'standard' ? {} : read(`.nl-page--${mode}`)) };
}

/** Relative luminance and contrast ratio of WCAG 2.1. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

describe('what must be read can be read', () => {
  const tones = ['persimmon', 'pine', 'sky', 'wheat', 'plum'];
  test.each(['standard', 'large'] as const)('in %s type every text keeps a contrast of 4.5', (mode) => {
    const colour = colours(mode);
    const pairs = [
      ...['ink', 'second', 'third'].flatMap((text) => [
        [text, 'paper'],
        [text, 'card'],
      ]),
      ...tones.map((tone) => [`${tone}-ink`, `${tone}-soft`]),
      ...tones.map((tone) => [`${tone}-ink`, 'card']),
      ['alarm', 'alarm-soft'],
      ['grey-ink', 'grey-soft'],
    ];
    const poor = pairs.filter(
      ([text = '', ground = '']) => contrast(colour[text] ?? '', colour[ground] ?? '') < 4.5,
    );
    expect(poor).toEqual([]);
  });
  test('the semibold text of a button keeps 3.9 on persimmon, above the 3 of large text', () => {
    expect(contrast('#ffffff', colours('standard').persimmon ?? '')).toBeGreaterThan(3.9);
  });
  test('in elder mode every text and every main button keeps 7', () => {
    const colour = colours('elder');
    const onPaper = ['ink', 'second', 'third'].map((text) =>
      contrast(colour[text] ?? '', colour.paper ?? ''),
    );
    const onButtons = ['persimmon', 'pine', 'sky', 'alarm'].map((tone) =>
      contrast('#ffffff', colour[tone] ?? ''),
    );
    expect(Math.min(...onPaper, ...onButtons)).toBeGreaterThanOrEqual(7);
  });
});
