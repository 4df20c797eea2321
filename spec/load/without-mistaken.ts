// A document as it is read when something is wrong with what concerns all of its operations.
import { escapeToken, isRecord } from '../schema/pointer.ts';
import type { Node } from './document-source.ts';
import type { Mistakes } from './mistakes.ts';

/** Stands for a security scheme in which something is wrong. */
const ANY_SCHEME = { type: 'http', scheme: 'bearer' };

/** The document without the mistaken members of its root, and with a plain scheme for each mistaken one. */
export function withoutMistaken(document: Node, { touch, count }: Mistakes): Node {
  if (count() === 0) return document;
  const root = Object.fromEntries(
    Object.entries(document).filter(
      ([key]) => ['paths', 'components'].includes(key) || !touch([`/${escapeToken(key)}`]),
    ),
  );
  const { components } = root;
  if (!isRecord(components) || !isRecord(components.securitySchemes)) return root;
  const schemes = Object.entries(components.securitySchemes).map(([name, scheme]) => [
    name,
    touch([`/components/securitySchemes/${escapeToken(name)}`]) ? ANY_SCHEME : scheme,
  ]);
  return { ...root, components: { ...components, securitySchemes: Object.fromEntries(schemes) } };
}
