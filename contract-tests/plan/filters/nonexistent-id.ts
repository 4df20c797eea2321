// An identifier that looks like those of the list and belongs to no row.
import { turnedCase } from '../../http/altered-text.ts';

const ALPHABETS = ['0123456789', 'abcdef', 'ghijklmnopqrstuvwxyz', 'ABCDEFGHJKMNPQRSTVWXYZ'];

/** What an id looks like where no row shows a usable one. */
const MODEL = '01HZZZZZZZZZZZZZZZZZZZZZZZ';
/** How many ids of the same form are tried before a longer one is made. */
const TURNS = 20;

/** Turns the last letters and digits of a known id until no row has it; keeps its form where it can. */
export function nonexistentId(known: readonly unknown[]): string;
export function nonexistentId(known: readonly unknown[], numeric: boolean): string | number;
export function nonexistentId(known: readonly unknown[], numeric = false): string | number {
  if (numeric) return Math.max(0, ...known.filter((value) => typeof value === 'number')) + 1_000_003;
  const ids = known.filter((value) => typeof value === 'string');
  const taken = new Set(ids);
  const model = ids.find((id) => turn(id, 6) !== id) ?? MODEL;
  let id = model;
  for (let turns = 0; turns < TURNS; turns += 1) {
    id = turn(id, 6);
    if (!taken.has(id)) return id;
  }
  while (taken.has(id)) id += '7';
  return id;
}

function turn(id: string, length: number): string {
  const tail = Math.max(0, id.length - length);
  const turned = [...id.slice(tail)].map((letter, index) => {
    const alphabet = ALPHABETS.find((each) => each.includes(letter));
    return alphabet === undefined
      ? letter
      : (alphabet[(alphabet.indexOf(letter) + 1 + (index % 3)) % alphabet.length] ?? letter);
  });
  return id.slice(0, tail) + turned.join('');
}

/** Ids that nothing has, and that loose comparisons take for this one: shortened, lengthened, in another case, the same number. */
export function nearMisses(id: unknown, known: readonly unknown[]): string[] {
  if (typeof id !== 'string') return [];
  const free = (forms: readonly string[]) => forms.filter((form) => !known.includes(form)).slice(0, 1);
  const shortened = id.length > 4 ? [id.slice(0, -1)] : [];
  const inOtherCase = free([turnedCase(id), id.toLowerCase(), id.toUpperCase()]);
  const sameNumber = /^\d+$/.test(id) ? [`0${id}`] : [];
  return [...free(shortened), ...free([`${id}0`]), ...inOtherCase, ...free(sameNumber)];
}
