// The contract is data: outside of spec/ and fixtures/ no code knows the built-in vendors. Every name that their
// documents bring is looked for in every line.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checks } from '../../contract-tests/index.ts';
import { ownContract } from '../../contract-tests/own-contract.ts';
import { memberNames, type Operation } from '../../spec/index.ts';
import { repository } from '../repository.ts';

const FOLDERS = ['mock', 'contract-tests', 'scripts'];

/** What is about the built-in vendors by design: tests, and the chores that hold their documents against others' tools. */
const ABOUT_THEM =
  /\.test\.ts$|\/sample-[a-z-]+\.ts$|^scripts\/(mutation|faults|crosscheck|example|generators|bench)\//;

/** Names that are words of English, of HTTP or of this kit as well, and so prove nothing where they stand. */
const ORDINARY = new Set([
  // The kit is called after it.
  'ads',
  // Resources and members.
  ...['account', 'ad', 'id', 'name', 'status', 'platform', 'currency', 'timezone', 'objective', 'creative'],
  ...['permissions', 'startTime', 'endTime', 'createdAt', 'items', 'data', 'total', 'pagination'],
  // Parameters: those of paging are words of the vocabulary, too.
  ...['cursor', 'limit', 'page', 'since', 'healthy'],
  // Credentials; apiKey is OpenAPI's own word for a scheme.
  ...['token', 'project', 'apiKey'],
  // RFC 9110.
  ...['authorization', 'retry-after'],
]);

const contract = ownContract();

/** Each name with what it is, in lower case. */
function namesOf(): ReadonlyMap<string, string> {
  const { documents, operations, credentials, register } = contract;
  const replies = operations.flatMap(({ statuses, reply }) => statuses.flatMap((status) => reply(status) ?? []));
  const parameters = operations.flatMap((operation) => operation.parameters);
  const schemes = operations.flatMap(({ security }) => security.alternatives.map(({ scheme }) => scheme.parameter));
  const members = documents.flatMap(({ document, operations: own }) =>
    own.flatMap(({ rowSchema }) => [...memberNames(document, rowSchema)]),
  );
  const errors = operations.flatMap(({ error, refusals }) => [
    ...Object.values(refusals).map(({ code }) => code ?? ''),
    ...Object.values(error.undocumented).map((code) => code ?? ''),
  ]);
  const kinds: readonly (readonly [string, readonly string[]])[] = [
    ['member', members],
    ['error code', errors.filter((code) => code.includes('_'))],
    ['member of a page', operations.flatMap(({ list }) => placesOf(list))],
    ['parameter', parameters.map(({ name }) => name)],
    ['header', [...replies.flatMap(({ headers }) => headers.map(({ name }) => name)), ...schemes]],
    [
      'credential',
      credentials.flatMap(({ name, option, variable, examples }) => [name, option, variable, ...examples]),
    ],
    ['path', operations.map(({ path }) => path)],
    ['segment of a path', operations.map(({ path }) => path.slice(path.lastIndexOf('/') + 1))],
    ['resource', operations.map(({ list }) => list.resource)],
    ['operation', operations.map(({ id }) => id)],
    ['page', [...new Set([...register.values()].map(({ page }) => page))]],
    ['clause', [...register.keys()]],
    ['vendor', documents.flatMap(({ api, title }) => [api, title])],
  ];
  return new Map(kinds.flatMap(([kind, names]) => names.map((name) => [name.toLowerCase(), kind] as const)));
}

/** The members around the rows that a list names. */
function placesOf({ items, paging }: Operation['list']): readonly string[] {
  const next =
    'next' in paging && paging.next !== undefined
      ? Object.values(paging.next).filter((place) => typeof place === 'string')
      : [];
  return [items, ...Object.values(paging.tells), ...next].flatMap((pointer) => pointer.split('/').slice(1));
}

/** What the kit calls its own checks, as ids and as identifiers. */
const OWN = new Set(checks.flatMap(({ id }) => [id, id.replaceAll('-', '')]));
const all = namesOf();
const names = [...all.keys()].filter((name) => !OWN.has(name) && !ordinary().has(name));

function ordinary(): ReadonlySet<string> {
  return new Set([...ORDINARY].map((name) => name.toLowerCase()));
}

/** Kinds of names that are found inside of other words, too: `loadCampaigns`. */
const INSIDE = new Set<string | undefined>(['vendor', 'resource', 'operation']);

/** `file:line kind name` for every name in a text. */
function findIn(file: string, text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const words = line.toLowerCase();
    return names
      .filter((name) => (INSIDE.has(all.get(name)) ? words.includes(name) : standsAlone(name, words)))
      .map((name) => `${file}:${index + 1} ${all.get(name)} ${name}`);
  });
}

/** Whether the name stands in the line with no letter or digit beside it; an `s` may follow. */
function standsAlone(name: string, line: string): boolean {
  for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1))
    if (!/[a-z0-9]/.test(line[at - 1] ?? ' ') && !/^[a-rt-z0-9]|^s[a-z0-9]/.test(line.slice(at + name.length)))
      return true;
  return false;
}

const files = FOLDERS.flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, repository), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !ABOUT_THEM.test(file)),
);

describe('the code outside of spec/ and fixtures/', () => {
  test('has no name of a built-in vendor', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((file) => findIn(file, readFileSync(new URL(file, repository), 'utf8')))).toEqual([]);
  });
});

describe('the search', () => {
  test('knows names of every kind', () => {
    const kinds = new Set(names.map((name) => all.get(name)));
    expect([...kinds].sort()).toEqual([...new Set(all.values())].sort());
    expect(names.length).toBeGreaterThan(400);
  });

  test('leaves out what is ordinary, and nothing that no document has', () => {
    expect([...ordinary()].filter((name) => !all.has(name))).toEqual([]);
  });

  test.each([
    ["if (operation.api === 'klayrai')", 'vendor klayrai'],
    ['function loadLayers() {', 'vendor layers'],
    ['const firstCampaignOf = 1;', 'resource campaign'],
    ["const path = '/v1/accounts';", 'path /v1/accounts'],
    ["operations.find(({ id }) => id === 'listAdsets')", 'operation listadsets'],
    ['rows.adAccount', 'resource adaccount'],
    ['--size campaigns=9', 'page campaigns'],
    ['row.adsContentId', 'parameter adscontentid'],
    ['row.walletBalance', 'member walletbalance'],
    ["headers['x-api-key']", 'header x-api-key'],
    ['headers["X-RateLimit-Endpoint-Class"]', 'header x-ratelimit-endpoint-class'],
    ["'klayrai-version'", 'parameter klayrai-version'],
    ['process.env.ADS_KIT_NO_SCOPE_TOKEN', 'credential ads_kit_no_scope_token'],
    ["'--no-plan-key'", 'credential no-plan-key'],
    ["['ADS-07']", 'clause ads-07'],
    ["'plan_insufficient'", 'error code plan_insufficient'],
  ])('finds a name in %s', (line, found) => {
    expect(findIn('a.ts', `\n${line}\n`)).toContain(`a.ts:2 ${found}`);
  });

  test.each([
    'const page = walk.pages[0];',
    "import { token } from '../x.ts';",
    'leads',
    'ADS-070',
    'timezones of ads',
  ])('is not misled by %s', (line) => expect(findIn('a.ts', line)).toEqual([]));
});
