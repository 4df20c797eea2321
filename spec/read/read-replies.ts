// Reads the replies of an operation: their schemas, and the situations that each answers.

import type { Node, OperationSource } from '../load/document-source.ts';
import type { Refusal, RetryAfter, Situation } from '../meaning/operation.ts';
import { documentKey } from '../schema/document-key.ts';
import { minimalValue } from '../schema/minimal-value.ts';
import { at, escapeToken, isRecord } from '../schema/pointer.ts';
import { compileReply, type ReplySchema } from '../schema/reply-schema.ts';
import { follow, jsonSchemaOf, leadsTo } from '../schema/schema-tree.ts';
import { clausesOn } from './citation.ts';
import { messageIn } from './read-error.ts';
import { isBeyondReach, replyHolders, situationHolders, UNOBSERVABLE } from './statements.ts';

/** The replies by status, `default` among them; `rows` is where they stand in the reply that lists them. */
export function readReplies(source: OperationSource, rows: string): ReadonlyMap<string, ReplySchema> {
  const replies = new Map<string, ReplySchema>();
  for (const status of statusesOf(source)) {
    const place = `${source.pointer}/responses/${status}`;
    const pointer = follow(source.document, place);
    const isError = status !== '200';
    const unreached = isError && isBeyondReach(Object.keys(at(source.document, `${pointer}/x-when`) ?? {}));
    const own = {
      place,
      holder: unreached ? UNOBSERVABLE : isError ? replyHolders.error : replyHolders.body,
      statement: `A reply with the status ${status} has the documented body.`,
    };
    const body = jsonSchemaOf(source.document, pointer);
    if (body === undefined && !isError) {
      source.mistakes.add(place, 'The reply needs a schema for application/json.');
      continue;
    }
    try {
      replies.set(
        status,
        compileReply({
          ...source,
          pointer,
          body,
          rows: isError ? undefined : rows,
          fallback: { clauses: source.cite.of({}, own), level: !isError || source.binding ? 'must' : 'should' },
          keep: source.cite.concerning,
          headerClauses: (node, name) =>
            source.cite.of(node, {
              place: `${place}/headers/${name}`,
              holder: unreached ? UNOBSERVABLE : replyHolders.header,
              statement: `The header ${name} is as documented.`,
            }),
        }),
      );
    } catch (cause) {
      source.mistakes.add(
        placeOfTrouble(source, [body ?? pointer, ...headerSchemas(source, pointer)], cause as Error),
        `The schema does not compile: ${(cause as Error).message}.`,
      );
    }
  }
  return replies;
}

/** The schemas of a response's headers. */
function headerSchemas({ document }: OperationSource, response: string): string[] {
  const declared = at(document, `${response}/headers`);
  return Object.keys(isRecord(declared) ? declared : {}).map(
    (header) => `${follow(document, `${response}/headers/${escapeToken(header)}`)}/schema`,
  );
}

/** The innermost schema that does not compile by itself: where the trouble is, and not where it is used. */
function placeOfTrouble(
  { ajv, name, document }: OperationSource,
  [body = '', ...headers]: readonly string[],
  { message }: Error,
): string {
  const named = /schema .*#(\/[^"' ]+)/.exec(message)?.[1];
  if (named !== undefined && at(document, decodeURI(named)) !== undefined) return decodeURI(named);
  const fails = (pointer: string): boolean => {
    try {
      ajv.getSchema(`${documentKey(name)}#${encodeURI(pointer)}`);
      return false;
    } catch {
      return true;
    }
  };
  const seen = new Set<string>();
  const innermost = (pointer: string): string => {
    const here = follow(document, pointer);
    if (seen.has(here)) return here;
    seen.add(here);
    const node = at(document, here);
    const inner = isRecord(node)
      ? [
          ...Object.keys(isRecord(node.properties) ? node.properties : {}).map(
            (member) => `${here}/properties/${escapeToken(member)}`,
          ),
          ...(isRecord(node.items) ? [`${here}/items`] : []),
          ...['allOf', 'anyOf', 'oneOf'].flatMap((word) =>
            Array.isArray(node[word]) ? node[word].map((_, index) => `${here}/${word}/${index}`) : [],
          ),
        ]
      : [];
    const broken = inner.find(fails);
    return broken === undefined ? here : innermost(broken);
  };
  return innermost([body, ...headers].find((place) => fails(follow(document, place))) ?? body);
}

