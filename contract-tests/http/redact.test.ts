import { describe, expect, test } from 'vitest';
import { createRedact, redactDeep } from './redact.ts';

const SECRET = 'lp_live_01HX9Y6K7EJ4T2AB_s3cr+t/va"lue=<&>';

describe('a redacted text holds no secret, however it is written', () => {
  const bytes = Buffer.from(SECRET);
  test.each([
    ['as it is', SECRET],
    ['in a URL', encodeURIComponent(SECRET)],
    ['in a URL, twice encoded', encodeURIComponent(encodeURIComponent(SECRET))],
    ['in JSON', JSON.stringify(SECRET).slice(1, -1)],
    ['in HTML', SECRET.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')],
    ['in capitals', SECRET.toUpperCase()],
    ['in hexadecimal', bytes.toString('hex')],
    ['in base64', bytes.toString('base64').replaceAll('=', '')],
    ['in url-safe base64', bytes.toString('base64url')],
    ['written backwards', [...SECRET].reverse().join('')],
  ])('%s', (_, written) => {
    const redact = createRedact([SECRET]);
    const kept = redact(`before ${written} after`);
    expect(kept).toContain('[secret]');
    expect(kept).not.toContain(written);
    expect(kept.startsWith('before ')).toBe(true);
  });

  test.each([0, 1, 2])('in base64 at offset %i of a longer text', (offset) => {
    const whole = Buffer.from(`${'x'.repeat(offset)}${SECRET} and more`).toString('base64');
    expect(createRedact([SECRET])(whole)).toContain('[secret]');
  });
});

test('every string of a value is redacted, member names too', () => {
  const redact = createRedact([SECRET]);
  expect(redactDeep({ [SECRET]: [1, null, { inner: `a ${SECRET}` }] }, redact)).toEqual({
    '[secret]': [1, null, { inner: 'a [secret]' }],
  });
});

test('without secrets nothing changes', () => {
  expect(createRedact([])('a text')).toBe('a text');
});
