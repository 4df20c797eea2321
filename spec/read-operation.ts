// Turns one OpenAPI operation into the Operation that mock and judge use; refuses what has no meaning.
import type { Ajv2020 } from 'ajv/dist/2020.js';
import type { Register } from './clause.ts';
import { ContractError } from './contract-error.ts';
import type { Filter } from './filter.ts';
import type {
  Api,
  ListMeaning,
  Operation,
  Paging,
  Parameter,
  Refusal,
  Security,
  Situation,
  SizeBounds,
  Tenant,
} from './operation.ts';
import { at, escapeToken, isRecord } from './pointer.ts';
import { readRow } from './read-row.ts';
import { compileReply, type ReplySchema } from './reply-schema.ts';
import { follow } from './schema-tree.ts';

/** One operation of a parsed document. */
export type OperationSource = {
  readonly api: Api;
  /** The document's file name, as ajv knows it. */
  readonly name: string;
  readonly ajv: Ajv2020;
  readonly document: Record<string, unknown>;
  readonly register: Register;
  readonly path: string;
  readonly method: string;
};

type Node = Record<string, unknown>;

/** Reads one operation; throws a ContractError where a parameter or reply cannot be understood. */
export function readOperation(source: OperationSource): Operation {
  const { document, api, path } = source;
  const pointer = `/paths/${escapeToken(path)}/${source.method}`;
  const node = at(document, pointer) as Node;
  const refuse = (place: string, advice: string) => new ContractError(source.name, `${pointer}${place}`, advice);
  if (source.method !== 'get') throw refuse('', 'Only GET operations that list rows are understood.');
  const page = source.register.get(clausesOf(node)[0] ?? '')?.page;
  if (page === undefined)
    throw refuse('', 'The operation needs x-clause: first a clause of the page that documents it.');
  if (!isRecord(node['x-list']))
    throw refuse('', 'The operation needs x-list: what its rows are and how they are paged.');

  const places = ((node.parameters ?? []) as unknown[]).map((_, index) =>
    follow(document, `${pointer}/parameters/${index}`),
  );
  const parameters = places.map((place) => readParameter(document, place));
  const filters = places.flatMap((place) => readFilter(document, place));
  const stated = node['x-list'] as Omit<ListMeaning, 'unique' | 'size'> & { unique?: string[] };
  const size = sizeBounds(stated.paging, parameters);
  const list: ListMeaning = { ...stated, unique: stated.unique ?? [], ...(size === undefined ? {} : { size }) };

  const understood = new Set([...filters.map(({ name }) => name), ...Object.values(list.paging)]);
  for (const [index, parameter] of parameters.entries()) {
    if (parameter.in === 'query' && !understood.has(parameter.name)) {
      throw refuse(
        `/parameters/${index}`,
        `${parameter.name} has no meaning. Give it x-filter, or name it in x-list.paging.`,
      );
    }
  }
  const own = clauseFilter(source, page);
  const replies = compileReplies(source, pointer, own);
  const row = readRow(document, `${pointer}/responses/200/content/application~1json/schema`, list.items);
  const tenant = readTenant(document, places);
  return {
    id: String(node.operationId),
    api,
    method: 'GET',
    path,
    summary: String(node.summary),
    page,
    list,
    parameters: parameters.map(own),
    filters: filters.map(own),
    references: row.references.map(own),
    fieldValues: row.fieldValues,
    security: own(readSecurity(document, node)),
    ...(tenant === undefined ? {} : { tenant: own(tenant) }),
    refusals: readRefusals(document, pointer, own),
    reply: (status) => replies.get(String(status)) ?? replies.get('default'),
    statuses: [...replies.keys()].filter((status) => status !== 'default').map(Number),
  };
}

/** Shared components cite the clauses of every page that uses them: an operation keeps those of its own page and of the facts. */
type ClauseFilter = <T extends { readonly clauses: readonly string[] }>(part: T) => T;

function clauseFilter({ register }: OperationSource, page: string): ClauseFilter {
  const applies = (id: string) => [page, 'layers-facts', 'klayrai-facts'].includes(register.get(id)?.page ?? '');
  return (part) => ({ ...part, clauses: part.clauses.filter(applies) });
}

