// What says where a page stands.
import { placeParameter } from '../../../spec/index.ts';
import { clausesOn, mustsOf, type Scope } from '../check.ts';

/** The check that holds where a page stands. */
export const PLACE = 'page-arithmetic';

/** What is held of the parameter that says where a page stands, in musts; all that is said of it where nothing is. */
export function placeClauses(scope: Scope): readonly string[] {
  const { operation } = scope;
  const name = placeParameter(operation.list.paging);
  const said = operation.parameters.find((each) => each.name === name)?.clauses ?? [];
  const own = mustsOf(scope, clausesOn(PLACE, scope, said));
  return own.length > 0 ? own : mustsOf(scope, said);
}
