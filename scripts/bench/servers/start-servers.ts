// Starts the servers that are measured against each other: this mock, and what there is beside it.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { repository } from '../../repository.ts';
import { ask, type Served, serve } from '../served.ts';

const COMMAND = fileURLToPath(new URL('../../cli/ads-kit.js', import.meta.url));
const BARE = fileURLToPath(new URL('bare.js', import.meta.url));
const DOCUMENT = fileURLToPath(new URL('spec/layers.yaml', repository));

/** What a bare server is made of, and how it sends the page. */
export type BareKind = 'express-json' | 'express-buffer' | 'http';

/** This mock as its user starts it, and how its list of ads is asked for. */
export type ServedMock = Served & {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
};

export async function serveMock(): Promise<ServedMock> {
  const served = await serve([COMMAND, 'mock', '--port', '0', '--json']);
  const { layers } = JSON.parse(served.said) as { layers: { project: string; token: string } };
  return {
    ...served,
    path: `/v1/projects/${layers.project}/ads/ads`,
    headers: { authorization: `Bearer ${layers.token}` },
  };
}

/** A bare server of the page in this file. */
export function serveBare(kind: BareKind, page: string): Promise<Served> {
  return serve([BARE, kind, page]);
}

type PrismDocument = {
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
};
type Operation = { readonly responses: Record<string, { readonly content: Record<string, Media> }> };
type Media = { examples?: unknown; example?: unknown };

/** Prism's mock of the same document, which has this page as its only example of ads. */
export function servePrism(page: string, folder: string): Promise<Served> {
  const document = parse(readFileSync(DOCUMENT, 'utf8')) as PrismDocument;
  const media = document.paths['/v1/projects/{projectId}/ads/ads']?.get.responses['200']?.content['application/json'];
  if (media === undefined) throw new Error('The document has no list of ads.');
  delete media.examples;
  media.example = JSON.parse(readFileSync(page, 'utf8'));
  const file = join(folder, 'prism.json');
  writeFileSync(file, JSON.stringify(document));
  const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
  return serve(
    [prism, 'mock', file, '--port', '0', '--host', '127.0.0.1'],
    (said) => /Prism is listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1],
  );
}

/** The body of a good reply; rejects where it is none. */
export async function goodReply(url: string, headers: Readonly<Record<string, string>>): Promise<Buffer> {
  const { status, body } = await ask(url, headers);
  if (status !== 200) throw new Error(`${url} answered ${status}.`);
  return body;
}
