// A documented page size that is not answered with a list.
import type { Evidence } from '../../evidence/evidence.ts';
import { hasMoved, isRefusedById } from '../../evidence/passing-refusals.ts';
import { type Exchange, isList } from '../../http/exchange.ts';
import type { Flaw } from '../../verdict/finding.ts';
import { describe } from '../../walk/filter-arguments.ts';
import { type Page, sizeParameter } from '../../walk/page.ts';
import type { Walk } from '../../walk/walk.ts';
import { flawsAbout } from '../check.ts';
import { mayBeRefused } from '../replies/open-refusals.ts';
import { type RefusalCause, refusalCauses } from '../replies/refusal-cause.ts';

/** What is wrong where this size is refused, though the same comes in other sizes; `which` is what the documentation calls it. */
export function refusedSizeFlaws(
  checkId: string,
  evidence: Evidence,
  size: number | undefined,
  which: 'smallest' | 'largest',
): Flaw[] {
  const { operation, walks, snapshot } = evidence;
  if (size === undefined) return [];
  const isServed = ({ pages }: Walk) => pages.some(({ exchange }) => isList(exchange));
  const served = walks.filter((walk) => walk.size !== size && isServed(walk));
  // What is not answered at all, or with what cannot be read, is told as that, and so is a later page: the size has been answered
  // there.
  const all = walks.filter(
    ({ stop, pages, size: asked }) =>
      stop === 'refused' && asked === size && pages.length === 1 && (pages[0]?.exchange.status ?? 0) >= 300,
  );
  const isDue = ({ exchange }: Page) =>
    exchange.request.expect === 'list' &&
    !(isRefusedById(exchange) && hasMoved(evidence)) &&
    !mayBeRefused(exchange, snapshot.rows, evidence.exchanges) &&
    isOfSize(exchange, evidence);
  const refused = all.filter(({ pages }) => pages.every(isDue));
  const isServedOtherwise = ({ args }: Walk) =>
    served.some((walk) => args.length === 0 || describe(walk.args) === describe(args));
  // What else is asked may be what is refused, where it was never answered: unless this size never is, whatever is asked beside
  // it, and all that is asked beside it is answered in other sizes.
  const isNeverServed = !walks.some((walk) => walk.size === size && isServed(walk));
  const besides = new Set(all.map(({ args }) => describe(args)));
  const filters = new Set(served.flatMap(({ args }) => args.map(({ filter }) => filter)));
  const isKnown = refused.every(({ args }) => args.every(({ filter }) => filters.has(filter)));
  const blamed = isNeverServed && isKnown && besides.size > 1 ? refused : refused.filter(isServedOtherwise);
  const parameter = sizeParameter(operation) ?? '';
  return blamed.map(({ pages }) => {
    const exchanges = pages.map(({ exchange }) => exchange);
    const flaw = flawsAbout(checkId, evidence, { subject: parameter, exchanges });
    const message = `the ${which} ${parameter} is not answered with a list`;
    return flaw(message, 'status 200', `status ${exchanges.at(-1)?.status}`);
  });
}

/** Whether it may be the size that is refused. */
function isOfSize(exchange: Exchange, { operation, exchanges }: Evidence): boolean {
  const causes = refusalCauses(exchange, exchanges);
  const isSize = (cause: RefusalCause) => cause.some(({ parameter }) => parameter.name === sizeParameter(operation));
  return causes.length === 0 || causes.some(isSize);
}
