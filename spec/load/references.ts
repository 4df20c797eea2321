// The `$ref`s of a document: every one leads to something inside it, and none leads back to itself.
import { at, escapeToken, isRecord } from '../schema/pointer.ts';
import type { Mistakes } from './mistakes.ts';

/** Notes every `$ref` that leads nowhere, outside the document, or round in a circle of nothing but `$ref`s. */
export function checkReferences(document: unknown, { add }: Mistakes): void {
  const visit = (node: unknown, pointer: string): void => {
    if (!isRecord(node) && !Array.isArray(node)) return;
    const target = isRecord(node) && !/\/properties$/.test(pointer) ? node.$ref : undefined;
    if (typeof target === 'string') checkTarget(target, `${pointer}/$ref`);
    for (const [key, value] of Object.entries(node)) {
      if (!['example', 'examples', 'const', 'enum'].includes(key) || /\/properties$/.test(pointer))
        visit(value, `${pointer}/${escapeToken(key)}`);
    }
  };
  const checkTarget = (target: string, pointer: string): void => {
    const problem = problemOf(document, target);
    if (problem !== undefined) add(pointer, `${target} ${problem}`);
  };
  visit(document, '');
}

/** What is wrong with a `$ref`; undefined where nothing is. */
function problemOf(document: unknown, target: string): string | undefined {
  if (!target.startsWith('#/'))
    return 'lies outside the document. Bundle it into one file first, for example with redocly bundle.';
  const seen = new Set<string>();
  for (let here = target.slice(1); ; ) {
    const node = at(document, decodeURI(here));
    if (node === undefined) return 'names nothing in the document.';
    if (!isRecord(node) || typeof node.$ref !== 'string' || !node.$ref.startsWith('#/')) return undefined;
    if (seen.has(here)) return 'leads round in a circle.';
    seen.add(here);
    here = node.$ref.slice(1);
  }
}

/** The pointers of a place and of everything that it refers to, directly or through others. */
export function reachedFrom(document: unknown, root: string): Set<string> {
  const reached = new Set<string>();
  const visit = (node: unknown): void => {
    if (!isRecord(node) && !Array.isArray(node)) return;
    if (isRecord(node) && typeof node.$ref === 'string') reach(decodeURI(node.$ref.slice(1)));
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
