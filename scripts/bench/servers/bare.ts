// A server that knows one page and sends it to whoever asks: `node bare.js KIND FILE`. It prints its URL as JSON.
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express, Response } from 'express';

const PATH = '/v1/projects/:projectId/ads/ads';
const [kind = '', file = ''] = process.argv.slice(2);
const bytes = readFileSync(file);

/** An Express app with one route. */
async function express(send: (response: Response) => void): Promise<Server> {
  const { default: createApp } = await import('express');
  const app: Express = createApp();
  app.get(PATH, (_request, response) => send(response));
  return createServer(app as RequestListener);
}

const kinds: Readonly<Record<string, () => Promise<Server>>> = {
  'express-json': () => {
    const page: unknown = JSON.parse(bytes.toString());
    return express((response) => response.json(page));
  },
  'express-buffer': () => express((response) => response.type('json').send(bytes)),
  http: async () =>
    createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': bytes.length });
      response.end(bytes);
    }),
};

const begin = kinds[kind];
if (begin === undefined) throw new Error(`There are ${Object.keys(kinds).join(', ')}; not ${kind}.`);
const server = await begin();
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
});
