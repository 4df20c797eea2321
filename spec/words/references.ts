// The `$ref`s of a document: every one leads to something inside it, and none leads back to itself.

import type { Mistakes } from '../load/mistakes.ts';
import { at, isRecord, tokensOf } from '../schema/pointer.ts';
import { visitMembers } from './document-parts.ts';
import { didYouMean } from './nearest-name.ts';

/** Notes every `$ref` that leads nowhere, outside the document, or round in a circle of nothing but `$ref`s. */
export function checkReferences(document: unknown, { add }: Mistakes): void {
  visitMembers(document, ({ key, value, pointer, named }) => {
    if (!named && key.startsWith('x-')) return false;
    const problem = key === '$ref' && !named && typeof value === 'string' ? problemOf(document, value) : undefined;
    if (problem !== undefined) add(pointer, `${value === '' ? 'An empty $ref' : String(value)} ${problem}`);
    return true;
  });
}

/** What is wrong with a `$ref`; undefined where nothing is. */
function problemOf(document: unknown, target: string): string | undefined {
  if (!target.startsWith('#/'))
    return target.startsWith('#')
      ? 'is no JSON Pointer. Name the place from the root: #/components/schemas/Name.'
      : 'lies outside the document. Bundle it into one file first, for example with redocly bundle.';
  const seen = new Set<string>();
  for (let here = decoded(target); ; ) {
    const node = here === undefined ? undefined : at(document, here);
    if (here === undefined || node === undefined)
      return `names nothing in the document.${nearestPlace(document, here)}`;
    if (!isRecord(node) || typeof node.$ref !== 'string' || !node.$ref.startsWith('#/')) return undefined;
    if (seen.has(here)) return 'leads round in a circle of nothing but $refs. Let one of them lead to what is meant.';
    seen.add(here);
    here = decoded(node.$ref);
  }
}

function decoded(target: string): string | undefined {
  try {
    return decodeURI(target.slice(1));
  } catch {
    return undefined;
  }
}

/** The sentence that names the neighbour that was probably meant. */
function nearestPlace(document: unknown, pointer = ''): string {
  const parent = at(document, pointer.slice(0, pointer.lastIndexOf('/')));
  return isRecord(parent) ? didYouMean(tokensOf(pointer).at(-1) ?? '', Object.keys(parent)) : '';
}

/** The pointers of a place and of everything that it refers to, directly or through others. */
export function reachedFrom(document: unknown, root: string): Set<string> {
  const reached = new Set<string>();
  const visit = (node: unknown): void => {
    if (!isRecord(node) && !Array.isArray(node)) return;
    const target = isRecord(node) && typeof node.$ref === 'string' ? decoded(node.$ref) : undefined;
    if (target !== undefined) reach(target);
    for (const value of Object.values(node)) visit(value);
  };
  const reach = (pointer: string): void => {
    if (reached.has(pointer)) return;
    reached.add(pointer);
    visit(at(document, pointer));
  };
  reach(root);
  return reached;
}
