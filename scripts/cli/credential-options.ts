// The options of `verify` that give credentials: as the contract names them.
import { type Command, Option } from 'commander';
import { type Contract, type Credential, nameCredentials } from '../../spec/index.ts';

/** Adds an option for each credential; returns the contract with the names that they have beside all other options. */
export function addCredentialOptions(command: Command, contract: Contract, others: Command): Contract {
  const taken = [...command.options, ...others.options].flatMap(({ long }) => long?.replace(/^--/, '') ?? []);
  const named = nameCredentials(contract, taken);
  for (const { option, placeholder, description, variable } of named.credentials)
    command.addOption(new Option(`--${option} <${placeholder}>`, `${description} (or ${variable})`));
  return named;
}

/** The values that were given as options, by vendor and name. */
export function givenCredentials(
  credentials: readonly Credential[],
  options: Readonly<Record<string, unknown>>,
): Record<string, Record<string, string>> {
  const given: Record<string, Record<string, string>> = {};
  for (const { api, name, option } of credentials) {
    const value = options[attributeOf(option)];
    if (typeof value === 'string') given[api] = { ...given[api], [name]: value };
  }
  return given;
}

/** Where commander keeps an option: it reads --no-x as the negation of --x, and stores it under x. */
function attributeOf(option: string): string {
  return option.replace(/^no-/, '').replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
