// What a shell makes of a near miss is what the judge sends.
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { SecurityScheme } from '../../spec/index.ts';
import { ALTERATIONS, alteredKey, isMisplacement } from './altered-key.ts';
import { shellKey } from './shell-key.ts';

const scheme: SecurityScheme = {
  ...{ name: 'key', in: 'header', parameter: 'x-key', prefix: '', basic: false },
  credentials: {},
  clauses: [],
};

/** Keys of even and odd lengths, with letters that a shell could take for its own. */
const KEYS = ['lp_test_01HX9Y6K7EJ4T2AB', 'key-prod-Abc123def45', 'a$b"c`d\\e*f g_sandbox_h'];

test.each(ALTERATIONS.filter((each) => !isMisplacement(each)))('a key that is %s', (alteration) => {
  for (const key of KEYS) {
    const sent = alteredKey([scheme], key, alteration)?.value;
    if (sent === undefined) continue;
    const text = shellKey('SOME_KEY', alteration);
    const env = { PATH: process.env.PATH, SOME_KEY: key };
    expect(execFileSync('sh', ['-c', `printf %s "${text}"`], { env, encoding: 'utf8' })).toBe(sent);
  }
});
