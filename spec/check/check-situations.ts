// Notes the situations that the mock can bring about and that no response of the operation answers.

import type { OperationSource } from '../load/document-source.ts';
import { REFUSED_ROLES } from '../meaning/credential.ts';
import type { Operation, Situation } from '../meaning/operation.ts';
import { follow } from '../schema/schema-tree.ts';

export function checkSituations(source: OperationSource, operation: Operation): void {
  checkAnswers(source, operation);
  const { mistakes } = source;
  const missing = situationsOf(operation).filter((situation) => operation.refusals[situation] === undefined);
  if (missing.length === 0) return;
  mistakes.add(
    `${operation.pointer}/responses`,
    `No response answers ${missing.join(', ')}. Put x-when with ${missing.map((situation) => `${situation}: {}`).join(', ')} on the response that does${operation.error.code === undefined ? '' : ', each with its code'}.`,
  );
}

/** What the mock would answer in each situation keeps the schema of its response. */
function checkAnswers({ document, mistakes, error }: OperationSource, { pointer, refusals, reply }: Operation): void {
  for (const [situation, refusal] of Object.entries(refusals)) {
    const { status, code, message, messageAt, least } = refusal;
    const body = error.body({ code, message, messageAt, requestId: error.requestId?.example ?? '' }, least);
    const [broken] = reply(status)?.violations(body) ?? [];
    if (broken !== undefined)
      mistakes.add(
        `${follow(document, `${pointer}/responses/${status}`)}/x-when/${situation}`,
        `The answer to ${situation} does not keep the schema of ${status}: ${broken.pointer} must be ${broken.expected}; not ${JSON.stringify(broken.received)}.`,
      );
  }
}

/** What can happen to a call of the operation, from its security, its tenants and its parameters. */
function situationsOf({ security, tenants, parameters, list }: Operation): readonly Situation[] {
  const { alternatives, optional } = security;
  const roles = REFUSED_ROLES.filter((role) =>
    alternatives.some(({ scheme }) => scheme.credentials[role] !== undefined),
  );
  const refusable = parameters.some(
    ({ in: where, name, type, allowed, format, unmodelled }) =>
      where === 'query' &&
      !unmodelled &&
      !isCursor(list.paging, name) &&
      (type !== 'string' || allowed.length > 0 || format !== undefined),
  );
  const refusesCursors = list.paging.style === 'cursor' && list.paging.badCursor === 'refused';
  return [
    ...(alternatives.length === 0 || optional ? [] : (['no-credential'] as const)),
    ...(alternatives.length === 0 ? [] : (['wrong-credential'] as const)),
    ...roles,
    ...(tenants.length === 0 ? [] : (['unknown-tenant'] as const)),
    ...(tenants.some(({ foreign }) => foreign !== undefined) ? (['foreign-tenant'] as const) : []),
    ...(refusable || refusesCursors ? (['invalid-parameter'] as const) : []),
  ];
}

function isCursor(paging: Operation['list']['paging'], name: string): boolean {
  return paging.style === 'cursor' && paging.cursor === name;
}
