// Who must be refused by a list: callers without a key, with near misses of the good one, with keys that are not enough, and for
// other tenants than their own.
import { credentialFor, REFUSED_ROLES, type Situation } from '../../../spec/index.ts';
import { ALTERATIONS, alteredKey, isMisplacement, USUAL_ALTERATIONS } from '../../http/altered-key.ts';
import { keyFor } from '../../http/credentials.ts';
import type { Shown } from '../../http/exchange.ts';
import { type Context, listIndex, vendorsLists } from '../../walk/context.ts';
import { nonexistentId } from '../filters/nonexistent-id.ts';
import { nearMisses } from '../request-budget.ts';

/** A caller who must be refused. */
export type RefusedCaller = {
  readonly situation: Situation;
  /** What is wrong with the call, for messages: `without a credential`. */
  readonly manner: string;
  readonly credential: Shown;
  /** Values of tenant parameters in place of the caller's own. @default none */
  readonly tenants?: Readonly<Record<string, string>>;
  /**
   * What the standard depth asks: the bare list, the fullest query that the list has answered, or the fullest with
   * identifiers of rows, for they may be looked up whoever they belong to.
   */
  readonly briefly: 'bare' | 'full' | 'naming';
};

/** A caller who was not there: the credential is not known. */
export type MissingCaller = { readonly situation: Situation; readonly gap: string };

/** Keys that are valid and refused all the same, for messages: `with …`. */
export const REFUSED_KEYS: Readonly<Record<(typeof REFUSED_ROLES)[number], string>> = {
  'insufficient-scope': 'a key without the scope',
  'revoked-credential': 'a revoked key',
  'insufficient-plan': 'a key of a plan without API access',
};

type Callers = { readonly callers: readonly RefusedCaller[]; readonly missing: readonly MissingCaller[] };

/** All whom the operation must refuse, in the order in which they call. */
export function refusedCallers(context: Context): Callers {
  const { refusals } = context.operation;
  const roles = REFUSED_ROLES.map((role) => withRefusedKey(context, role));
  const all = [withoutGoodKey(context), ...roles, ...elsewhere(context)];
  return {
    callers: all.flatMap(({ callers }) => callers).filter(({ situation }) => refusals[situation] !== undefined),
    missing: all.flatMap(({ missing }) => missing),
  };
}

/** A call without a key, and near misses of the good one: at the standard depth a few in each list of the vendor. */
function withoutGoodKey(context: Context): Callers {
  const { operation, keyring, depth, seed } = context;
  const { alternatives, optional } = operation.security;
  if (alternatives.length === 0) return { callers: [], missing: [] };
  const none = { situation: 'no-credential', manner: 'without a credential', credential: 'none' } as const;
  const key = keyFor(operation);
  const value = key === undefined ? undefined : keyring.valueFor(key);
  const schemes = alternatives.map(({ scheme }) => scheme);
  const tried = depth === 'full' ? ALTERATIONS : USUAL_ALTERATIONS;
  const possible = tried.filter((each) => alteredKey(schemes, value ?? '', each) !== undefined);
  // Where a call without a key is served too, one that shows none where it is looked for is such a call.
  const wrong = possible.filter((alteration) => !optional || !(alteration === 'empty' || isMisplacement(alteration)));
  const lists = vendorsLists(context);
  const startOf = (list: number) => Math.floor((list * wrong.length) / lists.length);
  const place = lists.indexOf(context);
  const most = nearMisses(wrong.length, lists.length);
  const each = depth === 'full' ? wrong.length : Math.min(most, startOf(place + 1) - startOf(place));
  const first = startOf(place) + Math.max(0, seed - 1) * most;
  const chosen = Array.from({ length: each }, (_, turn) => wrong[(first + turn) % wrong.length]);
  const altered = chosen.flatMap((alteration, turn): RefusedCaller[] =>
    key === undefined || alteration === undefined
      ? []
      : [
          {
            situation: 'wrong-credential',
            manner: `with a key that is ${alteration}`,
            credential: { altered: key, alteration },
            // One of them asks for as much as the call without a key: any key may do where parameters lead past the door.
            briefly: turn === 0 ? 'full' : 'bare',
          },
        ],
  );
  return { callers: [...(optional ? [] : [{ ...none, briefly: 'full' } as const]), ...altered], missing: [] };
}

function withRefusedKey({ operation, keyring }: Context, situation: (typeof REFUSED_ROLES)[number]): Callers {
  const key = REFUSED_KEYS[situation];
  const credential = credentialFor(operation, situation);
  const lacking = (gap: string): Callers => ({ callers: [], missing: [{ situation, gap }] });
  if (credential === undefined) return lacking('the contract names no such key');
  const [value, good] = [credential, keyFor(operation)].map((each) => each && keyring.valueFor(each));
  if (value === undefined) return lacking(`needs ${key} (--${credential.option})`);
  if (value === good) return lacking(`needs ${key}: the one that was given is the good key (--${credential.option})`);
  return { callers: [{ situation, manner: `with ${key}`, credential, briefly: 'full' }], missing: [] };
}

/** Calls for the rows of somebody else, and of somebody who does not exist. */
function elsewhere(context: Context): Callers[] {
  return context.operation.tenants.map(({ parameter, own, foreign }): Callers => {
    const given = foreign === undefined ? undefined : context.keyring.valueFor(foreign);
    const value = given === context.tenants[parameter] ? undefined : given;
    const callerFor = (situation: Situation, whose: string, tenant: string): RefusedCaller => ({
      situation,
      manner: `for a ${own.label} ${whose}`,
      credential: context.credential,
      tenants: { [parameter]: tenant },
      briefly: 'bare',
    });
    const nobodys = nonexistentId([context.tenants[parameter]]);
    const callers = [
      ...(value === undefined ? [] : [callerFor('foreign-tenant', 'of somebody else', value)]),
      callerFor('unknown-tenant', 'that does not exist', nobodys),
    ];
    // Identifiers alone may say which rows are meant: in every other list they go with the one tenant or the other.
    const naming = callers.length > 1 ? (listIndex(context) + 1) % callers.length : undefined;
    const gap = `needs a ${own.label} of somebody else (--${foreign?.option}); only one that nobody has was tried`;
    return {
      callers: callers.map((each, index) => (index === naming ? { ...each, briefly: 'naming' } : each)),
      missing: value === undefined && foreign !== undefined ? [{ situation: 'foreign-tenant', gap }] : [],
    };
  });
}
