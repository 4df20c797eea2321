// What the documents say of a call, and that they say nothing where they do not: only what is documented can be broken.
import { type Filter, kindOf, passes, type Situation } from '../../../spec/index.ts';
import type { Asked } from './asked.ts';
import { schemeOf, type Who } from './caller.ts';
import { isLeftOpen } from './open-clauses.ts';
import { valuesOf } from './scene.ts';

/** Served with its rows, served without rows or refused, served like a call without a cursor; or refused. */
export type Outcome = 'served' | 'nothing' | 'first page' | 'open' | readonly Situation[];

export function outcomeOf(asked: Asked): Outcome {
  const refusals = [callerRefused(asked), tenantRefused(asked)].filter((each) => each !== undefined);
  const [refusal] = refusals;
  // Which refusal wins is documented by nobody.
  if (refusals.length > 1) return 'open';
  const listed = listedOutcome(asked);
  // Which of an undocumented value, or an id that nothing has, and a wrong key wins is open too; a cursor is no fault of the call.
  const isFaulty = listed === 'open' || listed === 'nothing' || Array.isArray(listed);
  if (refusal !== undefined) return isFaulty ? 'open' : refusal;
  return listed;
}

const WITHOUT_KEY: readonly Situation[] = ['no-credential', 'wrong-credential'];

/** The documents do not part a key that is missing from one that stands in the wrong place. */
const BY_CALLER: Readonly<Partial<Record<Who, readonly Situation[] | 'served'>>> = {
  valid: 'served',
  nobody: WITHOUT_KEY,
  'an empty key': WITHOUT_KEY,
  'the key in the query': WITHOUT_KEY,
  'the key in another header': WITHOUT_KEY,
  'the key under another scheme': WITHOUT_KEY,
  'revoked-credential': ['revoked-credential'],
  'insufficient-scope': ['insufficient-scope'],
  'insufficient-plan': ['insufficient-plan'],
};

function callerRefused({ scene, who }: Asked): readonly Situation[] | 'open' | undefined {
  const clauses = schemeOf(scene)?.clauses ?? [];
  if (who === 'the key in another header' && isLeftOpen(scene, who, clauses)) return 'open';
  const situations = BY_CALLER[who] ?? (['wrong-credential'] satisfies readonly Situation[]);
  return situations === 'served' ? undefined : situations;
}

function tenantRefused({ tenant }: Asked): readonly Situation[] | 'open' | undefined {
  if (tenant === 'own') return undefined;
  if (tenant === 'foreign') return ['foreign-tenant'];
  // An id in a form that the vendor never gave may be refused as malformed.
  return tenant === 'like own' ? ['unknown-tenant'] : 'open';
}

function listedOutcome(asked: Asked): Outcome {
  const { scene, cursor, offset, kept } = asked;
  const { filters, list } = scene.operation;
  if (!isSizeDocumented(asked) || filters.some((filter) => !isValueDocumented(asked, filter))) return 'open';
  if (cursor !== undefined && cursor.kind !== 'genuine') {
    const { paging } = list;
    // A cursor under other filters than those that it was issued for may go on, begin anew or be refused.
    if (cursor.kind === 'of another query' || paging.style !== 'cursor' || paging.badCursor === 'open') return 'open';
    return paging.badCursor === 'refused' ? ['invalid-parameter'] : 'first page';
  }
  // What stands behind the last page is documented by nobody.
  if (offset === undefined || offset < 0 || (offset > 0 && offset >= kept.length)) return 'open';
  return filters.some((filter) => isUnknown(asked, filter)) ? 'nothing' : 'served';
}

function isSizeDocumented({ scene, query, size }: Asked): boolean {
  const { paging, size: bounds } = scene.operation.list;
  const sent = paging.limit === undefined ? [] : query.getAll(paging.limit);
  if (sent.length === 0 || bounds === undefined) return sent.length === 0;
  const isWhole = sent.length === 1 && /^\d+$/.test(sent[0] ?? '');
  return isWhole && size >= bounds.minimum && size <= (bounds.maximum ?? size);
}

function isValueDocumented({ scene, query }: Asked, filter: Filter): boolean {
  const texts = query.getAll(filter.name);
  if (texts.length === 0) return true;
  // What an empty value does, and a single-valued parameter that is sent twice, is not said.
  if (texts.includes('') || (texts.length > 1 && !filter.many)) return false;
  if (filter.allowed.length > 0 && texts.some((text) => !filter.allowed.map(String).includes(text))) return false;
  // A flag is documented for the value that restricts; the others may restrict in their own way.
  if (filter.when !== undefined && texts[0] !== String(filter.when)) return false;
  if (kindOf(filter) !== 'instant') return true;
  const isPlain = texts.every((text) => /T\d\d:\d\d:\d\dZ$/.test(text));
  return isPlain || !isLeftOpen(scene, 'instants in another zone or precision', filter.clauses);
}

/** Whether the values of the filter are ids, of which the contract lists none. */
export const isId = (filter: Filter): boolean => filter.allowed.length === 0 && kindOf(filter) === 'identity';

/** Whether the call names something by id that no row has: an empty list is right, and so is a refusal. */
function isUnknown({ scene, query }: Asked, filter: Filter): boolean {
  const values = valuesOf(scene, query, filter);
  return isId(filter) && values.length > 0 && scene.rows.every((row) => !passes(filter, row, values));
}
