// What the calls that a list answered show of what may be asked: which values it takes, and what may be left out.
import { type Operation, type Parameter, readValues } from '../../../spec/index.ts';
import { type Exchange, isList } from '../../http/exchange.ts';

type Calls = {
  readonly operation: Operation;
  readonly exchanges: readonly Exchange[];
  /** The clauses that are asked for. */
  readonly held: readonly string[];
};

/** The clauses, among those held, that calls put to the test which were answered with a list. */
export function exercisedByCalls({ operation, exchanges, held }: Calls): readonly string[] {
  const served = exchanges.filter(isList);
  if (served.length === 0) return [];
  const list = operation.reply(200);
  const taken = operation.parameters.filter((parameter) => takesItsValues(parameter, served));
  const optional = operation.parameters.filter((parameter) => parameter.in === 'query' && !parameter.required);
  const leftOut = optional.every((parameter) => served.some((exchange) => sent(parameter, exchange).length === 0));
  return [
    ...(list?.replyClauses ?? []),
    ...(list?.mediaClauses ?? []),
    ...taken.flatMap(({ clauses }) => clauses),
    ...(leftOut ? clausesOfBareCall(operation, held) : []),
  ].filter((id) => held.includes(id));
}

/** The clauses, among those held, that hang on no part: they speak of the call with nothing but what it needs. */
export function clausesOfBareCall(operation: Operation, held: readonly string[]): readonly string[] {
  const onParts = partClauses(operation);
  return held.filter((id) => !onParts.has(id));
}

function partClauses(operation: Operation): ReadonlySet<string> {
  const replies = operation.statuses.flatMap((status) => operation.reply(status) ?? []);
  return new Set([
    ...replies.flatMap((reply) => [...reply.clauses, ...reply.replyClauses, ...reply.mediaClauses]),
    ...operation.parameters.flatMap(({ clauses }) => clauses),
  ]);
}

/** Whether every listed value, or any where none is listed, was answered. */
function takesItsValues(parameter: Parameter, served: readonly Exchange[]): boolean {
  const values = new Set(served.flatMap((exchange) => sent(parameter, exchange)));
  return parameter.allowed.length === 0
    ? values.size > 0
    : parameter.allowed.every((value) => values.has(String(value)));
}

/** The values of a parameter in a call. */
function sent(parameter: Parameter, { request }: Pick<Exchange, 'request'>): readonly string[] {
  return readValues(
    parameter,
    request.query.filter(([name]) => name === parameter.name).map(([, value]) => value),
  );
}
