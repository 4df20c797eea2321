// The control plane over HTTP: an Express app.
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { Core } from '../core.ts';
import { SESSION_NAME } from '../session/sessions.ts';
import { type ControlReply, control } from './control-plane.ts';
import { type Guard, refuseControl } from './guard.ts';
import { INSPECTOR_PAGE } from './inspector-page.ts';
import { streamJournal } from './journal-stream.ts';

/** Bytes of a body. */
const MOST_BODY = '1mb';

/** An app that serves the control plane of a mock under any prefix that it is mounted at. */
export function createControlApp(mock: Core, guard: Guard): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use((request, response, next) => {
    const refused = refuseControl({ headers: request.headers, query: queryOf(request) }, guard);
    if (refused === undefined) next();
    else send(response, refused);
  });
  app.get(
    '/',
    (_request, response) => void response.type('html').set('Cache-Control', 'no-store').send(INSPECTOR_PAGE),
  );
  app.get('/journal', (request, response, next) => {
    const name = sessionOf(request);
    const isStream = request.accepts(['application/json', 'text/event-stream']) === 'text/event-stream';
    // What is no name of a session is refused as everywhere.
    if (!isStream || (name !== undefined && name !== '' && !SESSION_NAME.test(name))) return next();
    streamJournal(mock, name, request, response);
  });
  app.use(express.text({ type: () => true, limit: MOST_BODY }), (request, response) => {
    send(
      response,
      control(mock, {
        method: request.method,
        path: request.path,
        query: queryOf(request),
        session: sessionOf(request),
        body: textOf(request.body),
      }),
    );
  });
  app.use((error: Error & { status?: number }, _request: Request, response: Response, _next: NextFunction) => {
    const { status = 400, message } = error;
    send(response, { status: status < 500 ? status : 400, headers: {}, body: { error: { message } } });
  });
  return app;
}

/** The body as text: an app that the mock is mounted in may have read it already. */
function textOf(body: unknown): string {
  if (typeof body === 'string') return body;
  return body === undefined ? '' : JSON.stringify(body);
}

function queryOf({ url }: Request): string {
  const mark = url.indexOf('?');
  return mark < 0 ? '' : url.slice(mark + 1);
}

/** The session that a call concerns: named by the header, or where none can be sent, by the query. */
function sessionOf(request: Request): string | undefined {
  return request.get('x-mock-session') ?? new URLSearchParams(queryOf(request)).get('session') ?? undefined;
}

function send(response: Response, { status, headers, body }: ControlReply): void {
  response.status(status).set(headers).set('Cache-Control', 'no-store');
  if (body === undefined) response.end();
  else response.json(body);
}
