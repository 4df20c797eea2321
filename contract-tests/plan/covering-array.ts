// Covering arrays: few calls in which every two, or three, classes of different factors meet (the interaction rule of
// combinatorial testing: almost all failures need no more).
import { createRequire } from 'node:module';

// A CommonJS module whose names loaders find differently.
const { make, sorters } = createRequire(import.meta.url)('covertable') as typeof import('covertable');

/** The classes of each factor, by the factor's name. */
export type Factors = Readonly<Record<string, readonly string[]>>;

/** Rows in which every `strength` classes of different factors stand together at least once; the same for the same seed. */
export function coveringArray(factors: Factors, strength: number, seed: number): Readonly<Record<string, string>>[] {
  const named = Object.fromEntries(Object.entries(factors).map(([name, classes]) => [name, [...classes]]));
  const most = Object.keys(named).length;
  if (most === 0) return [];
  if (most === 1) return Object.entries(named).flatMap(([name, classes]) => classes.map((each) => ({ [name]: each })));
  return make(named, { length: Math.min(strength, most), sorter: sorters.hash, seed }) as Record<string, string>[];
}
