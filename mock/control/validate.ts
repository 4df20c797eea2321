// Holds what is asked of the control plane against its document.
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { ajvPackage, cached, formatsPackage, once } from '../../spec/index.ts';
import { controlDocument } from './document.ts';

/** Loaded with the first call that has a body or a query. */
const compiler = once(() => {
  const { Ajv2020 } = ajvPackage();
  const formats = formatsPackage();
  const ajv = new Ajv2020({ strict: false, allErrors: false, coerceTypes: false });
  const coercing = new Ajv2020({ strict: false, coerceTypes: true });
  for (const each of [ajv, coercing]) {
    formats.default(each, ['date-time']);
    each.addSchema({ ...controlDocument(), $id: 'control' });
  }
  return { ajv, coercing, compiled: new Map<object, ValidateFunction>() };
});

/** What is wrong, and with which member. */
export type Mistake = { readonly message: string; readonly member: string | undefined };

/** The first thing that is wrong with a body; undefined where it keeps its schema. */
export function mistakeInBody(schema: object, body: unknown): Mistake | undefined {
  const validate = compiledOf(schema, 'ajv');
  return validate(body) ? undefined : told(validate.errors?.[0], 'The body');
}

/** Reads a text as its schema says; the value, or what is wrong with it. */
export function readText(schema: object, name: string, text: string): { readonly value: unknown } | Mistake {
  const holder = { value: text as unknown };
  const validate = compiledOf({ type: 'object', properties: { value: schema } }, 'coercing', schema);
  if (validate(holder)) return { value: holder.value };
  const { message } = told(validate.errors?.[0], name);
  return { message: message.replace(/^value/, name), member: name };
}

function compiledOf(schema: object, which: 'ajv' | 'coercing', key: object = schema): ValidateFunction {
  const { compiled, ...compilers } = compiler();
  return cached(compiled, key, () => compilers[which].compile(rebased(schema)));
}

/** The schema, its references pointing into the document. */
function rebased(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"control#/'));
}

function told(error: ErrorObject | undefined, whole: string): Mistake {
  const { instancePath = '', keyword = '', params = {}, message = 'is wrong' } = error ?? {};
  const member = instancePath.slice(1).replaceAll('/', '.');
  const subject = member === '' ? whole : member;
  if (keyword === 'required') {
    const name = [member, String(params.missingProperty)].filter((part) => part !== '').join('.');
    return { message: `${name} is needed.`, member: name };
  }
  if (keyword === 'additionalProperties')
    return {
      message: `${subject} has no member ${params.additionalProperty}.`,
      member: String(params.additionalProperty),
    };
  if (keyword === 'enum')
    return { message: `${subject} must be one of ${(params.allowedValues as unknown[]).join(', ')}.`, member };
  return { message: `${subject} ${message}.`, member: member === '' ? undefined : member };
}
