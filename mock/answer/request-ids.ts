// Request ids that look like the documented one, and count up: the same in every run.

/** How many letters and digits at the end of the example are replaced. */
const COUNTED = 16;

/** Ids in the form of `example`: its last letters and digits replaced by a count. */
export function createRequestIds(example: string): (count: number) => string {
  const tail = /[A-Za-z0-9]*$/.exec(example)?.[0].slice(-COUNTED) ?? '';
  const head = example.slice(0, example.length - tail.length);
  return (count) => {
    const digits = count.toString(16).padStart(tail.length, '0').slice(-Math.max(tail.length, 1));
    return `${head}${tail === tail.toUpperCase() ? digits.toUpperCase() : digits}`;
  };
}
