import { describe, expect, test } from 'vitest';
import { ORDER, ORDERS, toldOf, type WrongCase } from './sample-document.ts';

const RESPONSES = `${ORDERS}/responses`;
const REFUSED = '/components/responses/Refused';
const PROBLEM = '/components/schemas/Problem';

const cases: readonly WrongCase[] = [
  // Situations.
  [
    'a situation that nothing answers',
    [[`${RESPONSES}/404/x-when/foreign-tenant`, undefined]],
    RESPONSES,
    'No response answers foreign-tenant.',
  ],
  [
    'a situation that two responses answer',
    [[`${RESPONSES}/429/x-when/unknown-tenant`, { code: 'x' }]],
    `${RESPONSES}/429/x-when/unknown-tenant`,
    'already answers unknown-tenant',
  ],
  [
    'a situation that there is not',
    [[`${RESPONSES}/404/x-when/unknown-tennant`, { code: 'x' }]],
    `${RESPONSES}/404/x-when`,
    'x-when',
  ],
  [
    'a situation of a 200',
    [[`${RESPONSES}/200/x-when`, { 'rate-limited': { code: 'x' } }]],
    `${RESPONSES}/200/x-when`,
    'needs a status of its own',
  ],
  [
    'a situation of the default',
    [[`${RESPONSES}/default/x-when`, { 'internal-error': { code: 'x' } }]],
    `${RESPONSES}/default/x-when`,
    'needs a status of its own',
  ],
  [
    'a situation without its code',
    [[`${REFUSED}/x-when/no-credential`, {}]],
    `${REFUSED}/x-when/no-credential`,
    'needs the code that stands at /code',
  ],
  [
    'a code that the schema does not allow',
    [
      [
        `${PROBLEM}/properties/code/enum`,
        ['invalid', 'no_key', 'wrong_key', 'revoked_key', 'not_found', 'no_such_path'],
      ],
    ],
    `${RESPONSES}/429/x-when/rate-limited`,
    '/code must be one of',
  ],
  [
    'an unknown member of a situation',
    [[`${REFUSED}/x-when/no-credential/mesage`, 'x']],
    `${REFUSED}/x-when/no-credential`,
    'Did you mean message?',
  ],

  // Errors.
  ['a code where errors have none', [['/x-error/code', '/kode']], '/x-error/code', 'has no member at /kode'],
  ['a part of errors that there is not', [['/x-error/mesage', '/message']], '/x-error', 'Did you mean message?'],
  [
    'a pointer that is none',
    [['/x-error/code', 'error.code']],
    '/x-error/code',
    'must be a JSON Pointer, such as /error/code; not "error.code".',
  ],
  [
    'a request id where errors have none',
    [['/x-request-id', { header: 'X-Id', body: '/requestId' }]],
    '/x-request-id/body',
    'has no member at /requestId',
  ],
  [
    'an undocumented code that breaks the schema of errors',
    [
      [`${PROBLEM}/properties/code/pattern`, '^[a-z_]+$'],
      ['/x-undocumented/unknown-path', 'Nothing Here'],
    ],
    '/x-undocumented/unknown-path',
    'does not keep the error schema',
  ],
  [
    'an undocumented situation that there is not',
    [['/x-undocumented/unknown-paths', 'x']],
    '/x-undocumented',
    'x-undocumented',
  ],
  [
    'situations of a range of statuses',
    [[`${RESPONSES}/4XX`, { description: 'No.', 'x-when': { 'insufficient-plan': { code: 'plan' } } }]],
    `${RESPONSES}/4XX`,
    'Copy 4XX to the statuses that answer.',
  ],
  [
    'a wait that the body does not tell',
    [[`${RESPONSES}/429/x-retry-after/body`, '/wait']],
    `${RESPONSES}/429/x-retry-after/body`,
    'no member at /wait',
  ],
  [
    'a wait whose pattern does not compile',
    [[`${RESPONSES}/429/x-retry-after/pattern`, '(']],
    `${RESPONSES}/429/x-retry-after/pattern`,
    'is no regular expression',
  ],
  [
    'a wait whose pattern has no group',
    [[`${RESPONSES}/429/x-retry-after/pattern`, '\\d+']],
    `${RESPONSES}/429/x-retry-after/pattern`,
    'needs a group',
  ],

  // Schemas.
  ['no response 200', [[`${RESPONSES}/200`, undefined]], RESPONSES, 'needs a response 200'],
  [
    'a type that there is not',
    [[`${ORDER}/properties/number/type`, 'sting']],
    `${ORDER}/properties/number/type`,
    'Did you mean string?',
  ],
  [
    'a keyword that there is not',
    [[`${ORDER}/properties/number/colour`, 5]],
    `${ORDER}/properties/number`,
    'unknown keyword: "colour"',
  ],
  [
    'a keyword with a slip',
    [[`${ORDER}/properties/number/maxlenght`, 5]],
    `${ORDER}/properties/number/maxlenght`,
    'Did you mean maxLength?',
  ],
  [
    'a pattern that does not compile',
    [[`${ORDER}/properties/number/pattern`, '(']],
    `${ORDER}/properties/number/pattern`,
    'regular expression that compiles',
  ],
  ['members that are required by a number', [[`${ORDER}/required/0`, 7]], `${ORDER}/required/0`, 'must be a text'],
];

describe('a document is refused for', () => {
  test.each(cases)('%s', (_sentence, changes, pointer, advice) => {
    expect(toldOf(changes).find((line) => line.startsWith(`#${pointer}: `))).toContain(advice);
  });
});
