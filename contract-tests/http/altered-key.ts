// Near misses of a key: what a deployment must refuse that looks almost like what it must serve.
import { type SecurityScheme, shownKey } from '../../spec/index.ts';
import { otherLetters, turnedCase } from './altered-text.ts';

/**
 * What is wrong with a key, as messages say it: `a call with a key that is …`. Where several lists share them, one in three
 * begins as the good key does: who compares the beginning alone is noticed at each list.
 */
export const ALTERATIONS = [
  'changed at its end',
  'in the query',
  'in another case',
  'lengthened by a character',
  'under another scheme',
  'empty',
  'cut by its last character',
  'in another header',
  'invented',
  'changed in its middle',
  'changed at its beginning',
  'for another environment',
  'without its scheme',
  'in the query as api_key',
] as const;
export type Alteration = (typeof ALTERATIONS)[number];

/** Those of the standard depth: a key under another scheme shows most of what one without any does, and a query parameter what another does. */
export const USUAL_ALTERATIONS: readonly Alteration[] = ALTERATIONS.filter(
  (each) => each !== 'without its scheme' && each !== 'in the query as api_key',
);

/** What is sent to show a key: a header, a query parameter or a cookie, by its name. */
export type SentKey = { readonly in: SecurityScheme['in']; readonly name: string; readonly value: string };

/** A key as its scheme sends it. */
export function sentKey(scheme: SecurityScheme, key: string): SentKey {
  return { in: scheme.in, name: scheme.parameter, value: shownKey(scheme, key) };
}

/** Words that keys commonly name their environment with; one stands for another. */
export const ENVIRONMENTS: Readonly<Record<string, string>> = {
  test: 'live',
  sandbox: 'live',
  live: 'test',
  prod: 'test',
  production: 'test',
};

/** A key that nobody was given, and what a key is lengthened by. */
export const [INVENTED, LENGTHENED_BY] = ['nobody-was-given-this-key', '0'];

/** Where keys commonly stand: what is not among an operation's own places is a wrong one. */
const PLACES: readonly { readonly name: string; readonly prefix: string }[] = [
  { name: 'x-auth-token', prefix: '' },
  { name: 'authorization', prefix: 'Bearer ' },
];

/** The good key with one thing wrong; undefined where the first of the schemes has no such near miss. */
export function alteredKey(
  schemes: readonly SecurityScheme[],
  key: string,
  alteration: Alteration,
): SentKey | undefined {
  const [scheme] = schemes;
  if (scheme === undefined || key === '') return undefined;
  if (isMisplacement(alteration)) return misplacedKey(schemes, key, alteration);
  const changed = alter(key, alteration);
  return changed === key ? undefined : sentKey(scheme, changed);
}

/** What leaves the key as it is, and shows it in a way in which it is not looked for. */
const MISPLACEMENTS = [
  'in the query',
  'in the query as api_key',
  'under another scheme',
  'without its scheme',
  'in another header',
] as const;
type Misplacement = (typeof MISPLACEMENTS)[number];

/** Whether the key stands in a query parameter: as much may be wrong with the parameter as with the key. */
export function isInQuery(alteration: Alteration): boolean {
  return alteration === 'in the query' || alteration === 'in the query as api_key';
}

export function isMisplacement(alteration: Alteration): alteration is Misplacement {
  return MISPLACEMENTS.some((each) => each === alteration);
}

/** The key, shown in another way than the operation says; undefined where it has no such way. */
export function misplacedKey(
  schemes: readonly SecurityScheme[],
  key: string,
  alteration: Misplacement,
): SentKey | undefined {
  const [scheme] = schemes;
  if (alteration === 'under another scheme') {
    if (scheme === undefined || scheme.in !== 'header' || scheme.basic) return undefined;
    return { ...sentKey(scheme, key), value: `${scheme.prefix === '' ? 'Bearer' : 'Basic'} ${key}` };
  }
  if (alteration === 'without its scheme')
    return scheme === undefined || scheme.prefix === '' || scheme.basic
      ? undefined
      : { ...sentKey(scheme, key), value: key };
  if (isInQuery(alteration)) {
    if (scheme === undefined || schemes.some((each) => each.in === 'query')) return undefined;
    // A bare key by the name of its header, a token as RFC 6750 names it.
    const usual = scheme.in === 'header' && scheme.prefix === '' && !scheme.basic ? scheme.parameter : 'access_token';
    return { in: 'query', name: alteration === 'in the query' ? usual : 'api_key', value: key };
  }
  const place = PLACES.find(({ name }) => !schemes.some((each) => each.in === 'header' && each.parameter === name));
  return place === undefined ? undefined : { in: 'header', name: place.name, value: `${place.prefix}${key}` };
}

function alter(key: string, alteration: Alteration): string {
  const middle = Math.floor(key.length / 2);
  if (alteration === 'empty') return '';
  if (alteration === 'invented') return INVENTED;
  if (alteration === 'cut by its last character') return key.slice(0, -1);
  if (alteration === 'lengthened by a character') return `${key}${LENGTHENED_BY}`;
  if (alteration === 'in another case') return turnedCase(key);
  if (alteration === 'for another environment')
    return key.replace(/(?<=[_-])[a-z]+(?=[_-])/, (word) => ENVIRONMENTS[word] ?? word);
  if (alteration === 'changed in its middle') return otherLetters(key, middle, middle + 3);
  // At the end two characters: the last bits of an encoded one may mean nothing.
  if (alteration === 'changed at its end') return otherLetters(key, -2, key.length);
  return otherLetters(key, 0, 1);
}
