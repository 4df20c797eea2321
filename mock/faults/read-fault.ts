// Reads what a user says of a fault, and refuses what is not understood.
import { didYouMean, type Operation } from '../../spec/index.ts';
import type { ContractFaults } from './contract-fault.ts';
import type { Fault, FaultSettings } from './fault.ts';
import { type FaultParameter, networkFault, networkFaults } from './network-faults.ts';

/** A fault that is not understood; the message says what there is. */
export class FaultError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FaultError';
  }
}

/** What faults are read with. */
export type FaultCatalogue = {
  readonly contractFaults: ContractFaults;
  readonly operations: readonly Pick<Operation, 'id'>[];
};

const COMMON = ['operation', 'probability', 'count', 'seed'];

/** Makes a fault of settings whose values may be texts. Throws a FaultError. */
export function readFault(settings: FaultSettings, { contractFaults, operations }: FaultCatalogue): Fault {
  const { name } = settings;
  const network = networkFault(name);
  const contract = Object.hasOwn(contractFaults, name) ? contractFaults[name] : undefined;
  if (network === undefined && contract === undefined) {
    const names = [...Object.keys(networkFaults), ...Object.keys(contractFaults)];
    const more = Object.keys(contractFaults).length === 0 ? '' : ', or one of the contract';
    throw new FaultError(
      `There is no fault ${name}. There are ${Object.keys(networkFaults).join(', ')}${more}.${didYouMean(name, names)}`,
    );
  }
  const parameters = network?.parameters ?? {};
  const read: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(settings)) {
    if (key === 'name' || value === undefined) continue;
    const parameter = Object.hasOwn(parameters, key) ? parameters[key] : undefined;
    if (parameter !== undefined)
      read[key] = typeof parameter.default === 'number' ? measured(key, value, parameter) : printable(key, value);
    else if (!COMMON.includes(key)) throw unknownParameter(name, key, Object.keys(parameters));
  }
  const { operation, probability, count, seed } = settings;
  if (operation !== undefined) {
    const ids = operations.map(({ id }) => id);
    if (!ids.includes(String(operation)))
      throw new FaultError(
        `There is no operation ${operation}. There are ${ids.join(', ')}.${didYouMean(String(operation), ids)}`,
      );
    read.operation = String(operation);
  }
  if (probability !== undefined) read.probability = within('probability', probability, { minimum: 0, maximum: 1 });
  if (count !== undefined) read.count = whole('count', count, 1);
  if (seed !== undefined) read.seed = whole('seed', seed, 0);
  const left = read.count === undefined ? undefined : Number(read.count);
  return { settings: { ...read, name }, contract, left, drawn: 0 };
}

/** Reads `name;parameter=value;…`, or `name:parameter=value,…` as a command line has it. */
export function parseFault(text: string, catalogue: FaultCatalogue): Fault {
  const [name = '', ...parts] = text.trim().split(/[;:,]/);
  const settings = parts.map((part) => {
    const [key = '', ...value] = part.split('=');
    if (value.length === 0) throw new FaultError(`${part} needs a value: ${part}=300.`);
    return [key.trim(), value.join('=').trim()] as const;
  });
  return readFault({ ...Object.fromEntries(settings), name: name.trim() }, catalogue);
}

function unknownParameter(name: string, key: string, own: readonly string[]): FaultError {
  const all = [...own, ...COMMON];
  return new FaultError(`${name} has no parameter ${key}. It has ${all.join(', ')}.${didYouMean(key, all)}`);
}

function measured(key: string, value: string | number, parameter: FaultParameter): number {
  const number = within(key, value, parameter);
  return parameter.whole === true ? whole(key, number, parameter.minimum ?? 0) : number;
}

/** A text that a header can carry. */
function printable(key: string, value: string | number): string {
  const text = String(value);
  if (!/^[ -~]*$/.test(text))
    throw new FaultError(`${key} must be visible ASCII characters, not ${JSON.stringify(value)}.`);
  return text;
}

function within(
  key: string,
  value: string | number,
  { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY }: { minimum?: number; maximum?: number },
): number {
  const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
  if (!(number >= minimum && number <= maximum))
    throw new FaultError(`${key} must be a number from ${minimum} to ${maximum}, not ${JSON.stringify(value)}.`);
  return number;
}

function whole(key: string, value: string | number, minimum: number): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < minimum)
    throw new FaultError(`${key} must be a whole number from ${minimum}, not ${JSON.stringify(value)}.`);
  return number;
}
