// Reads the query as the contract's parameters say: every value typed and in bounds, or one clear reason why not.
import { type FilterValue, instant, isDay, type Operation, type Parameter, readValues } from '../../spec/index.ts';
import type { CallFinding } from './exchange-finding.ts';
import { type Failure, refusal } from './failure.ts';

/** The query of one call, read. */
type Arguments = {
  /** Values by parameter; a parameter that was not given has none. */
  readonly values: ReadonlyMap<string, readonly FilterValue[]>;
  /** Parameters that the contract does not name. */
  readonly unknown: readonly string[];
  /** What is understood all the same, and not as the contract writes it. */
  readonly findings: readonly CallFinding[];
};

/** Either the arguments, or the refusal that names the parameter and what it may be. */
export type Reading = { readonly arguments: Arguments } | { readonly failure: Failure };

/** Reads the percent-encoded query of one call. */
export function readParameters(operation: Operation, query: string): Reading {
  const sent = new URLSearchParams(query);
  const known = new Map(
    operation.parameters.filter(({ in: place }) => place === 'query').map((parameter) => [parameter.name, parameter]),
  );
  const keys = operation.security.alternatives.flatMap(({ scheme }) =>
    scheme.in === 'query' ? [scheme.parameter] : [],
  );
  const values = new Map<string, readonly FilterValue[]>();
  const findings: CallFinding[] = [];
  for (const [name, parameter] of known) {
    if (parameter.unmodelled) continue;
    const texts = sent.getAll(name);
    const read = typed(bounded(operation, parameter), texts, name === cursorName(operation));
    if (typeof read === 'string')
      return { failure: refusal(operation, 'invalid-parameter', read, { parameter: name }) };
    if (read.length > 0)
      values.set(name, isClamped(operation, name) ? read.map((size) => clamped(parameter, size)) : read);
    if (texts.length > 0) findings.push(...looseWriting(parameter, texts));
  }
  const unknown = [...new Set(sent.keys())].filter((name) => !known.has(name) && !keys.includes(name));
  for (const parameter of unknown)
    findings.push({ kind: 'unknown-parameter', parameter, message: `No such parameter: ${parameter}.` });
  return { arguments: { values, unknown, findings } };
}

/** Whether the parameter is a page size that is taken for the largest one where it is larger. */
function isClamped({ list: { paging } }: Operation, name: string): boolean {
  return paging.overMaximum === 'clamped' && paging.limit === name;
}

function bounded(operation: Operation, parameter: Parameter): Parameter {
  return isClamped(operation, parameter.name) ? { ...parameter, maximum: LARGEST } : parameter;
}

function clamped({ maximum = LARGEST }: Parameter, size: FilterValue): FilterValue {
  return Math.min(Number(size), maximum);
}

/** RFC 3339, which `date-time` means: a date, a time with seconds, and a zone. */
const DATE_TIME = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

/** Values that are understood, although the contract does not write them so. */
function looseWriting(parameter: Parameter, texts: readonly string[]): CallFinding[] {
  const { name, type, separator, allowed, format } = parameter;
  if (type === 'array' && separator === 'repeat' && allowed.length > 0 && texts.some((text) => text.includes(',')))
    return [{ kind: 'joined-values', parameter: name, message: `${name} is repeated for several values, not joined.` }];
  const loose = format === 'date-time' ? texts.find((text) => !DATE_TIME.test(text)) : undefined;
  if (loose === undefined) return [];
  const message = `${name} is a timestamp such as 2026-04-01T00:00:00Z, not ${JSON.stringify(loose.slice(0, 80))}.`;
  return [{ kind: 'loose-timestamp', parameter: name, message }];
}

/** A cursor is not judged by its form: what becomes of a broken one is said by the paging. */
function cursorName({ list: { paging } }: Operation): string | undefined {
  return paging.style === 'cursor' ? paging.cursor : undefined;
}

/** The typed values, or the sentence that says what is wrong. */
function typed(parameter: Parameter, sent: readonly string[], isCursor: boolean): readonly FilterValue[] | string {
  if (isCursor) return sent.length === 1 ? sent : [];
  const texts = readValues(parameter, sent);
  if (parameter.type !== 'array' && texts.length > 1) return `${parameter.name} may be given only once.`;
  const values: FilterValue[] = [];
  for (const text of texts) {
    const value = readValue(parameter, text);
    if (value === undefined)
      return `${parameter.name} must be ${wanted(parameter)}, not ${JSON.stringify(text.slice(0, 80))}.`;
    values.push(value);
  }
  return values;
}

function readValue(parameter: Parameter, text: string): FilterValue | undefined {
  const { valueType, format, allowed, pattern, minLength = 1, maxLength = LARGEST } = parameter;
  if (valueType === 'boolean') return ['true', 'false'].includes(text) ? text === 'true' : undefined;
  if (valueType === 'integer' || valueType === 'number') return readNumber(parameter, text);
  if (format === 'date-time') return isInstant(text) ? text : undefined;
  if (format === 'date') return isDay(text) ? text : undefined;
  if (allowed.length > 0) return allowed.includes(text) ? text : undefined;
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(text)) return undefined;
  return text.length < minLength || text.length > maxLength ? undefined : text;
}

/** The largest integer that every JSON reader keeps exactly, and so the bound of a parameter that documents none. */
const LARGEST = Number.MAX_SAFE_INTEGER;

const FORMS = { integer: /^-?\d+$/, number: /^-?\d+(\.\d+)?$/ } as const;

function readNumber(
  { valueType, minimum = -LARGEST, maximum = LARGEST, allowed }: Parameter,
  text: string,
): number | undefined {
  const value = FORMS[valueType === 'integer' ? 'integer' : 'number'].test(text) ? Number(text) : Number.NaN;
  return value >= minimum && value <= maximum && (allowed.length === 0 || allowed.includes(value)) ? value : undefined;
}

/** A date, or a timestamp of any zone, on a day that the calendar has. */
export function isInstant(text: string): boolean {
  return !Number.isNaN(instant(text)) && isDay(text.slice(0, 10));
}

function wanted(parameter: Parameter): string {
  const { valueType, minimum = -LARGEST, maximum = LARGEST, allowed, format } = parameter;
  const { pattern, minLength = 1, maxLength } = parameter;
  if (valueType === 'boolean') return 'true or false';
  if (allowed.length > 0) return `one of ${allowed.join(', ')}`;
  if (valueType === 'integer') return `an integer from ${minimum} to ${maximum}`;
  if (valueType === 'number') return `a number from ${minimum} to ${maximum}`;
  if (format === 'date-time') return 'an ISO 8601 timestamp, such as 2026-04-01T00:00:00Z';
  if (format === 'date') return 'a date, such as 2026-04-01';
  if (pattern !== undefined) return `of the form ${pattern}`;
  if (maxLength !== undefined) return `a text of ${minLength} to ${maxLength} characters`;
  return minLength > 1 ? `a text of at least ${minLength} characters` : 'a value that is not empty';
}
