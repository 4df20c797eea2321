// A documented page size that is not answered with a list.
import type { Evidence } from '../../evidence/evidence.ts';
import { isList } from '../../http/exchange.ts';
import type { Flaw } from '../../verdict/finding.ts';
import { describe } from '../../walk/filter-arguments.ts';
import { sizeParameter } from '../../walk/page.ts';
import { flawsAbout } from '../check.ts';

/** What is wrong where this size is refused, though the same comes in other sizes; `which` is what the documentation calls it. */
export function refusedSizeFlaws(
  checkId: string,
  evidence: Evidence,
  size: number | undefined,
  which: 'smallest' | 'largest',
): Flaw[] {
  const { operation, walks } = evidence;
  const answered = walks.filter((walk) => walk.size !== size && walk.pages.some(({ exchange }) => isList(exchange)));
  if (size === undefined) return [];
  const parameter = sizeParameter(operation) ?? '';
  // What is not answered at all is told as that.
  const refused = walks.filter(
    (walk) =>
      walk.stop === 'refused' &&
      walk.size === size &&
      // What else is asked may be what is refused, where it was never answered.
      answered.some(({ args }) => walk.args.length === 0 || describe(args) === describe(walk.args)) &&
      walk.pages.every(({ exchange }) => exchange.request.expect === 'list' && exchange.status !== 0),
  );
  return refused.map(({ pages }) => {
    const exchanges = pages.map(({ exchange }) => exchange);
    const flaw = flawsAbout(checkId, evidence, { subject: parameter, exchanges });
    const message = `the ${which} ${parameter} is not answered with a list`;
    return flaw(message, 'status 200', `status ${exchanges.at(-1)?.status}`);
  });
}
