// Notes a parameter whose schema contradicts itself: a keyword that there is not, a default or an allowed value of another type.

import type { OperationSource } from '../load/document-source.ts';
import type { Parameter } from '../meaning/parameter.ts';

/** Checks the values of a parameter against its schema at `pointer`; `single` is that of one value, the elements' for arrays. */
export function checkValues(
  { ajv, checked, name, mistakes }: OperationSource,
  parameter: Parameter,
  pointer: string,
): void {
  if (checked) return;
  let keeps: ((value: unknown) => unknown) | undefined;
  try {
    keeps = ajv.getSchema(`${name}#${encodeURI(pointer)}`);
  } catch (cause) {
    mistakes.add(pointer, `The schema of ${parameter.name} does not compile: ${(cause as Error).message}.`);
    return;
  }
  for (const value of parameter.allowed)
    if (!isOf(parameter.valueType, value))
      mistakes.add(
        pointer,
        `${parameter.name} can never be ${JSON.stringify(value)}: its type is ${parameter.valueType}. Quote a text that YAML takes for something else.`,
      );
  if (parameter.default !== undefined && keeps?.(parameter.default) === false)
    mistakes.add(
      `${pointer}/default`,
      `${JSON.stringify(parameter.default)} does not keep the schema of ${parameter.name}. Give a default that it allows.`,
    );
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}
