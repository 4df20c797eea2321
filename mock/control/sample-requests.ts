// For tests: what requests to the control plane are made of, sensible and hostile.

/** Names that mean something elsewhere, or are no names. */
export const NAMES = [
  ...'one two nobody __proto__ constructor toString .. a%2Fb %zz %00 %E0%A4%A %F0%9F%98%80'.split(' '),
  '',
  '\u0007',
  'x'.repeat(300),
];

const ACTIONS =
  'pause resume archive review approve reject rename rebudget delete expire revoke await reconnect disconnect sync __proto__'.split(
    ' ',
  );

export const METHODS = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'BREW', '', 'get'];

export const QUERIES = [
  ...Array<string>(60).fill(''),
  ...'limit=1 limit=0 limit=1e99 limit=NaN limit=1&limit=2 cascade=true cascade=maybe status=200 status=x'.split(' '),
  ...'after=-1 findings=true session=x %zz=% __proto__=1'.split(' '),
];

export const MEMBERS =
  'name status platform adAccountId campaignId adsetId id connectionStatus tokenStatus dailyBudget lifetimeBudget endTime createdAt campaignCount at colour __proto__ constructor'.split(
    ' ',
  );

export const VALUES: readonly unknown[] = [
  ...'active paused deleted meta_ads tiktok_ads apple_ads disconnected USD act_1 2026-06-15T18:00:00Z x'.split(' '),
  ...['', '\u0000', '\ud800', null, true, -1, 0, 5, 1e308, {}, [], { toString: 1 }],
  ...[{ amount: 1 }, { amount: -1, currency: 'USD' }, { amount: 1, currency: { toString: 1 } }],
];

const deep = (open: string, close: string) => open.repeat(20_000) + close.repeat(20_000);

/** Texts that are no body, or none that was thought of. */
export const HOSTILE_BODIES = [
  ...['{', '[]', 'null', '"x"', '0', '1e999', '', ' ', '{"a":1,}', '\u0000', '\uFEFF{}', 'NaN'],
  '{"__proto__":{"name":"x"}}',
  '{"constructor":{"prototype":1}}',
  '{"name":{"toString":1}}',
  '{"campaignId":{"toString":null,"valueOf":1}}',
  deep('[', ']'),
  `{"name":${deep('[', ']')}}`,
  `{"name":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_001)}`,
  '{"seconds":1e308}',
  '{"seconds":-1}',
  '{"now":"2016-12-31T23:59:60Z"}',
  '{"now":"9999-12-31T23:59:59Z"}',
  '{"tier":"__proto__"}',
  '{"tier":"constructor"}',
  '{"scenario":"toString"}',
  '{"scenario":"empty","size":{"ad":1e9}}',
  '{"scenario":"empty","size":{"__proto__":1}}',
  '{"name":"latency","ms":1e9}',
  '{"name":"status","code":204}',
  '{"name":"status","code":450.5}',
  '{"name":"wrong-content-type","type":"a\\nb"}',
  '{"name":"__proto__"}',
  '{"name":"latency","__proto__":1}',
  '{"expectations":[]}',
  '{"expectations":[{"query":{"__proto__":null}}]}',
];

const json = (...bodies: readonly unknown[]) => bodies.map((body) => JSON.stringify(body));
const day = { at: '2026-06-16T12:00:00Z' };

/** Method, paths and bodies that belong together; a path may begin with a list or a row, and a body be members of one. */
export const SENSIBLE: readonly (readonly [method: string, paths: readonly string[], bodies: readonly string[]])[] = [
  ['POST', ['list'], ['members', '', '{}']],
  ['POST', ['list'], ['members', '{}', '{"platform":"meta_ads"}']],
  ['PATCH', ['row'], ['members']],
  ['PATCH', ['row'], json({ name: 'Changed' }, { status: 'paused' }, { status: 'running' })],
  ['DELETE', ['row'], ['']],
  ['GET', ['row', 'list'], ['']],
  ['POST', ACTIONS.map((action) => `row/${action}`), ['', '{}', 'members', ...json(day, { at: 'x' }, { name: 'x' })]],
  ['POST', ['row/rename', 'row/pause'], json({ ...day, name: 'x' }, day, { name: 'x' }, { name: 5 })],
  ['POST', ['row/rename', 'row/expire', 'row/delete'], json({ ...day, name: 'x' }, day)],
  ['PUT', NAMES.map((name) => `/snapshots/${name}`), ['']],
  ['POST', ['/snapshots/one/restore', '/snapshots/two/restore', '/snapshots/x/restore'], ['']],
  ['DELETE', ['/snapshots/one', '/snapshots/two', '/snapshots/x'], ['']],
  ['POST', ['/clock/advance'], json(...[0, 1, 1800, 86_400, 1e9, 1e11].map((seconds) => ({ seconds })))],
  [
    'PUT',
    ['/clock'],
    json({ now: '2026-06-15T12:00:00Z', frozen: true }, { frozen: false }, { now: '1969-01-01T00:00:00Z' }, {}),
  ],
  [
    'POST',
    ['/faults'],
    json(
      { name: 'latency', count: 1 },
      { name: 'status', operation: 'listAds' },
      { name: 'cut-body', probability: 0.5 },
    ),
  ],
  [
    'POST',
    ['/faults'],
    json(
      { name: 'nothing' },
      { name: 'latency', count: 0 },
      { name: 'status', operation: 'x' },
      { name: 'latency', probability: 2 },
    ),
  ],
  ['DELETE', ['/faults', '/faults/latency', '/faults/x', '/journal', '/sessions/nobody'], ['']],
  ['PUT', ['/rate-limit'], json(...['standard', 'pilot', null, 'gold', 5].map((tier) => ({ tier })))],
  [
    'PUT',
    ['/scenario'],
    json(
      { scenario: 'one-page', seed: 7 },
      { scenario: 'empty' },
      { scenario: 'x' },
      { scenario: 'tokens', size: { ad: 5 } },
      { scenario: 'tokens', size: { x: 5 } },
    ),
  ],
  [
    'POST',
    ['/reset', '/journal/verify'],
    json({ expectations: [{ operation: 'listAds', never: true }] }, { expectations: [{ colour: 1 }] }),
  ],
  [
    'GET',
    [
      '/health',
      '/openapi.json',
      '/credentials',
      '/sessions',
      '/snapshots',
      '/scenario',
      '/clock',
      '/rate-limit',
      '/state',
      '/faults',
      '/journal',
    ],
    [''],
  ],
];
