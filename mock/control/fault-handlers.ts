// The control plane's part on faults.
import type { Fault, FaultSettings } from '../faults/fault.ts';
import { networkFaults } from '../faults/network-faults.ts';
import { FaultError, readFault } from '../faults/read-fault.ts';
import { ControlError, DONE, type Handlers } from './handler.ts';

type Names = 'getFaults' | 'addFault' | 'clearFaults' | 'removeFault';

/** How many faults may be in force at once. */
const MOST_FAULTS = 50;

export const faultHandlers: Handlers<Names> = {
  getFaults: ({ mock, session }) => ({
    status: 200,
    body: {
      active: session.state.faults.filter(({ left }) => left !== 0).map(settingsOf),
      network: Object.fromEntries(
        Object.entries(networkFaults).map(([name, { summary, parameters }]) => [
          name,
          { summary, parameters: parameters as Record<string, never> },
        ]),
      ),
      contract: Object.fromEntries(
        Object.entries(mock.faults().contractFaults).map(([name, { summary }]) => [name, { summary }]),
      ),
    },
  }),
  addFault: ({ mock, session, body }) => {
    const { faults } = session.state;
    if (faults.length >= MOST_FAULTS) throw new ControlError(`${MOST_FAULTS} faults are in force already.`);
    try {
      faults.push(readFault(body as FaultSettings, mock.faults()));
    } catch (error) {
      if (error instanceof FaultError) throw new ControlError(error.message);
      throw error;
    }
    return { status: 201, body: { active: faults.map(settingsOf) } };
  },
  clearFaults: ({ session }) => {
    session.state.faults.splice(0);
    return DONE;
  },
  removeFault: ({ session, given }) => {
    const { faults } = session.state;
    const kept = faults.filter(({ settings }) => settings.name !== given.fault);
    if (kept.length === faults.length) throw new ControlError(`No fault ${given.fault} is in force.`, 404);
    faults.splice(0, faults.length, ...kept);
    return DONE;
  },
};

/** The fault as it was asked for, with the calls that are left. */
function settingsOf({ settings, left }: Fault) {
  const { name, ...others } = settings;
  const known = Object.entries({ ...others, ...(left === undefined ? {} : { count: left }) });
  return { name, ...(Object.fromEntries(known) as Record<string, string | number>) };
}
