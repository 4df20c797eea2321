// The media type of a reply that can be read as JSON.
import { type ReplySchema, strictest } from '../../../spec/index.ts';
import { type Exchange, isList } from '../../http/exchange.ts';
import type { Flaw } from '../../verdict/finding.ts';
import type { Scope } from '../check.ts';

/** What is wrong with the media type of a reply; nothing where the documents say nothing of it. */
export function mediaTypeFlaws(
  { register }: Pick<Scope, 'register'>,
  reply: ReplySchema | undefined,
  exchange: Exchange,
): Flaw[] {
  const { mediaClauses = [], mediaType } = reply ?? {};
  const type = exchange.headers['content-type'];
  const message = faultOf(type, mediaType);
  if (message === undefined || mediaClauses.length === 0) return [];
  // The document is there and can be read: it breaks what is said of its media type, if anything is.
  const level = type === undefined || strictest(register, mediaClauses) !== 'must' ? 'should' : 'must';
  const [expected, received] = [mediaType ?? JSON_TYPE, type ?? 'no Content-Type'];
  return [{ subject: 'media type', clauses: mediaClauses, level, message, expected, received, exchanges: [exchange] }];
}

/** What is said of the media type, where a reply without a JSON document names another. */
export function brokenByType(reply: ReplySchema | undefined, { headers }: Exchange): readonly string[] {
  const type = headers['content-type'];
  return type !== undefined && faultOf(type, reply?.mediaType) !== undefined ? (reply?.mediaClauses ?? []) : [];
}

/** The media types of lists that are not the documented one, and are read as JSON all the same. */
export function otherMediaTypes({ operation }: Pick<Scope, 'operation'>, exchanges: readonly Exchange[]): string[] {
  const types = exchanges.filter(isList).map(({ headers }) => headers['content-type']);
  const others = types.filter((type) => faultOf(type, operation.reply(200)?.mediaType) !== undefined);
  return [...new Set(others)].map((type) => `lists come as ${type ?? 'JSON without a media type'}`);
}

const JSON_TYPE = 'application/json';

function faultOf(type: string | undefined, documented: string = JSON_TYPE): string | undefined {
  if (type === undefined) return 'a JSON document comes without a media type';
  const [received, due] = [essenceOf(type), essenceOf(documented)];
  // Plain JSON, and any kind of it, may say what kind it is.
  const isGeneral = due === JSON_TYPE || due.includes('*');
  const isKept = isGeneral ? received === JSON_TYPE || received.endsWith('+json') : received === due;
  return isKept ? undefined : 'a JSON document comes under another media type';
}

/** A media type without its parameters. */
function essenceOf(type: string): string {
  return (type.split(';')[0] ?? '').trim().toLowerCase();
}
