// All kinds of broken replies.
import type { Kind } from '../kind.ts';
import { codings } from './codings.ts';
import { connections } from './connections.ts';
import { statuses } from './statuses.ts';
import { texts } from './texts.ts';
import { values } from './values.ts';

export const kinds: readonly Kind[] = [...codings, ...connections, ...texts, ...values, ...statuses];