function statusesOf({ document, pointer }: OperationSource): readonly string[] {
  const responses = at(document, `${pointer}/responses`);
  return Object.keys(isRecord(responses) ? responses : {}).filter((status) => /^(\d{3}|default)$/.test(status));
}

type StatedRefusal = { code?: string; message?: string; accept?: string[]; observed?: true; 'x-clause'?: string[] };

/** What each situation answers. */
export function readRefusals(source: OperationSource): Partial<Record<Situation, Refusal>> {
  const { document, pointer, mistakes, cite } = source;
  const refusals: Partial<Record<Situation, Refusal>> = {};
  const responses = at(document, `${pointer}/responses`);
  for (const range of Object.keys(isRecord(responses) ? responses : {}).filter((status) => /^\dXX$/.test(status)))
    if (at(document, `${follow(document, `${pointer}/responses/${range}`)}/x-when`) !== undefined)
      mistakes.add(
        `${pointer}/responses/${range}`,
        `x-when needs one status. Copy ${range} to the statuses that answer.`,
      );
  for (const status of statusesOf(source)) {
    const place = follow(document, `${pointer}/responses/${status}`);
    const response = at(document, place) as Node;
    const body = jsonSchemaOf(document, place);
    const situations = (response['x-when'] ?? {}) as Partial<Record<Situation, StatedRefusal>>;
    for (const [name, stated] of Object.entries(situations)) {
      const situation = name as Situation;
      if (!/^[45]/.test(status))
        mistakes.add(`${place}/x-when`, `${situation} needs a status of its own, 400 to 599; not ${status}.`);
      else if (refusals[situation] !== undefined)
        mistakes.add(`${place}/x-when/${situation}`, `Another response of ${pointer} already answers ${situation}.`);
      else if (source.error.code !== undefined && stated.code === undefined)
        mistakes.add(
          `${place}/x-when/${situation}`,
          `${situation} needs the code that stands at ${source.error.code}.`,
        );
      const own = {
        place: `${pointer}/responses/${status}/x-when/${situation}`,
        holder: situationHolders[situation],
        statement: `${situation} is answered with the status ${status}.`,
      };
      refusals[situation] = {
        status: Number(status),
        code: stated.code,
        accept: stated.accept ?? [],
        message: stated.message ?? String(response.description ?? situation),
        least: body === undefined ? undefined : minimalValue(document, body),
        ...(body === undefined ? {} : messageIn(document, body)),
        observed: stated.observed === true,
        clauses: cite.of({ 'x-clause': stated['x-clause'] ?? clausesOn(response) }, own),
      };
    }
  }
  return refusals;
}

/** Where a refusal for too many calls says in its body how long to wait. */
export function readRetryAfter(
  { document, pointer, mistakes }: OperationSource,
  refusal: Refusal | undefined,
): RetryAfter | undefined {
  if (refusal === undefined) return undefined;
  const place = follow(document, `${pointer}/responses/${refusal.status}`);
  const stated = at(document, `${place}/x-retry-after`) as { body: string; pattern?: string } | undefined;
  if (stated === undefined) return undefined;
  const { body, pattern } = stated;
  const schema = jsonSchemaOf(document, place);
  if (schema !== undefined && !leadsTo(document, schema, body))
    mistakes.add(`${place}/x-retry-after/body`, `The response has no member at ${body}.`);
  if (pattern !== undefined) checkPattern(pattern, `${place}/x-retry-after/pattern`, mistakes);
  return { pointer: body, ...(pattern === undefined ? {} : { pattern }) };
}

function checkPattern(pattern: string, place: string, mistakes: OperationSource['mistakes']): void {
  try {
    const groups = new RegExp(`${pattern}|`).exec('')?.length ?? 0;
    if (groups < 2) mistakes.add(place, `${pattern} needs a group around the seconds: (\\d+).`);
  } catch {
    mistakes.add(place, `${pattern} is no regular expression.`);
  }
}
