// Near misses of a key: what a deployment must refuse that looks almost like what it must serve.
import { type SecurityScheme, shownKey } from '../../spec/index.ts';

/** What is wrong with a key, as messages say it: `a call with a key that is …`. */
export const ALTERATIONS = [
  'changed at its end',
  'cut by its last character',
  'lengthened by a character',
  'changed at its beginning',
  'in another case',
  'empty',
  'under another scheme',
  'in another place',
] as const;
export type Alteration = (typeof ALTERATIONS)[number];

/** What is sent to show a key: a header, a query parameter or a cookie, by its name. */
export type ShownKey = { readonly in: SecurityScheme['in']; readonly name: string; readonly value: string };

/** The good key with one thing wrong; undefined where the scheme has no such near miss. */
export function alteredKey(scheme: SecurityScheme, key: string, alteration: Alteration): ShownKey | undefined {
  const at = (value: string): ShownKey => ({ in: scheme.in, name: scheme.parameter, value: shownKey(scheme, value) });
  if (alteration === 'under another scheme')
    return scheme.prefix === ''
      ? undefined
      : { in: scheme.in, name: scheme.parameter, value: `${scheme.basic ? 'Bearer' : 'Basic'} ${base64(key)}` };
  if (alteration === 'in another place')
    return scheme.in === 'header' && scheme.parameter === 'authorization'
      ? { in: 'header', name: 'x-api-key', value: key }
      : { in: 'header', name: 'authorization', value: `Bearer ${key}` };
  const changed = alter(key, alteration);
  return changed === key ? undefined : at(changed);
}

function alter(key: string, alteration: Alteration): string {
  if (alteration === 'empty') return '';
  if (alteration === 'cut by its last character') return key.slice(0, -1);
  if (alteration === 'lengthened by a character') return `${key}0`;
  if (alteration === 'in another case') return turnedCase(key);
  // Several characters, so that what was changed can never be another valid key's.
  const tail = Math.max(0, key.length - 10);
  if (alteration === 'changed at its end') return key.slice(0, tail) + turned(key.slice(tail));
  return turned(key.slice(0, 1)) + key.slice(1);
}

/** The text with other letters and digits of the same classes. */
function turned(text: string): string {
  return text.replaceAll(/[A-Za-z0-9]/g, (letter) => {
    if (/\d/.test(letter)) return String((Number(letter) + 5) % 10);
    const start = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(start + ((letter.charCodeAt(0) - start + 13) % 26));
  });
}

function turnedCase(text: string): string {
  return [...text]
    .map((letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))
    .join('');
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
