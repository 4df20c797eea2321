// Near misses of a text, as attackers and careless clients make them: of keys, cursors, tenants and ids.

/** How a text differs from the genuine one. */
export const LIKENESSES = [
  'changed at its start',
  'changed in its middle',
  'changed at its end',
  'cut',
  'lengthened',
  'in another case',
] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** How a text resembles the genuine one; undefined where it is the same or nothing like it. */
export function likenessOf(text: string, genuine: string): Likeness | undefined {
  if (text === genuine || text === '' || genuine === '') return undefined;
  if (text.toLowerCase() === genuine.toLowerCase()) return 'in another case';
  if (text.length < genuine.length) return genuine.startsWith(text) || genuine.endsWith(text) ? 'cut' : undefined;
  if (text.length > genuine.length)
    return text.startsWith(genuine) || text.endsWith(genuine) ? 'lengthened' : undefined;
  const differing = [...text].flatMap((letter, index) => (letter === genuine[index] ? [] : [index]));
  const [first = 0] = differing;
  const last = differing.at(-1) ?? 0;
  const third = text.length / 3;
  if (last < third) return 'changed at its start';
  if (first >= 2 * third) return 'changed at its end';
  return first >= third && last < 2 * third ? 'changed in its middle' : undefined;
}

/** Texts that resemble the genuine one in this way. */
export function likeTo(genuine: string, likeness: Likeness): readonly string[] {
  const { length } = genuine;
  const middle = Math.floor(length / 2);
  switch (likeness) {
    case 'changed at its start':
      return [changedAt(genuine, 0)];
    case 'changed in its middle':
      return [changedAt(genuine, middle)];
    case 'changed at its end':
      return [changedAt(genuine, length - 1)];
    case 'cut':
      return [genuine.slice(0, -1), genuine.slice(0, middle), genuine.slice(1)];
    case 'lengthened':
      return [`${genuine}0`, `${genuine}x1`];
    case 'in another case':
      return [genuine.toUpperCase(), genuine.toLowerCase()].filter((text) => text !== genuine);
    default:
      return likeness satisfies never;
  }
}

/** Another letter of the same kind, so that the form of the text stays. */
function changedAt(text: string, index: number): string {
  const letter = text[index] ?? '';
  const other = /\d/.test(letter) ? String((Number(letter) + 3) % 10) : letter === 'k' ? 'q' : 'k';
  return text.slice(0, index) + other + text.slice(index + 1);
}
