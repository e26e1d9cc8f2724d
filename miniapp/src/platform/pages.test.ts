import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { pages, pageUrl } from './pages';

describe('the pages', () => {
  test('every named page has its folder and every folder its name', () => {
    const folders = readdirSync(join(__dirname, '../pages'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('index.tsx'))
      .map((file) => `pages/${file.replace(/\\/g, '/').slice(0, -'.tsx'.length)}`);
    expect(Object.values(pages).sort()).toEqual(folders.sort());
  });
  test('parameters go into the address, escaped', () => {
    expect(pageUrl('account')).toBe('/pages/account/index');
    expect(pageUrl('welcome', { from: '红光村 1' })).toBe(
      '/pages/welcome/index?from=%E7%BA%A2%E5%85%89%E6%9D%91%201',
    );
  });
});
