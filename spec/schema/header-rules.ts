// The headers that a response documents: which must be there, which never are, and a value that each may have.
import { minimalValue } from './minimal-value.ts';
import { at, escapeToken, isRecord } from './pointer.ts';
import { follow, isNothing } from './schema-tree.ts';
import { typesAt } from './schema-types.ts';

/** A header, and a value that it may have. */
export type SampleHeader = { readonly name: string; readonly value: string };

export type HeaderRule = {
  readonly name: string;
  readonly required: boolean;
  /** Whether the header is documented as never sent. */
  readonly never: boolean;
  readonly pointer: string;
  /** What the header's text can stand for, by the types of its schema; the text itself last. */
  readonly readings: (text: string) => readonly unknown[];
  readonly sample: string;
  readonly clauses: readonly string[];
};

/** Where a response stands, and how the clauses of a header are found. */
type HeaderSource = {
  readonly document: unknown;
  readonly pointer: string;
  readonly headerClauses: (header: unknown, name: string) => readonly string[];
};

/** The headers of a response. */
export function headerRules({ document, pointer, headerClauses }: HeaderSource): HeaderRule[] {
  const declared = at(document, `${pointer}/headers`);
  return Object.keys(isRecord(declared) ? declared : {}).map((name) => {
    const place = follow(document, `${pointer}/headers/${escapeToken(name)}`);
    const header = at(document, place) as { required?: boolean; example?: unknown };
    const sample = String(header.example ?? minimalValue(document, `${place}/schema`) ?? '');
    return {
      name,
      required: header.required === true,
      never: isNothing(at(document, follow(document, `${place}/schema`))),
      pointer: `${place}/schema`,
      readings: readingsOf(typesAt(document, [`${place}/schema`]).types),
      sample,
      clauses: headerClauses(header, name),
    };
  });
}

function readingsOf(types: ReadonlySet<string>): HeaderRule['readings'] {
  const isNumber = types.has('integer') || types.has('number');
  return (text) => [
    ...(isNumber && text.trim() !== '' ? [Number(text)] : []),
    ...(types.has('boolean') && (text === 'true' || text === 'false') ? [text === 'true'] : []),
    ...(types.has('array') ? [text.split(',').map((each) => each.trim())] : []),
    text,
  ];
}
