// The statements that the bodies of replies put to the test, by the schema of each.
import { type Exchange, isList } from '../../http/exchange.ts';

/** Of every list and every refusal that is a JSON document: what is no document is held against no schema. */
export function exercisedByBodies(exchanges: readonly Exchange[]): readonly string[] {
  const found = new Set<string>();
  for (const exchange of exchanges) {
    const { status, problem, body, request } = exchange;
    const isJudged = isList(exchange) || (problem === undefined && status >= 400 && status < 500);
    if (!isJudged) continue;
    for (const id of request.operation.reply(status)?.exercised(body, found) ?? []) found.add(id);
  }
  return [...found];
}
