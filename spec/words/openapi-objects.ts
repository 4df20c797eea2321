// What the objects of an OpenAPI document are made of, in one table: OpenAPI 3.1 section 4.8, and JSON Schema 2020-12.

/** The objects that are looked into. */
export type Kind =
  | 'document'
  | 'info'
  | 'server'
  | 'server variable'
  | 'components'
  | 'path item'
  | 'operation'
  | 'parameter'
  | 'header'
  | 'response'
  | 'media type'
  | 'security scheme'
  | 'schema';

/** What a value may be; a list or a map says what it holds. */
export type Shape =
  | 'any'
  | 'text'
  | 'boolean'
  | 'number'
  | 'types'
  | 'pattern'
  | Kind
  | { readonly list: Shape }
  | { readonly map: Shape }
  | { readonly oneOf: readonly string[] };

type Members = Readonly<Record<string, Shape>>;

const list = (each: Shape): Shape => ({ list: each });
const map = (each: Shape): Shape => ({ map: each });
const oneOf = (...values: readonly string[]): Shape => ({ oneOf: values });
const each = (shape: Shape, ...names: readonly string[]): Members =>
  Object.fromEntries(names.map((name) => [name, shape]));

const requirements = list(map(list('text')));
const described = each('text', 'summary', 'description');
const shown: Members = { ...each('any', 'example', 'examples'), schema: 'schema', content: map('media type') };
const styled: Members = { style: 'text', ...each('boolean', 'explode', 'required', 'deprecated', 'allowReserved') };

/** The members of each object. */
export const openApiObjects: Readonly<Record<Kind, Members>> = {
  document: {
    openapi: 'text',
    info: 'info',
    jsonSchemaDialect: 'text',
    servers: list('server'),
    paths: map('path item'),
    webhooks: map('path item'),
    components: 'components',
    security: requirements,
    tags: list('any'),
    externalDocs: 'any',
  },
  info: { title: 'text', version: 'text', ...described, contact: 'any', license: 'any', termsOfService: 'text' },
  server: { url: 'text', name: 'text', ...described, variables: map('server variable') },
  'server variable': { default: 'text', enum: list('text'), description: 'text' },
  components: {
    schemas: map('schema'),
    responses: map('response'),
    parameters: map('parameter'),
    headers: map('header'),
    securitySchemes: map('security scheme'),
    pathItems: map('path item'),
    examples: map('any'),
    requestBodies: map('any'),
    links: map('any'),
    callbacks: map('any'),
  },
  'path item': {
    ...each('operation', 'get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'),
    ...described,
    servers: list('server'),
    parameters: list('parameter'),
    $ref: 'text',
  },
  operation: {
    operationId: 'text',
    ...described,
    tags: list('text'),
    externalDocs: 'any',
    parameters: list('parameter'),
    requestBody: 'any',
    responses: map('response'),
    callbacks: map('any'),
    deprecated: 'boolean',
    security: requirements,
    servers: list('server'),
  },
  parameter: {
    name: 'text',
    in: oneOf('path', 'query', 'header', 'cookie'),
    ...described,
    ...styled,
    ...shown,
    allowEmptyValue: 'boolean',
    $ref: 'text',
  },
  header: { ...described, ...styled, ...shown, $ref: 'text' },
  response: { ...described, headers: map('header'), content: map('media type'), links: map('any'), $ref: 'text' },
  'media type': { schema: 'schema', example: 'any', examples: 'any', encoding: map('any') },
  'security scheme': {
    type: oneOf('apiKey', 'http', 'mutualTLS', 'oauth2', 'openIdConnect'),
    ...described,
    name: 'text',
    in: oneOf('header', 'query', 'cookie'),
    scheme: 'text',
    bearerFormat: 'text',
    flows: 'any',
    openIdConnectUrl: 'text',
    $ref: 'text',
  },
  schema: {
    $ref: 'text',
    type: 'types',
    properties: map('schema'),
    patternProperties: map('schema'),
    dependentSchemas: map('schema'),
    $defs: map('schema'),
    ...each('schema', 'items', 'contains', 'additionalProperties', 'unevaluatedProperties', 'unevaluatedItems'),
    ...each('schema', 'propertyNames', 'not', 'if', 'then', 'else'),
    ...each(list('schema'), 'allOf', 'anyOf', 'oneOf', 'prefixItems'),
    ...each('number', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'),
    ...each('number', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'),
    ...each('number', 'minContains', 'maxContains'),
    enum: list('any'),
    required: list('text'),
    pattern: 'pattern',
    ...each('text', 'format', 'title', 'description'),
    ...each('boolean', 'uniqueItems', 'readOnly', 'writeOnly', 'deprecated'),
    ...each('any', 'const', 'default', 'example', 'examples'),
  },
};

/** Members without which an object means nothing; none is asked for beside a $ref. */
export const requiredMembers: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  parameter: ['name', 'in'],
  server: ['url'],
  'security scheme': ['type'],
};
