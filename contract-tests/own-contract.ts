// This package's own contract: loading it takes longer than many a run, so all runs of a process share one.
import { loadContract, once } from '../spec/index.ts';

/** The contract of this package, loaded when it is first asked for. */
export const ownContract = once(() => loadContract());
