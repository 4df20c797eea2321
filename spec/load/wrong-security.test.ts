import { describe, expect, test } from 'vitest';
import { CUSTOMERS, toldOf, type WrongCase } from './sample-document.ts';

const SCHEME = '/components/securitySchemes/bearer';

const cases: readonly WrongCase[] = [
  ['a security scheme that there is not', [['/security', [{ baerer: [] }]]], '/security/0', 'Did you mean bearer?'],
  [
    'no security schemes at all',
    [['/components/securitySchemes', undefined]],
    '/security/0',
    'There is no security scheme bearer.',
  ],
  [
    'two schemes at once',
    [['/security', [{ bearer: [], basic: [] }]]],
    '/security/0',
    'bearer and basic at once are not understood',
  ],
  [
    'an alternative that there is not',
    [[`${CUSTOMERS}/security`, [{ bearer: [] }, { key: [] }]]],
    `${CUSTOMERS}/security/1`,
    'There is no security scheme key.',
  ],
  ['a requirement that is null', [['/security', [null]]], '/security/0', 'must be a mapping'],
  ['security that is a text', [['/security', 'bearer']], '/security', 'security must be a list'],
  [
    'a scheme of an unknown kind',
    [[`${SCHEME}/scheme`, 'digest']],
    SCHEME,
    'Use http with bearer or basic, or apiKey.',
  ],
  ['a scheme of a misspelt type', [[`${SCHEME}/type`, 'htpp']], `${SCHEME}/type`, 'Did you mean http?'],
  ['an api key without a name', [[SCHEME, { type: 'apiKey', in: 'query' }]], SCHEME, 'needs a name'],
  [
    'a misspelt role of a credential',
    [[`${SCHEME}/x-credentials/revoked-credentials`, { name: 'x' }]],
    `${SCHEME}/x-credentials`,
    'Did you mean revoked-credential?',
  ],
  [
    'a credential without a name',
    [[`${SCHEME}/x-credentials/valid`, {}]],
    `${SCHEME}/x-credentials/valid`,
    'needs name',
  ],
  [
    'a credential that is null',
    [[`${SCHEME}/x-credentials/valid`, null]],
    `${SCHEME}/x-credentials/valid`,
    'must be object',
  ],
  [
    'credentials without the valid one',
    [[`${SCHEME}/x-credentials/valid`, undefined]],
    `${SCHEME}/x-credentials`,
    'needs valid',
  ],
];

describe('a document is refused for', () => {
  test.each(cases)('%s', (_sentence, changes, pointer, advice) => {
    expect(toldOf(changes).find((line) => line.startsWith(`#${pointer}: `))).toContain(advice);
  });
});
