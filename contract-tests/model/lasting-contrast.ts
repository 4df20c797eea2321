// Two calls that must be answered alike, asked in turns until it is clear whether they are.

/** Each call follows itself once and the other one twice, so that of two servers that take turns both answer both. */
const TURNS = ['odd', 'usual', 'usual', 'odd', 'odd', 'usual'] as const;

/**
 * Whether two calls are answered differently whenever they are asked, and each of them alike: neither a change of the
 * data nor another server explains that. Every answer is asked for anew; undefined is none, and proves nothing.
 */
export async function isLastingContrast<T>(
  calls: Readonly<Record<(typeof TURNS)[number], () => Promise<T | undefined>>>,
  isSame: (one: T, other: T) => boolean,
): Promise<boolean> {
  const first: { odd?: T; usual?: T } = {};
  for (const turn of TURNS) {
    const answer = await calls[turn]();
    if (answer === undefined) return false;
    const { [turn]: own = answer, [turn === 'odd' ? 'usual' : 'odd']: other } = first;
    if (!isSame(own, answer) || (other !== undefined && isSame(other, answer))) return false;
    first[turn] = own;
  }
  return true;
}
