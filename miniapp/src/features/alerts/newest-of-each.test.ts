import { expect, test } from '@jest/globals';
import { newestOfEach } from './newest-of-each';

test('of one alert the newest message is kept, and it is unread while any of them is', () => {
  const said = (alertId: string, text: string, read: boolean) => ({ alertId, text, read });
  expect(newestOfEach([said('a', '再次', true), said('b', '另一件', true), said('a', '先', false)])).toEqual([
    said('a', '再次', false),
    said('b', '另一件', true),
  ]);
});
