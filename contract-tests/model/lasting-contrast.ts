// Two calls that must be answered alike, asked in turns until it is clear whether they are.

/** Each call follows itself once and the other one twice, so that of two servers that take turns both answer both. */
const TURNS = ['odd', 'usual', 'usual', 'odd', 'odd', 'usual'] as const;

/**
 * Whether two calls are answered differently whenever they are asked, and each of them alike, or the usual one alone where
 * the odd one `mayVary`: neither a change of the data nor another server explains that. Every answer is asked for anew;
 * undefined is none, and proves nothing.
 */
export async function isLastingContrast<T>(
  calls: Readonly<Record<(typeof TURNS)[number], () => Promise<T | undefined>>>,
  isSame: (one: T, other: T) => boolean,
  mayVary = false,
): Promise<boolean> {
  const seen: Record<(typeof TURNS)[number], T[]> = { odd: [], usual: [] };
  for (const turn of TURNS) {
    const answer = await calls[turn]();
    if (answer === undefined) return false;
    const isSteady = (turn === 'odd' && mayVary) || seen[turn].every((own) => isSame(own, answer));
    if (!isSteady || seen[turn === 'odd' ? 'usual' : 'odd'].some((other) => isSame(other, answer))) return false;
    seen[turn].push(answer);
  }
  return true;
}
