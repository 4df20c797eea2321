// Which operation a path belongs to.
import type { Api, Operation } from '../spec/index.ts';

/** An operation that matches a path, and the values of its path parameters. */
type Route = { readonly operation: Operation; readonly parameters: Readonly<Record<string, string>> };

/** Finds the operation of a percent-encoded path; undefined where none matches or the encoding is broken. */
export type Router = (path: string) => Route | undefined;

/** Compiles the paths of all operations once. */
export function createRouter(operations: readonly Operation[]): Router {
  const routes = operations.map((operation) => {
    const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    const pattern = new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`);
    return { operation, names, pattern };
  });
  return (path) => {
    for (const { operation, names, pattern } of routes) {
      const match = pattern.exec(path);
      if (match === null) continue;
      const values = names.map((name, index) => [name, decode(match[index + 1] ?? '')] as const);
      if (values.some(([, value]) => value === undefined)) return undefined;
      return { operation, parameters: Object.fromEntries(values) as Record<string, string> };
    }
    return undefined;
  };
}

/** The vendor whose error shape answers a path that is nobody's. */
export function vendorOf(path: string): Api {
  return path.startsWith('/v1/accounts') ? 'klayrai' : 'layers';
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
