// Refusals of calls that were right when they were planned: rows go, and what is left open of what is not there is open then, too.
import { placeParameter, type QueryPair, type Row } from '../../../spec/index.ts';
import { type Exchange, isList } from '../../http/exchange.ts';
import { argumentsIn, isId, passesAll } from '../../walk/filter-arguments.ts';
import { isNumbered, placeOf, readPage } from '../../walk/page.ts';

/** Whether a 4xx may answer the call: no row has the ids that it names, or its page stands behind the last; `all` came in this order. */
export function mayBeRefused(exchange: Exchange, rows: readonly Row[], all: readonly Exchange[]): boolean {
  if (exchange.status < 400 || exchange.status >= 500) return false;
  return findsNothing(exchange, rows) || isBehindTheLast(exchange, all);
}

/** Whether the call names ids, and no row passes all that it asks. */
function findsNothing({ request: { operation, query } }: Exchange, rows: readonly Row[]): boolean {
  const args = argumentsIn(operation, query);
  return args.some(({ filter }) => isId(filter)) && !rows.some((row) => passesAll(args, row));
}

/** Whether the pages before a numbered one, asked for later, come to an end. */
function isBehindTheLast({ request }: Exchange, all: readonly Exchange[]): boolean {
  const { operation, query } = request;
  const { paging } = operation.list;
  const { number, offset } = placeOf(request);
  if (!isNumbered(operation) || offset === 0) return false;
  const place = placeParameter(paging);
  const others = withoutPlace(query, place);
  const since = all.slice(all.findIndex((each) => each.request === request) + 1).filter(isList);
  return since.some((later) => {
    if (later.request.operation !== operation || withoutPlace(later.request.query, place) !== others) return false;
    const { next, told } = readPage(later);
    const before = placeOf(later.request);
    const isEarlier = paging.style === 'page' ? before.number < number : before.offset < offset;
    return isEarlier && (next === undefined || (told.total !== undefined && told.total <= offset));
  });
}

const withoutPlace = (query: readonly QueryPair[], place: string | undefined): string =>
  JSON.stringify(query.filter(([name]) => name !== place).sort());
