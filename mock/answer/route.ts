// Which operation a path belongs to, and which document answers where none does.
import type { ContractDocument, Operation } from '../../spec/index.ts';
import { createKept } from '../store/kept.ts';

/** An operation that matches a path, and the values of its path parameters. */
export type Route = { readonly operation: Operation; readonly parameters: Readonly<Record<string, string>> };

export type Router = {
  /** The operation of a percent-encoded path; undefined where none matches or the encoding is broken. */
  readonly find: (path: string) => Route | undefined;
  /** The document whose paths are most like this one: it answers for a path that is nobody's. */
  readonly documentOf: (path: string) => ContractDocument;
};

/** Bytes of paths whose routes are known: clients ask for few. */
const KNOWN_BYTES = 100_000;

/** Compiles the paths of all operations once. */
export function createRouter(documents: readonly ContractDocument[]): Router {
  const routes = documents.flatMap(({ operations }) => operations).map(routeOf);
  const [first] = documents;
  if (first === undefined) throw new Error('A contract needs at least one document.');
  const routeAt = (path: string): Route | undefined => {
    for (const { operation, names, pattern, fixed } of routes) {
      const match = pattern.exec(path);
      if (match === null) continue;
      const values = names.map((name, index) => [name, decode(match[index + 1] ?? '')] as const);
      if (values.some(([name, value]) => value === undefined || (fixed.has(name) && fixed.get(name) !== value)))
        continue;
      return { operation, parameters: Object.fromEntries(values) as Record<string, string> };
    }
    return undefined;
  };
  const found = createKept<string, Route>(KNOWN_BYTES);
  return {
    find: (path) => {
      const known = found.get(path);
      if (known !== undefined) return known;
      const route = routeAt(path);
      if (route !== undefined) found.put(path, route, path.length);
      return route;
    },
    documentOf: (path) => {
      const likeness = (document: ContractDocument) =>
        Math.max(0, ...document.operations.map((each) => commonSegments(each.path, path)));
      return documents.reduce((best, each) => (likeness(each) > likeness(best) ? each : best), first);
    },
  };
}

function routeOf(operation: Operation) {
  const names = [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '');
  const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(
    `^${operation.path
      .split(/\{[^}]+\}/)
      .map(literal)
      .join('([^/]+)')}$`,
  );
  // A path parameter that chooses no tenant has one value only: its example.
  const tenants = new Set(operation.tenants.map(({ parameter }) => parameter));
  const fixed = new Map(
    operation.parameters.flatMap(({ name, in: where, example }) =>
      where === 'path' && !tenants.has(name) && example !== undefined ? [[name, example] as const] : [],
    ),
  );
  return { operation, names, pattern, fixed };
}

/** How many segments two paths share from the start. */
function commonSegments(template: string, path: string): number {
  const [one, other] = [template.split('/').slice(1), path.split(/[/?]/).slice(1)];
  const different = one.findIndex(
    (segment, index) => segment !== other[index] && !(segment.startsWith('{') && Boolean(other[index])),
  );
  return different < 0 ? Math.min(one.length, other.length) : different;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
