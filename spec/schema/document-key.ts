// How ajv knows a document: by its name, without what a URI would have otherwise.

/** The key of a document; each has an ajv of its own, so that two names may give the same. */
export function documentKey(name: string): string {
  return name.replaceAll(/[^\w.-]+/g, '-');
}
