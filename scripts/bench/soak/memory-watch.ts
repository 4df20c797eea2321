// The memory of a process over time: whether it is flat at the end.
import { median, shown } from '../figures.ts';
import { memoryOf } from '../served.ts';
import { table } from '../table.ts';

const INTERVAL = 250;
/** How many lines the table has. */
const LINES = 12;

export type MemoryWatch = {
  /** How much more the last third holds than the middle one. */
  readonly growth: () => number;
  readonly text: () => string;
  readonly end: () => void;
};

export function watchMemory(pid: number): MemoryWatch {
  const began = performance.now();
  const samples: { readonly seconds: number; readonly megabytes: number }[] = [];
  const timer = setInterval(() => {
    samples.push({ seconds: (performance.now() - began) / 1000, megabytes: memoryOf(pid) });
  }, INTERVAL);
  const third = (nth: number) => {
    const size = samples.length / 3;
    return median(samples.slice(Math.floor(nth * size), Math.floor((nth + 1) * size)).map((each) => each.megabytes));
  };
  return {
    growth: () => third(2) / third(1) - 1,
    text: () => {
      const step = Math.max(1, Math.floor(samples.length / LINES));
      const lines = samples.filter((_, place) => place % step === 0);
      return table(
        ['seconds', 'memory, MB'],
        lines.map(({ seconds, megabytes }) => [shown(seconds), shown(megabytes)]),
      );
    },
    end: () => clearInterval(timer),
  };
}
