// What users call a list by its path.

/** The last segment of a path that is no parameter; empty where there is none. */
export function pathName(path: string): string {
  return path.split('/').findLast((segment) => segment !== '' && !segment.startsWith('{')) ?? '';
}
