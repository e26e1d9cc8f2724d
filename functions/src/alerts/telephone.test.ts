import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { startTelephoneStandIn, type TelephoneStandIn } from '../../../scripts/telephone-stand-in/server';
import { telephoneOver } from './telephone';

let gateway: TelephoneStandIn;
beforeEach(async () => {
  gateway = await startTelephoneStandIn({ port: 0, key: 'k' });
});
afterEach(() => gateway.stop());

it('hands texts and calls over, and says of a number that is not in use that it cannot be reached', async () => {
  const telephone = telephoneOver({ baseUrl: gateway.baseUrl, key: 'k' });
  expect(await telephone.text('13800000001', '您好')).toBe('sent');
  expect(await telephone.call('13800000001', '您好')).toBe('sent');
  expect(await telephone.text('13800000000', '您好')).toBe('refused');
  expect(gateway.rung).toEqual([
    { by: 'texts', phone: '13800000001', words: '您好' },
    { by: 'calls', phone: '13800000001', words: '您好' },
  ]);
});

it('did not work when the gateway is out of order, the key is wrong, or nobody listens', async () => {
  gateway.fail(true);
  expect(await telephoneOver({ baseUrl: gateway.baseUrl, key: 'k' }).text('13800000001', 'x')).toBe('failed');
  gateway.fail(false);
  expect(await telephoneOver({ baseUrl: gateway.baseUrl, key: 'no' }).text('13800000001', 'x')).toBe(
    'failed',
  );
  expect(await telephoneOver({ baseUrl: 'http://127.0.0.1:1', key: 'k' }).call('13800000001', 'x')).toBe(
    'failed',
  );
});
