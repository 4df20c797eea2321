// Walks through the parts of a document: what is contract, and not data; and which keys are names that its author chose.
import { escapeToken, isRecord } from '../schema/pointer.ts';

/** Members whose values are data: an x- key or a $ref inside them is just a key. */
const DATA = new Set(['example', 'examples', 'default', 'const', 'enum', 'value']);

/** Members whose keys are names: `default` is a response there, and `example` a property. */
const NAME_MAPS = new Set([
  'paths',
  'webhooks',
  'pathItems',
  'callbacks',
  'responses',
  'headers',
  'content',
  'links',
  'schemas',
  'parameters',
  'requestBodies',
  'securitySchemes',
  'examples',
  'properties',
  'patternProperties',
  'dependentSchemas',
  '$defs',
]);

/** Of these, those whose x- keys are words all the same. */
const EXTENSIBLE = new Set(['paths', 'responses', 'webhooks', 'callbacks']);

/** One member of a part. */
export type Member = {
  readonly key: string;
  readonly value: unknown;
  /** JSON Pointers to the part and to the member. */
  readonly part: string;
  readonly pointer: string;
  /** Whether the key is a name. */
  readonly named: boolean;
};

/** Visits every member of every part; `visit` says whether what stands below it is visited too. */
export function visitMembers(root: unknown, visit: (member: Member) => boolean): void {
  const enter = (node: unknown, part: string, map: string | undefined): void => {
    if (!isRecord(node) && !Array.isArray(node)) return;
    for (const [key, value] of Object.entries(node)) {
      const pointer = `${part}/${escapeToken(key)}`;
      const named = map !== undefined && !(key.startsWith('x-') && EXTENSIBLE.has(map));
      // A list of examples is data; a mapping of them has a name and a description for each.
      const isData = !named && DATA.has(key) && !(key === 'examples' && isRecord(value));
      if (!visit({ key, value, part, pointer, named }) || isData) continue;
      enter(value, pointer, !named && isRecord(value) && isRecord(node) && NAME_MAPS.has(key) ? key : undefined);
    }
  };
  enter(root, '', undefined);
}
