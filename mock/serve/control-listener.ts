// The control plane for whoever listens: Express is loaded with the first call.
import type { RequestListener } from 'node:http';
import type { Call } from '../answer/call.ts';
import type { Core } from '../core.ts';
import { originForm } from './http-call.ts';

/** Where the control plane is. */
const CONTROL = '/_mock';

/** Whether a path is the control plane's. */
export function isControl(path: string): boolean {
  return path === CONTROL || path.startsWith(`${CONTROL}/`);
}

/** The path behind the prefix, and its query where it has one. */
export function controlPath(target: string): string {
  const rest = target.slice(CONTROL.length);
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** What a call must wait for: the faults of the contract, where it may name one. */
export function beforeAnswering(core: Core | undefined, { path, headers }: Call): Promise<void> | undefined {
  return isControl(path) || headers['x-mock-fault'] !== undefined ? core?.loadFaults() : undefined;
}

/** Answers calls to the control plane; undefined where there is no mock to control. */
export function controlListener(core: Core | undefined, token: string | undefined): RequestListener | undefined {
  if (core === undefined) return undefined;
  let app: Promise<RequestListener> | undefined;
  return (request, response) => {
    app ??= import('../control/control-app.ts').then(({ createControlApp }) =>
      createControlApp(core, token === undefined ? {} : { token }),
    );
    request.url = controlPath(originForm(request.url));
    void app.then((listener) => listener(request, response));
  };
}
