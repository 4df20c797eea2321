// One question to the filters of a list.
import type { Arguments } from '../../walk/filter-arguments.ts';

/** What a probe is for; the check of the same name reports it. */
export type ProbeKind = 'value' | 'values' | 'pair' | 'impossible' | 'bound';

/** One question to the list. */
export type Probe = { readonly kind: ProbeKind; readonly args: Arguments };
