// The id of a request is told twice, alike, and no other request has it.
import { at } from '../../../spec/index.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Flaw } from '../../verdict/finding.ts';
import { type Check, cite, flawsAbout } from '../check.ts';

const id = 'request-id';

export const requestId: Check = {
  id,
  title: 'A request id is told alike in header and body, and belongs to one request',
  applies: ({ error }) => error.requestId !== undefined,
  judge: (evidence) => {
    const { operation, register, exchanges } = evidence;
    const place = operation.error.requestId;
    if (place === undefined) return { flaws: [], gaps: [], message: 'no id' };
    const header = place.header.toLowerCase();
    const clauses = cite(id, evidence);
    const level = register.get(clauses[0] ?? '')?.level ?? 'should';
    const flaw = (message: string, expected: string, received: string, exchanges: readonly Exchange[]): Flaw =>
      flawsAbout(id, evidence, { subject: message, clauses, level, exchanges })(message, expected, received);
    const told = exchanges.flatMap((exchange) => {
      const { [header]: own } = exchange.headers;
      return own === undefined ? [] : [{ exchange, own }];
    });
    const errors = told.flatMap(({ exchange, own }) => {
      const twin = place.body === undefined || exchange.status < 400 ? undefined : at(exchange.body, place.body);
      return typeof twin === 'string' ? [{ exchange, own, twin }] : [];
    });
    const apart = errors
      .filter(({ own, twin }) => own !== twin)
      .map(({ exchange, own, twin }) =>
        flaw('the id in the error body is not the one in the header', own, twin, [exchange]),
      );
    const first = new Map<string, Exchange>();
    const shared = told.flatMap(({ exchange, own }): Flaw[] => {
      const before = first.get(own);
      first.set(own, before ?? exchange);
      return before === undefined
        ? []
        : [flaw('two replies have the same request id', 'an id of its own', own, [before, exchange])];
    });
    const gaps = errors.length > 0 || place.body === undefined ? [] : ['needs one refusal whose body has an id'];
    return {
      flaws: [...apart, ...shared],
      gaps: told.length < 2 ? ['needs two replies with an id'] : gaps,
      message: `${told.length} ids in headers, ${errors.length} of them in bodies too`,
    };
  },
};
