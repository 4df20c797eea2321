// Notes what is well-formed and stands for nothing: a name that no parameter, member or list has, a test on a member that
// cannot pass it, a situation that nothing answers.

import type { OperationSource } from '../load/document-source.ts';
import { filterTests } from '../meaning/filter-tests.ts';
import type { Operation } from '../meaning/operation.ts';
import { lacks, typesOf, unlike } from '../read/member-types.ts';
import { listParameters } from '../read/read-list.ts';
import type { ReadParameter } from '../read/read-parameters.ts';
import { withValue } from '../schema/pointer.ts';
import { follow } from '../schema/schema-tree.ts';
import { checkFilter } from './check-filter.ts';
import { checkPaging } from './check-paging.ts';
import { checkSituations } from './check-situations.ts';

/** Notes every mistake in the meaning of one operation; `body` is the schema of its 200. */
export function checkOperation(
  source: OperationSource,
  operation: Operation,
  parameters: readonly ReadParameter[],
  body: string,
): void {
  checkMembers(source, operation);
  checkPaging(source, operation, body);
  checkParameters(source, operation, parameters);
  checkPath(source, operation);
  checkRules(source, operation);
  checkSituations(source, operation);
  checkEnvelope(source, operation, body);
}

function checkMembers(source: OperationSource, operation: Operation): void {
  const { key, unique, order, sorting } = operation.list;
  const word = `${operation.pointer}/x-list`;
  const named = [
    ['key', key],
    ...unique.map((member, index) => [`unique/${index}`, member]),
    ...(order?.keys ?? []).map(({ field }, index) => [`order/by/${index}`, field]),
  ] as const;
  for (const [place, member = ''] of named) note(source, operation, `${word}/${place}`, member);
  for (const [value, keys] of sorting?.orders?.byValue ?? [])
    for (const { field } of keys)
      note(source, operation, `${operation.pointer}/parameters`, field, `${sorting?.orders?.name}=${value}: `);
}

function note(source: OperationSource, operation: Operation, place: string, member: string, before = ''): void {
  const missing = lacks(source.document, operation, member);
  if (missing !== undefined)
    source.mistakes.add(place, before === '' ? missing.replace('a row', 'A row') : `${before}${missing}`);
}

function checkParameters(source: OperationSource, operation: Operation, parameters: readonly ReadParameter[]): void {
  const { mistakes } = source;
  const ofList = new Set(listParameters(operation.list));
  for (const { parameter, node, place, filter } of parameters) {
    const { name } = parameter;
    const meanings = [filter !== undefined, ofList.has(name), parameter.unmodelled, 'x-tenant' in node].filter(
      Boolean,
    ).length;
    if (meanings > 1)
      mistakes.add(
        place,
        `${name} has several meanings. Keep one of x-filter, x-sort, x-tenant, x-unmodelled and x-list.paging.`,
      );
    if (parameter.in === 'query' && meanings === 0)
      mistakes.add(
        place,
        `${name} has no meaning. Give it x-filter or x-sort, name it in x-list.paging, or say in x-unmodelled why it has none.`,
      );
    if (
      parameter.required &&
      parameter.in !== 'path' &&
      meanings > 0 &&
      !('x-tenant' in node) &&
      parameter.example === undefined &&
      parameter.default === undefined &&
      parameter.unmodelled
    )
      mistakes.add(place, `${name} is required and unmodelled, so it needs an example, which is always sent.`);
    if (filter !== undefined) checkFilter(source, operation, filter, { parameter, node, place });
  }
}

/** Every parameter of the path is there, and says whose rows it chooses. */
function checkPath({ mistakes }: OperationSource, { path, pointer, parameters, tenants }: Operation): void {
  // A parameter that could not be read is there all the same.
  if (mistakes.touch([`${pointer}/parameters`, `${pointer.slice(0, pointer.lastIndexOf('/'))}/parameters`])) return;
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '');
  const stated = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
  for (const name of names.filter((each) => !stated.includes(each)))
    mistakes.add(`${pointer}/parameters`, `The path has {${name}}, and no path parameter of that name.`);
  for (const name of stated.filter((each) => !names.includes(each)))
    mistakes.add(`${pointer}/parameters`, `The path has no {${name}}, and there is a path parameter of that name.`);
  const chosen = new Set(tenants.map(({ parameter }) => parameter));
  for (const { name, example } of parameters.filter(
    (parameter) => parameter.in === 'path' && !chosen.has(parameter.name),
  ))
    if (names.includes(name) && example === undefined)
      mistakes.add(
        `${pointer}/parameters`,
        `The path parameter ${name} needs x-tenant, or an example that is always sent.`,
      );
}

/** Both members of a rule are there, and of a type that the test can compare. */
function checkRules(source: OperationSource, operation: Operation): void {
  const { document, mistakes } = source;
  for (const [index, { field, test, other }] of operation.rules.entries()) {
    const place = `${operation.rowSchema}/x-rule/${index}`;
    for (const member of [field, other]) {
      note(source, operation, place, member);
      const { types, formats } = typesOf(document, operation.rowSchema, member);
      const problem = unlike(filterTests[test].kind, types, formats);
      if (problem !== undefined) mistakes.add(place, `The rule compares with ${test}, but ${member} ${problem}.`);
    }
  }
}

/** What the mock writes around the rows keeps the schema of the reply. */
function checkEnvelope(
  { mistakes, document }: OperationSource,
  { list, envelope, reply }: Operation,
  body: string,
): void {
  const { paging, items } = list;
  const next = 'next' in paging && paging.next !== undefined ? Object.values(paging.next) : [];
  const written = [items, ...next, ...Object.values(paging.tells)];
  const [broken] = (reply(200)?.violations(withValue(structuredClone(envelope), items, [])) ?? []).filter(
    ({ pointer }) => !written.some((place) => pointer === place || pointer.startsWith(`${place}/`)),
  );
  if (broken === undefined || items === '') return;
  mistakes.add(
    follow(document, body),
    `${broken.pointer} must be ${broken.expected}, and the mock knows no such value. Give its schema an example.`,
  );
}
