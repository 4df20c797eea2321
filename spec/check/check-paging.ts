// Notes what paging names and the operation does not have.

import type { OperationSource } from '../load/document-source.ts';
import type { Operation } from '../meaning/operation.ts';
import { typesOf } from '../read/member-types.ts';
import { leadsTo } from '../schema/schema-tree.ts';
import { didYouMean } from '../words/nearest-name.ts';

/** Notes the parameters and members of paging that are not there; `body` is the schema of the reply. */
export function checkPaging(source: OperationSource, { pointer, list, parameters }: Operation, body: string): void {
  const { document, mistakes } = source;
  const word = `${pointer}/x-list/paging`;
  const { style, tells } = list.paging;
  const query = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const named = Object.entries(list.paging).filter(([member]) =>
    ['cursor', 'limit', 'page', 'offset', 'after', 'before'].includes(member),
  );
  for (const [member, name] of named)
    if (!query.includes(String(name)))
      mistakes.add(
        `${word}/${member}`,
        `Paging by ${style} needs the query parameter ${name}, which the operation does not have.${didYouMean(String(name), query)}`,
      );
  if (list.paging.overMaximum !== undefined && list.size?.maximum === undefined)
    mistakes.add(`${word}/overMaximum`, 'overMaximum needs limit, whose schema has a maximum.');
  const inReply: [string, string | undefined][] = Object.entries(tells).map(([fact, place]) => [
    `tells/${fact}`,
    place,
  ]);
  const next = 'next' in list.paging ? list.paging.next : undefined;
  if (next !== undefined && 'value' in next) inReply.push(['next', next.value]);
  if (next !== undefined && 'url' in next) inReply.push(['next/url', next.url]);
  for (const [member, place] of inReply) {
    if (place === undefined) continue;
    if (!leadsTo(document, body, place))
      mistakes.add(`${word}/${member}`, `Paging by ${style} needs ${place}, and the reply has no such member.`);
    else if (overlaps(place, list.items))
      mistakes.add(
        `${word}/${member}`,
        `${place} overlaps the rows at ${list.items === '' ? 'the root' : list.items}.`,
      );
    else {
      const problem = typeProblem(member, typesOf(document, body, place).types);
      if (problem !== undefined) mistakes.add(`${word}/${member}`, `${place} ${problem}.`);
    }
  }
}

/** What is wrong with the types of a member of the reply that tells something of the page. */
function typeProblem(member: string, types: ReadonlySet<string>): string | undefined {
  if (types.size === 0) return undefined;
  const fits = (...wanted: readonly string[]) => wanted.some((type) => types.has(type));
  if (member === 'tells/more')
    return fits('boolean') ? undefined : 'tells whether more follows, so its type must be boolean';
  if (member === 'next/url') return fits('string') ? undefined : 'holds a URL, so its type must be string';
  if (member === 'next')
    return fits('string', 'integer') ? undefined : 'holds the next value, so its type must be string';
  return fits('integer', 'number') ? undefined : 'counts something, so its type must be integer';
}

/** Whether one pointer lies inside the other. */
function overlaps(one: string, other: string): boolean {
  return `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);
}
