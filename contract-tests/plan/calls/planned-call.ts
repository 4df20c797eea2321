// One call that a list will be asked: its filters, the order, the size and place of its page, and a bad cursor beside them.
import type { QueryPair } from '../../../spec/index.ts';
import type { Arguments } from '../../walk/filter-arguments.ts';

/** What a probe is for; the check of the same name reports it. */
export type ProbeKind = 'value' | 'values' | 'pair' | 'impossible' | 'bound';

/** One question to the list. */
export type Probe = { readonly kind: ProbeKind; readonly args: Arguments };

/** How a probe is asked. */
type Asking = {
  /** The rows of a page; undefined for the default. */
  readonly size: number | undefined;
  /** The most pages that are read; all where none is said. */
  readonly maxPages?: number;
  /** The first page, by its number or place. */
  readonly first?: string | undefined;
  /** The class of a bad cursor that goes with the call, which then counts as none. */
  readonly cursor?: string | undefined;
  /** Whether the size and the place stand before the filters. */
  readonly isPageFirst?: boolean;
  /** The order that is asked for; none where there is no choice. */
  readonly order?: readonly QueryPair[];
};

export type PlannedCall = { readonly probe: Probe; readonly asking: Asking };
