// Reads how many calls a key may make.
import type { DocumentSource } from '../load/document-source.ts';
import type { Operation } from '../meaning/operation.ts';
import type { RateLimit } from '../meaning/rate-limit.ts';
import { follow, jsonSchemaOf, leadsTo } from '../schema/schema-tree.ts';

/** Seconds, where the document does not say. */
const MINUTE = 60;

/** The limit, where the document has one; each list must have a refusal for it, and the place where calls left are told. */
export function readRateLimit(
  { document, mistakes }: DocumentSource,
  operations: readonly Operation[],
): RateLimit | undefined {
  const stated = document['x-rate-limit'] as Partial<RateLimit> | undefined;
  if (stated?.tiers === undefined) return undefined;
  for (const { id, pointer, refusals } of operations) {
    if (refusals['rate-limited'] === undefined)
      mistakes.add('/x-rate-limit', `${id} has no response for it. Give one of its responses x-when: rate-limited.`);
    const schema = jsonSchemaOf(document, follow(document, `${pointer}/responses/200`));
    if (stated.remaining !== undefined && schema !== undefined && !leadsTo(document, schema, stated.remaining))
      mistakes.add('/x-rate-limit/remaining', `The list of ${id} has no member at ${stated.remaining}.`);
  }
  return { window: MINUTE, ...stated, tiers: stated.tiers };
}
