// Sorts many rows by their keys without comparing the keys of each two: the first letters that differ become a number.

/** A bucket of fewer rows is sorted by comparing. */
const FEW = 32;
/** Letters that go into the number, with so many bits each: 28 bits stay below what is no number in a double. */
const [LETTERS, BITS] = [4, 7];

/** Sorts indexes in place, so that their keys ascend by code unit. */
export function sortByKey(indexes: Int32Array, keyOf: (index: number) => string): void {
  const compare = (one: number, other: number) => (keyOf(one) < keyOf(other) ? -1 : 1);
  if (indexes.length < FEW) return void indexes.sort(compare);
  const common = commonBeginning(indexes, keyOf);
  // Positive doubles ascend as their bits do: the number of the key stands in the upper half, its place in the lower.
  const doubles = new Float64Array(indexes.length);
  const halves = new Uint32Array(doubles.buffer);
  const [low, high] = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? [0, 1] : [1, 0];
  for (let place = 0; place < indexes.length; place += 1) {
    const key = keyOf(indexes[place] ?? 0);
    // The keys that were looked at have more in common than all of them.
    if (!key.startsWith(common)) return void indexes.sort(compare);
    halves[2 * place + low] = place;
    halves[2 * place + high] = weightOf(key, common.length);
  }
  doubles.sort();
  const before = indexes.slice();
  for (let place = 0; place < indexes.length; place += 1) indexes[place] = before[halves[2 * place + low] ?? 0] ?? 0;
  for (let start = 0; start < indexes.length; ) {
    let end = start + 1;
    while (end < indexes.length && halves[2 * end + high] === halves[2 * start + high]) end += 1;
    if (end - start > 1) indexes.subarray(start, end).sort(compare);
    start = end;
  }
}

/** How many keys are looked at for what all of them begin with. */
const LOOKED_AT = 64;

/** What some of the keys begin with, spread over all. */
function commonBeginning(indexes: Int32Array, keyOf: (index: number) => string): string {
  let common = keyOf(indexes[0] ?? 0);
  const step = Math.max(1, Math.floor(indexes.length / LOOKED_AT));
  for (let place = 0; place < indexes.length; place += step) {
    const key = keyOf(indexes[place] ?? 0);
    while (!key.startsWith(common)) common = common.slice(0, -1);
  }
  return common;
}

/** The letters from `begin` on as a number; what is beyond ASCII counts as its end, and is told apart by comparing. */
function weightOf(key: string, begin: number): number {
  let weight = 0;
  for (let letter = 0; letter < LETTERS; letter += 1) {
    const code = key.charCodeAt(begin + letter);
    weight = weight * 2 ** BITS + (Number.isNaN(code) ? 0 : Math.min(code, 2 ** BITS - 1));
    // Letters behind one beyond ASCII must not decide.
    if (code >= 2 ** BITS - 1) return weight * 2 ** (BITS * (LETTERS - 1 - letter));
  }
  return weight;
}
