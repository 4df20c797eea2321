// The code in the body of a refusal.
import { at, type Operation } from '../../../spec/index.ts';
import type { Exchange } from '../../http/exchange.ts';

/** The code that a refusal shows where the contract says that codes stand; `due` where it says nothing of them. */
export function codeIn({ error }: Operation, { body }: Exchange, due: string | undefined): unknown {
  return error.code === undefined ? due : at(body, error.code);
}

/** Whether there is no code because the body has another form, of which the check of error bodies speaks: it may stand elsewhere. */
export function isCodeElsewhere(operation: Operation, { status, body }: Exchange, code: unknown): boolean {
  return code === undefined && (operation.reply(status)?.violations(body) ?? []).length > 0;
}
