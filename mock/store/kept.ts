// What was made once, kept while there is room: two generations, of which the older is forgotten when the younger is full.

export type Kept<K, T> = {
  readonly get: (key: K) => T | undefined;
  readonly put: (key: K, value: T, bytes: number) => void;
};

/** Keeps up to about so many bytes. */
export function createKept<K, T>(most: number): Kept<K, T> {
  let [young, old] = [new Map<K, T>(), new Map<K, T>()];
  let bytes = 0;
  const put = (key: K, value: T, size: number): void => {
    if (bytes > most / 2) {
      [young, old] = [new Map(), young];
      bytes = 0;
    }
    bytes += size;
    young.set(key, value);
  };
  return { get: (key) => young.get(key) ?? old.get(key), put };
}
