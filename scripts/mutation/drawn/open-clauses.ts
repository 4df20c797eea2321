// What the register leaves open and the words of a contract cannot say: the clauses, by what they leave open.
import type { Scene } from './scene.ts';

const OPEN_CLAUSES = {
  // Told in two ways on the vendor's pages; the other way would be a deployment of the older ones.
  'the key in another header': ['LAY-21'],
  // Fractions and offsets are shown on one page and ruled out on another.
  'instants in another zone or precision': ['LAY-54'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Whether one of these clauses leaves the matter open. */
export function isLeftOpen({ mock }: Scene, matter: keyof typeof OPEN_CLAUSES, clauses: readonly string[]): boolean {
  const { register } = mock.contract;
  const open: readonly string[] = OPEN_CLAUSES[matter];
  return clauses.some((id) => open.includes(id) && register.get(id)?.level === 'open');
}
