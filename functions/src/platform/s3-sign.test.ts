import { describe, expect, it } from '@jest/globals';
import type { Instant } from '@shared/kernel/instant';
import { policySignature, signLink, signTicket } from './s3-sign';

/** The credentials of every example in Amazon's documents of Signature Version 4. */
const keys = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const now = '2026-03-02T02:00:00.000Z' as Instant;
const bucket = { name: 'media', region: 'cn-northwest-1', url: new URL('https://media.example') };

describe('signatures for S3', () => {
  it("are the one of Amazon's example of an upload by POST (sigv4-post-example)", () => {
    const policy = [
      '{ "expiration": "2015-12-30T12:00:00.000Z",',
      '  "conditions": [',
      '    {"bucket": "sigv4examplebucket"},',
      '    ["starts-with", "$key", "user/user1/"],',
      '    {"acl": "public-read"},',
      '    {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},',
      '    ["starts-with", "$Content-Type", "image/"],',
      '    {"x-amz-meta-uuid": "14365123651274"},',
      '    {"x-amz-server-side-encryption": "AES256"},',
      '    ["starts-with", "$x-amz-meta-tag", ""],',
      '',
      '    {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},',
      '    {"x-amz-algorithm": "AWS4-HMAC-SHA256"},',
      '    {"x-amz-date": "20151229T000000Z" }',
      '  ]',
      '}',
    ].join('\r\n');
    expect(
      policySignature(keys.secretAccessKey, '20151229', 'us-east-1', Buffer.from(policy).toString('base64')),
    ).toBe('8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e');
  });

  it("are the one of Amazon's example of a presigned link (sigv4-query-string-auth)", () => {
    const example = {
      name: 'examplebucket',
      region: 'us-east-1',
      url: new URL('https://examplebucket.s3.amazonaws.com'),
    };
    const at = '2013-05-24T00:00:00.000Z' as Instant;
    const link = new URL(signLink(example, keys, 'test.txt', at, 86_400));
    expect(link.searchParams.get('X-Amz-Signature')).toBe(
      'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    );
  });

  it('bind a ticket to one key, one type, so many bytes and five minutes', () => {
    const ticket = signTicket(
      bucket,
      keys,
      { key: 'in/a/b', type: 'image/jpeg', mostBytes: 1_000 },
      now,
      300,
    );
    expect(ticket).toMatchObject({ url: 'https://media.example/', until: '2026-03-02T02:05:00.000Z' });
    const policy = JSON.parse(Buffer.from(ticket.fields.policy ?? '', 'base64').toString());
    expect(policy).toMatchObject({
      expiration: '2026-03-02T02:05:00.000Z',
      conditions: expect.arrayContaining([
        { bucket: 'media' },
        ['eq', '$key', 'in/a/b'],
        ['eq', '$Content-Type', 'image/jpeg'],
        ['content-length-range', 1, 1_000],
      ]),
    });
  });

  it('take the token of a role along, without which its keys open nothing', () => {
    const ticket = signTicket(
      bucket,
      { ...keys, sessionToken: 'of the role' },
      { key: 'in/a/b', type: 'image/jpeg', mostBytes: 1 },
      now,
      300,
    );
    expect(ticket.fields).toMatchObject({ 'x-amz-security-token': 'of the role' });
    const link = signLink(bucket, { ...keys, sessionToken: 'of the role' }, 'a', now, 300);
    expect(new URL(link).searchParams.get('X-Amz-Security-Token')).toBe('of the role');
  });
});
