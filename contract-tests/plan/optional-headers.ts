// Headers that a call may leave out.
import type { Operation } from '../../spec/index.ts';
import { exampleHeaders } from '../http/address.ts';

/** The headers that are sent with every call, and that may be left out. */
export function optionalHeaders(operation: Operation): string[] {
  const required = new Set(operation.parameters.filter((parameter) => parameter.required).map(({ name }) => name));
  return Object.keys(exampleHeaders(operation)).filter((name) => !required.has(name));
}
