// What a run is asked to do.
import type { Contract } from '../spec/index.ts';
import type { Clock } from './http/clock.ts';
import type { Credentials } from './http/credentials.ts';
import type { Result } from './verdict/report.ts';
import type { Depth } from './walk/context.ts';

/** What is judged, and how. */
export type JudgeOptions = {
  /** The deployment, without the path: `https://staging.example`. */
  readonly baseUrl: string;
  /** What a caller may show, by vendor and name. @default none */
  readonly credentials?: Credentials;
  /** The vendors that are judged, by name. @default all of the contract */
  readonly apis?: readonly string[];
  /** Only these operations, by id; the others are read where references lead to them. @default all */
  readonly operations?: readonly string[];
  /** Only these checks. @default all */
  readonly only?: readonly string[];
  /** Not these checks. @default none */
  readonly skip?: readonly string[];
  /** @default 'standard' */
  readonly depth?: Depth;
  /** Most requests in the whole run. @default 400 at standard depth, 4000 at full */
  readonly maxRequests?: number;
  /** Most requests a second; 0 for no bound. @default 0 */
  readonly rate?: number;
  /** For one exchange, in milliseconds. @default 10000 */
  readonly timeout?: number;
  /** The longest body that is read, in bytes. A longer one is no breach, and not judged. @default 67108864 */
  readonly maxBody?: number;
  /** Further headers of every request, for a gateway; none replaces a credential, and their values are secrets. @default none */
  readonly headers?: Readonly<Record<string, string>>;
  /** Chooses among inputs that tell as much as each other: which forged cursor, which invalid value. @default 1 */
  readonly seed?: number;
  /** @default this package's own */
  readonly contract?: Contract;
  /** @default the global fetch */
  readonly fetch?: typeof fetch;
  /** What times are measured and waited by; another one spares tests the waits. @default the machine's */
  readonly clock?: Clock;
  /** Called with every result, and after every request. */
  readonly onResult?: (result: Result) => void;
  readonly onRequest?: (sent: number) => void;
  /** Called before a wait that is worth a word, with its milliseconds and its reason. */
  readonly onWait?: (milliseconds: number, why: string) => void;
};
