// An identifier that looks like those of the list and belongs to no row.

const ALPHABETS = ['0123456789', 'abcdef', 'ghijklmnopqrstuvwxyz', 'ABCDEFGHJKMNPQRSTVWXYZ'];

/** Turns the last letters and digits of a known id until no row has it; keeps its form. */
export function impossibleValue(known: readonly unknown[]): string {
  const ids = known.filter((value) => typeof value === 'string');
  const taken = new Set(ids);
  let id = ids[0] ?? '01HZZZZZZZZZZZZZZZZZZZZZZZ';
  do id = turn(id, 6);
  while (taken.has(id));
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

/** A known id without its last character: the beginning of an id, and no id itself. */
export function shortenedValue(known: readonly unknown[]): string | undefined {
  const ids = known.filter((value) => typeof value === 'string');
  return ids.map((id) => id.slice(0, -1)).find((short) => short.length > 3 && !ids.includes(short));
}
