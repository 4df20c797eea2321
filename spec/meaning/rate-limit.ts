// How many calls a key may make (`x-rate-limit`).

export type RateLimit = {
  /** Seconds in which calls are counted. */
  readonly window: number;
  /** Calls a window, by the name of the tier. */
  readonly tiers: Readonly<Record<string, number>>;
  /** Where a list says how many calls are left; undefined where none does. */
  readonly remaining?: string;
};

/** The calls that a key of this tier may make; a document with one tier has it under any name. */
export function callsOf({ tiers }: RateLimit, tier: string): number | undefined {
  const [only, ...others] = Object.values(tiers);
  if (Object.hasOwn(tiers, tier)) return tiers[tier];
  return others.length === 0 ? only : undefined;
}
