// Near misses of a key as a POSIX shell makes them of the variable that holds it, so that a printed command sends what was sent.
import { type Alteration, ENVIRONMENTS, INVENTED, LENGTHENED_BY } from './altered-key.ts';

/** Every letter and digit into another of its kind, and letters into the other case. */
const OTHER_LETTERS = `tr 'A-Za-z0-9' 'N-ZA-Mn-za-m5-90-4'`;
const OTHER_CASE = `tr 'A-Za-z' 'a-zA-Z'`;

/** Text for inside double quotes that stands for the altered key. */
export function shellKey(variable: string, alteration: Alteration): string {
  const key = `$${variable}`;
  const piped = (...commands: readonly string[]) => `$(${[`printf %s "${key}"`, ...commands].join(' | ')})`;
  const other = (columns: string) => piped(`cut -c${columns}`, OTHER_LETTERS);
  const at = (offset: number) => `$((\${#${variable}} / 2 + ${offset}))`;
  const forms: Readonly<Partial<Record<Alteration, string>>> = {
    empty: '',
    invented: INVENTED,
    'lengthened by a character': `\${${variable}}${LENGTHENED_BY}`,
    'cut by its last character': `\${${variable}%?}`,
    'in another case': piped(OTHER_CASE),
    'changed at its beginning': `${other('1')}\${${variable}#?}`,
    'changed at its end': `\${${variable}%??}${other(`$((\${#${variable}} - 1))-`)}`,
    'changed in its middle': `${piped(`cut -c-${at(0)}`)}${other(`${at(1)}-${at(3)}`)}${piped(`cut -c${at(4)}-`)}`,
    'for another environment': piped(`sed ${Object.entries(ENVIRONMENTS).map(inPlaceOf).join(' -e t ')}`),
  };
  return forms[alteration] ?? key;
}

const inPlaceOf = ([word, other]: readonly [string, string]): string =>
  `-e 's/\\([_-]\\)${word}\\([_-]\\)/\\1${other}\\2/'`;
