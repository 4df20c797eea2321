// What `ads-kit mock` prints once it listens: where, who may ask, and a line to paste.
import type { Mock } from '../../mock/index.ts';
import { type ContractDocument, type Operation, type Parameter, shownKey, writeValues } from '../../spec/index.ts';

type Options = {
  readonly url: string;
  readonly mock: Mock;
  readonly scenario: string;
  readonly seed: number;
  /** What drives the mock from other machines. */
  readonly controlToken?: string;
};

/** The banner as text. */
export function banner({ url, mock, scenario, seed, controlToken }: Options): string {
  const { documents } = mock.contract;
  const parts = documents.map((document) =>
    describe(url, document, mock, Math.max(...documents.map(({ title }) => title.length)) + 3),
  );
  return `ads-kit mock: ${url}   scenario ${scenario}, seed ${seed}

${parts.join('')}
Try:
  ${curl(url, mock)}

State, sessions, clock, faults and journal: ${url}/_mock${controlToken === undefined ? '' : `?token=${controlToken}\nCalls need the token too, in the header X-Mock-Token.`}

Stop with Ctrl-C.
`;
}

function describe(url: string, document: ContractDocument, { contract }: Mock, width: number): string {
  const own = contract.credentials.filter(({ api }) => api === document.api);
  const widest = Math.max(0, ...contract.credentials.map(({ label }) => label.length));
  const lines = own.map(({ label, examples }) => `    ${label.padEnd(widest + 2)}${examples[0] ?? ''}`);
  const paths = grouped(document.operations.map(({ path }) => path));
  return `  ${document.title.padEnd(width)}${paths.map((path) => `${url}${path}`).join(`\n  ${' '.repeat(width)}`)}\n${lines.map((line) => `${line}\n`).join('')}`;
}

/** Paths that differ in their last segment only, in one line: `/shop/{books,authors}`. */
function grouped(paths: readonly string[]): string[] {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const cut = path.lastIndexOf('/') + 1;
    groups.set(path.slice(0, cut), [...(groups.get(path.slice(0, cut)) ?? []), path.slice(cut)]);
  }
  return [...groups].map(([folder, names]) => `${folder}${names.length === 1 ? names[0] : `{${names.join(',')}}`}`);
}

/** A command that lists a few rows of the list with the most to ask for, of the first document that has pages. */
function curl(url: string, mock: Mock): string {
  const [operation] = [...mock.contract.operations].sort((one, other) => interest(other) - interest(one));
  if (operation === undefined) return '';
  const given = (api: string, name: string) => mock.credentials[api]?.[name] ?? '';
  let path = operation.path;
  const query: string[] = [];
  const headers: string[] = [];
  for (const { parameter, in: where, own } of operation.tenants) {
    const value = given(own.api, own.name);
    if (where === 'path') path = path.replace(`{${parameter}}`, encodeURIComponent(value));
    else if (where === 'query') query.push(`${parameter}=${encodeURIComponent(value)}`);
    else headers.push(`-H '${parameter}: ${value}'`);
  }
  for (const { name, in: where, example } of operation.parameters)
    if (where === 'path') path = path.replace(`{${name}}`, encodeURIComponent(example ?? ''));
  const scheme = operation.security.alternatives[0]?.scheme;
  const key = scheme?.credentials.valid;
  if (scheme !== undefined && key !== undefined) {
    const shown = shownKey(scheme, given(key.api, key.name));
    if (scheme.in === 'query') query.push(`${scheme.parameter}=${encodeURIComponent(shown)}`);
    else
      headers.push(
        `-H '${scheme.in === 'cookie' ? `Cookie: ${scheme.parameter}=` : `${headerName(scheme.parameter)}: `}${shown}'`,
      );
  }
  const { limit } = operation.list.paging;
  query.push(
    ...tries(operation)
      .flatMap((parameter) => writeValues(parameter, parameter.allowed.slice(0, 1)))
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
  );
  if (limit !== undefined) query.push(`${limit}=2`);
  const search = query.length === 0 ? '' : `?${query.join('&')}`;
  return ['curl', ...headers, `'${url}${path}${search}'`].join(' ');
}

/** Filters with listed values, two at most. */
function tries({ parameters, filters }: Operation): readonly Parameter[] {
  const names = new Set(
    filters
      .filter(({ test, when }) => (test === 'in' || test === 'equals') && when === undefined)
      .map(({ name }) => name),
  );
  return parameters.filter(({ name, allowed }) => names.has(name) && allowed.length > 0).slice(0, 2);
}

function interest(operation: Operation): number {
  return tries(operation).length + (operation.list.paging.style === 'none' ? 0 : 2);
}

/** Headers are written as people write them. */
function headerName(name: string): string {
  return name === 'authorization' ? 'Authorization' : name;
}
