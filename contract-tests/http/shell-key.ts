// Near misses of a key as a POSIX shell makes them of the variable that holds it, so that a printed command sends what was sent.
import { type Alteration, ENVIRONMENTS, INVENTED, LENGTHENED_BY } from './altered-key.ts';

/** Every letter and digit into another of its kind, and letters into the other case. */
const OTHER_LETTERS = `tr 'A-Za-z0-9' 'N-ZA-Mn-za-m5-90-4'`;
const OTHER_CASE = `tr 'A-Za-z' 'a-zA-Z'`;

/** Text for inside double quotes that stands for the altered key. */
export function shellKey(variable: string, alteration: Alteration): string {
  const key = `$${variable}`;
  const part = (columns: string) => `$(printf %s "${key}" | cut -c${columns})`;
  const other = (columns: string) => `$(printf %s "${key}" | cut -c${columns} | ${OTHER_LETTERS})`;
  const length = `\${#${variable}}`;
  const at = (offset: number) => `$((${length} / 2 + ${offset}))`;
  switch (alteration) {
    case 'empty':
      return '';
    case 'invented':
      return INVENTED;
    case 'lengthened by a character':
      return `\${${variable}}${LENGTHENED_BY}`;
    case 'cut by its last character':
      return `\${${variable}%?}`;
    case 'in another case':
      return `$(printf %s "${key}" | ${OTHER_CASE})`;
    case 'changed at its beginning':
      return `${other('1')}\${${variable}#?}`;
    case 'changed at its end':
      return `\${${variable}%??}${other(`$((${length} - 1))-`)}`;
    case 'changed in its middle':
      return `${part(`-${at(0)}`)}${other(`${at(1)}-${at(3)}`)}${part(`${at(4)}-`)}`;
    case 'for another environment':
      return `$(printf %s "${key}" | sed ${Object.entries(ENVIRONMENTS).map(inPlaceOf).join(' -e t ')})`;
    default:
      return key;
  }
}

const inPlaceOf = ([word, other]: readonly [string, string]): string =>
  `-e 's/\\([_-]\\)${word}\\([_-]\\)/\\1${other}\\2/'`;
