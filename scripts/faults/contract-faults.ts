// The faults that a mock can be told to have, by name, so that a team can prove that its gate fails.
import type { ContractFault, ContractFaults } from '../../mock/index.ts';
import type { Contract } from '../../spec/index.ts';
import type { Mock } from './built-in.ts';
import { derivedFaults } from './derived-faults.ts';
import { faultsOf } from './library/table.ts';

/** The lists that the library knows. */
const OWN_LISTS = ['layers adAccount', 'layers campaign', 'layers adset', 'layers ad', 'klayrai account'];

/** The faults of a contract: those that follow from it, and, for the built-in one, the library that the judge is proven by. */
export function contractFaults(contract: Contract): ContractFaults {
  const lists = contract.operations.map(({ api, list }) => `${api} ${list.name}`);
  const isBuiltIn = OWN_LISTS.every((name) => lists.includes(name));
  return { ...derivedFaults(contract), ...(isBuiltIn ? library(contract) : {}) };
}

/** Those of the library that sit in front of a handler; the others need a socket of their own. */
function library(contract: Contract): ContractFaults {
  const faults = faultsOf(contract).flatMap((fault): [string, ContractFault][] => {
    if (!('wrap' in fault) || fault.unobservable !== undefined) return [];
    const { id, summary, clause, wrap } = fault;
    return [
      [id, { summary: `${summary} (${clause})`, wrap: (handler, mock) => wrap(handler, mock as unknown as Mock) }],
    ];
  });
  return Object.fromEntries(faults);
}
