// Reads a document's file: its value, and the line of every place in it.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { yamlPackage } from '../schema/load-on-demand.ts';
import { tokensOf } from '../schema/pointer.ts';
import { ContractError } from './contract-error.ts';

/** A parsed file. */
export type SourceFile = {
  /** The file, as messages name it. */
  readonly name: string;
  readonly value: unknown;
  /** The line on which a JSON Pointer's value begins, from 1; that of the nearest place above where there is none. */
  readonly lineOf: (pointer: string) => number | undefined;
  /** The build has loaded it: its form and its words are not looked at again. @default false */
  readonly checked?: boolean;
};

/** Reads JSON or YAML; throws a ContractError where the file cannot be read or parsed. */
export function readFile(path: string, name = path): SourceFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const advice = `The file cannot be read (${code}). Check the path.`;
    throw new ContractError([{ file: name, pointer: '', advice }], { cause });
  }
  return parseText(text, name);
}

/** Reads JSON or YAML text. */
export function parseText(text: string, name: string): SourceFile {
  try {
    return {
      name,
      value: yamlPackage().parse(text, { maxAliasCount: 100, merge: true }),
      lineOf: (pointer) => lineIn(text, pointer),
    };
  } catch (cause) {
    const { message, linePos } = cause as Error & { linePos?: readonly { readonly line: number }[] };
    const advice = `The file is not readable YAML or JSON: ${message.split(/ at line|\n/)[0]}.`;
    throw new ContractError([{ file: name, pointer: '', line: linePos?.[0]?.line, advice }], { cause });
  }
}

/** Reads one of this package's own files; the build leaves them parsed, for YAML takes longer than all the rest of a start. */
export function readOwnFile(name: string): SourceFile {
  const parsed = new URL(`../${name.replace(/yaml$/, 'json')}`, import.meta.url);
  if (!existsSync(parsed)) return readFile(fileURLToPath(new URL(`../${name}`, import.meta.url)), name);
  return { name, value: JSON.parse(readFileSync(parsed, 'utf8')), lineOf: () => undefined, checked: true };
}

/** Lines are asked for only where something is wrong: the text is read a second time then. */
function lineIn(text: string, pointer: string): number | undefined {
  const { isMap, isNode, isPair, isSeq, LineCounter, parseDocument } = yamlPackage();
  const lines = new LineCounter();
  let here: unknown = parseDocument(text, { lineCounter: lines }).contents;
  let line = 1;
  for (const token of tokensOf(pointer)) {
    if (isMap(here)) {
      const pair = here.items.find(({ key }) => String(isNode(key) ? key.toJSON() : key) === token);
      if (!isPair(pair)) break;
      const start = isNode(pair.key) ? pair.key.range?.[0] : undefined;
      if (start !== undefined) line = lines.linePos(start).line;
      here = pair.value;
    } else if (isSeq(here)) {
      here = here.items[Number(token)];
      const start = isNode(here) ? here.range?.[0] : undefined;
      if (start !== undefined) line = lines.linePos(start).line;
    } else break;
  }
  return line;
}