function compileReplies(source: OperationSource, pointer: string, own: ClauseFilter): Map<string, ReplySchema> {
  const statuses = Object.keys(at(source.document, `${pointer}/responses`) as Node);
  return new Map(
    statuses.map((status) => {
      const place = follow(source.document, `${pointer}/responses/${status}`);
      try {
        return [status, compileReply({ ...source, own, pointer: place, status: Number(status) })] as const;
      } catch (cause) {
        throw new ContractError(source.name, place, `The schema does not compile: ${(cause as Error).message}`, {
          cause,
        });
      }
    }),
  );
}

function clausesOf(node: Node): readonly string[] {
  return (node['x-clause'] ?? []) as readonly string[];
}

function readParameter(document: Node, place: string): Parameter {
  const node = at(document, place) as Node;
  const schema = at(document, follow(document, `${place}/schema`)) as Node;
  const items = at(document, follow(document, `${place}/schema/items`)) as Node | undefined;
  return {
    name: String(node.name),
    in: node.in as Parameter['in'],
    type: schema.type as Parameter['type'],
    allowed: (schema.enum ?? items?.enum ?? []) as Parameter['allowed'],
    clauses: clausesOf(node),
    ...pick(schema, ['minimum', 'maximum', 'format', 'default']),
    ...pick(node, ['example']),
  };
}

function pick(node: Node, names: readonly string[]): object {
  return Object.fromEntries(names.filter((name) => name in node).map((name) => [name, node[name]]));
}

function readFilter(document: Node, place: string): Filter[] {
  const node = at(document, place) as Node;
  const meaning = node['x-filter'] as Pick<Filter, 'field' | 'test' | 'value' | 'when'> | undefined;
  if (meaning === undefined) return [];
  const { name, type, allowed, clauses } = readParameter(document, place);
  return [{ name, ...meaning, many: type === 'array', allowed: type === 'boolean' ? [true, false] : allowed, clauses }];
}

function sizeBounds(paging: Paging, parameters: readonly Parameter[]): SizeBounds | undefined {
  if (paging.style === 'none') return undefined;
  const name = paging.style === 'cursor' ? paging.limit : paging.size;
  const parameter = parameters.find((candidate) => candidate.name === name);
  if (parameter === undefined) return undefined;
  const { minimum = 1, maximum = Number.MAX_SAFE_INTEGER } = parameter;
  return { minimum, maximum, default: Number(parameter.default) };
}

function readSecurity(document: Node, operation: Node): Security {
  const [requirement = {}] = (operation.security ?? document.security ?? []) as Record<string, string[]>[];
  const [[name = '', scopes = []] = []] = Object.entries(requirement);
  const scheme = at(document, `/components/securitySchemes/${name}`) as Node;
  const bearer = scheme.type === 'http';
  return {
    header: bearer ? 'authorization' : String(scheme.name).toLowerCase(),
    prefix: bearer ? 'Bearer' : '',
    scopes,
    clauses: clausesOf(scheme),
  };
}

function readTenant(document: Node, places: readonly string[]): Tenant | undefined {
  for (const place of places) {
    const node = at(document, place) as Node;
    const stated = node['x-tenant'] as { credential: string; foreign: string } | undefined;
    if (stated !== undefined) return { parameter: String(node.name), ...stated, clauses: clausesOf(node) };
  }
  return undefined;
}

function readRefusals(document: Node, pointer: string, own: ClauseFilter): Partial<Record<Situation, Refusal>> {
  const refusals: Partial<Record<Situation, Refusal>> = {};
  for (const status of Object.keys(at(document, `${pointer}/responses`) as Node)) {
    const response = at(document, follow(document, `${pointer}/responses/${status}`)) as Node;
    const situations = (response['x-when'] ?? {}) as Record<
      Situation,
      { code: string; message: string; accept?: string[]; observed?: true; 'x-clause'?: string[] }
    >;
    for (const [situation, stated] of Object.entries(situations)) {
      refusals[situation as Situation] = own({
        status: Number(status),
        code: stated.code,
        accept: stated.accept ?? [],
        message: stated.message,
        observed: stated.observed === true,
        clauses: stated['x-clause'] ?? clausesOf(response),
      });
    }
  }
  return refusals;
}
