// A contract that is right, and whose rows the mock cannot make.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sampleShop } from '../contracts/sample-shop.ts';
import { run } from './run-command.ts';

test('says where the mock can make no rows, which is no mistake', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ads-kit-check-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'rowless.yaml');
  const note = 'note: { type: string }';
  writeFileSync(path, sampleShop({ api: 'shop' }).replace(note, 'note: { type: string, minLength: 5, maxLength: 2 }'));
  const { status, out, err } = await run(['check', path]);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const [mistakes, what, advice, ...more] = out.trimEnd().split('\n').slice(2);
  expect(mistakes).toMatch(/^No mistakes\. \d+ statements\.$/);
  expect(what).toBe('The mock does not start with it as it is:');
  expect(advice).toMatch(/^ {2}No row of item can be made from this schema .* Give rows with --data/);
  expect(more).toEqual([]);
});
