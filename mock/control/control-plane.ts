// The control plane: what a test does to a mock beside calling it. One function from a call to a reply, free of sockets.
import type { Core } from '../core.ts';
import { settle } from '../session/session.ts';
import { NO_SESSION, SESSION_NAME } from '../session/sessions.ts';
import { type ControlOperation, controlOperations, type OperationId } from './document.ts';
import { faultHandlers } from './fault-handlers.ts';
import type { Asked, Handlers, Result } from './handler.ts';
import { journalHandlers } from './journal-handlers.ts';
import { stateHandlers } from './state-handlers.ts';
import { mistakeInBody, readText } from './validate.ts';
import { worldHandlers } from './world-handlers.ts';

const handlers: Handlers = { ...worldHandlers, ...stateHandlers, ...faultHandlers, ...journalHandlers };

/** A call to the control plane. */
export type ControlCall = {
  readonly method: string;
  /** The path behind the prefix, still percent-encoded. */
  readonly path: string;
  readonly query: string;
  /** The name of the session; none for the one without a name. */
  readonly session: string | undefined;
  /** The text of the body. */
  readonly body: string;
};

/** What is answered; a body is JSON. */
export type ControlReply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
};

/** Answers a call. Never throws: what a call cannot do is a 4xx that says why, and nothing is changed. */
export function control(mock: Core, call: ControlCall): ControlReply {
  const segments = call.path.split('/').slice(1);
  const fitting = controlOperations().filter(({ segments: own }) => fits(own, segments));
  if (fitting.length === 0)
    return refused(404, 'The control plane has no such path. GET /_mock/openapi.json describes it.');
  const operation = fitting.find(({ method }) => method === call.method);
  if (operation === undefined) {
    const allowed = fitting.map(({ method }) => method).join(', ');
    return { ...refused(405, `Use ${allowed}.`), headers: { Allow: allowed } };
  }
  if (call.session !== undefined && call.session !== '' && !SESSION_NAME.test(call.session))
    return refused(400, NO_SESSION.name);
  const read = readCall(operation, segments, call);
  if ('message' in read) return refused(400, read.message, read.member);
  const session = mock.sessions.of(call.session);
  if (session === undefined) return refused(400, NO_SESSION.tooMany);
  try {
    if (session.state.scheduled.length > 0) settle(session, mock.contract);
    return replyTo(operation.id, { mock, session, ...read });
  } catch (error) {
    const { name, message, status, member } = error as Error & { status?: number; member?: string };
    if (name === 'ControlError' || name === 'StateError') return refused(status ?? 400, message, member);
    return refused(500, `The mock broke. Please report it with the call. ${message}`);
  }
}

/** The document types each handler; which one it is, is known by its id alone. */
function replyTo(id: OperationId, asked: unknown): ControlReply {
  const handle = handlers[id] as (asked: unknown) => Result<OperationId>;
  const result = handle(asked as Asked<OperationId>);
  return { status: result.status, headers: {}, body: 'body' in result ? result.body : undefined };
}

function refused(status: number, message: string, member?: string): ControlReply {
  return { status, headers: {}, body: { error: { message, ...(member === undefined ? {} : { member }) } } };
}

function fits(own: readonly string[], segments: readonly string[]): boolean {
  return (
    own.length === segments.length &&
    own.every((segment, place) => (segment.startsWith('{') ? segments[place] !== '' : segment === segments[place]))
  );
}

type ReadCall = { readonly given: Readonly<Record<string, unknown>>; readonly body: unknown };
type Wrong = { readonly message: string; readonly member?: string | undefined };

/** Reads parameters and body as the document says. */
function readCall(operation: ControlOperation, segments: readonly string[], call: ControlCall): ReadCall | Wrong {
  const given: Record<string, unknown> = {};
  const sent = new URLSearchParams(call.query);
  for (const { name, in: where, schema } of operation.parameters) {
    const text = where === 'path' ? decoded(segments[operation.segments.indexOf(`{${name}}`)] ?? '') : sent.get(name);
    if (text === undefined) return { message: `${name} is not well-formed.`, member: name };
    if (text === null) {
      if (schema.default !== undefined) given[name] = schema.default;
      continue;
    }
    const read = readText(schema, name, text);
    if ('message' in read) return read;
    given[name] = read.value;
  }
  const known = operation.parameters.map(({ name }) => name);
  const unknown = [...sent.keys()].find((name) => !known.includes(name) && name !== 'session' && name !== 'token');
  if (unknown !== undefined) return { message: `There is no parameter ${unknown}.`, member: unknown };
  if (operation.body === undefined) return { given, body: undefined };
  if (call.body.trim() === '')
    return operation.body.required ? { message: 'A body of JSON is needed.' } : { given, body: {} };
  const body = parsed(call.body);
  if (body === undefined) return { message: 'The body is no JSON.' };
  if (isDeeper(body.value, DEEPEST)) return { message: `The body is nested deeper than ${DEEPEST} levels.` };
  const mistake = mistakeInBody(operation.body.schema, body.value);
  return mistake ?? { given, body: body.value };
}

/** Levels of a body: no row has so many, and whoever walks through it needs room for each. */
const DEEPEST = 100;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1));
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
