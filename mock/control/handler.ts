// What handles one operation of the control plane: typed by its document.
import type { Core } from '../core.ts';
import type { Session } from '../session/session.ts';
import type { OperationId } from './document.ts';
import type { operations } from './generated/openapi.ts';

type Json<T> = T extends { content: { 'application/json': infer B } } ? B : never;

/** The body that an operation takes. */
export type BodyOf<K extends OperationId> = Json<NonNullable<operations[K]['requestBody']>>;

/** The bodies that an operation answers with. */
export type ReplyOf<K extends OperationId> = {
  [S in keyof operations[K]['responses']]: S extends 200 | 201 | 202 ? Json<operations[K]['responses'][S]> : never;
}[keyof operations[K]['responses']];

/** A call that was read and holds. */
export type Asked<K extends OperationId> = {
  readonly mock: Core;
  readonly session: Session;
  /** Parameters of the path and the query, as their schemas say. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly body: BodyOf<K>;
};

/** The status and the body; none for 204. */
export type Result<K extends OperationId> =
  | { readonly status: 200 | 201 | 202; readonly body: ReplyOf<K> }
  | { readonly status: 204 };

export type Handlers<K extends OperationId = OperationId> = { readonly [I in K]: (asked: Asked<I>) => Result<I> };

/** What cannot be done: 400, or 404 where it is not there. */
export class ControlError extends Error {
  readonly status: 400 | 404;

  constructor(message: string, status: 400 | 404 = 400) {
    super(message);
    this.name = 'ControlError';
    this.status = status;
  }
}

export const DONE = { status: 204 } as const;

/** A time as the control plane tells it. */
export function isoTime(instant: number): string {
  return new Date(instant).toISOString();
}
