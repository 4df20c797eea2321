// Finds the row of a key, in four to eight bytes a row: an open-addressed table of ranks.

export type KeyIndex = {
  /** Notes the rank of a key. */
  readonly add: (key: string, rank: number) => void;
  /** The rank of a key; undefined where no row has it. `keyAt` gives the key of a rank. */
  readonly find: (key: string, keyAt: (rank: number) => string) => number | undefined;
};

/** An index for so many keys. */
export function createKeyIndex(size: number): KeyIndex {
  // At most two thirds of the places are taken.
  const places = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(4, size * 1.5))));
  const mask = places.length - 1;
  return {
    add: (key, rank) => {
      let place = hashOf(key) & mask;
      while (places[place] !== 0) place = (place + 1) & mask;
      places[place] = rank + 1;
    },
    find: (key, keyAt) => {
      for (let place = hashOf(key) & mask; ; place = (place + 1) & mask) {
        const rank = (places[place] ?? 0) - 1;
        if (rank < 0) return undefined;
        if (keyAt(rank) === key) return rank;
      }
    },
  };
}

/** FNV-1a, its high bits folded into the low ones. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
