// Notes what paging names and the operation does not have.
import type { Operation } from '../meaning/operation.ts';
import { tokensOf } from '../schema/pointer.ts';
import { childSchemas } from '../schema/schema-tree.ts';
import type { OperationSource } from './document-source.ts';
import { didYouMean } from './nearest-name.ts';

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
  const stands = (place: string) => {
    let places = [body];
    for (const token of tokensOf(place)) places = places.flatMap((each) => childSchemas(document, each, token));
    return places.length > 0;
  };
  const inReply: [string, string | undefined][] = Object.entries(tells).map(([fact, place]) => [
    `tells/${fact}`,
    place,
  ]);
  const next = 'next' in list.paging ? list.paging.next : undefined;
  if (next !== undefined && 'value' in next) inReply.push(['next', next.value]);
  if (next !== undefined && 'url' in next) inReply.push(['next/url', next.url]);
  for (const [member, place] of inReply) {
    if (place === undefined) continue;
    if (!stands(place))
      mistakes.add(`${word}/${member}`, `Paging by ${style} needs ${place}, and the reply has no such member.`);
    else if (overlaps(place, list.items))
      mistakes.add(
        `${word}/${member}`,
        `${place} overlaps the rows at ${list.items === '' ? 'the root' : list.items}.`,
      );
  }
}

/** Whether one pointer lies inside the other. */
function overlaps(one: string, other: string): boolean {
  return `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);
}
