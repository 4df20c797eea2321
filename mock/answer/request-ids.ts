// Request ids that look like the documented one, and count up: the same in every run.
import type { ContractDocument } from '../../spec/index.ts';

/** How many letters and digits at the end of the example are replaced. */
const COUNTED = 16;

/** Ids in the form of `example`: its last letters and digits replaced by a count. */
export function createRequestIds(example: string): (count: number) => string {
  const tail = /[A-Za-z0-9]*$/.exec(example)?.[0].slice(-COUNTED) ?? '';
  const head = example.slice(0, example.length - tail.length);
  // Of digits alone nobody knows which letters may stand among them.
  const base = /[A-Za-z]/.test(tail) ? 16 : 10;
  return (count) => {
    const digits = count.toString(base).padStart(tail.length, '0').slice(-Math.max(tail.length, 1));
    return `${head}${tail === tail.toUpperCase() ? digits.toUpperCase() : digits}`;
  };
}

/** The form of ids where the document has none: for the mock's own messages. */
const OWN_FORM = 'req_0000000000000000';

/** One count for all documents, each in the form of its own ids. */
export function countRequestIds(): (document: ContractDocument) => string {
  const forms = new Map<string, (count: number) => string>();
  let count = 0;
  return ({ name, error }) => {
    const form = forms.get(name) ?? createRequestIds(error.requestId?.example ?? OWN_FORM);
    forms.set(name, form);
    return form(count++);
  };
}
