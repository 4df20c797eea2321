// The control plane for whoever listens: Express is loaded with the first call.
import type { RequestListener } from 'node:http';
import type { Core } from '../core.ts';
import { originForm } from './http-call.ts';

/** Where the control plane is. */
const CONTROL = '/_mock';

/** Whether a path is the control plane's. */
export function isControl(path: string): boolean {
  return path === CONTROL || path.startsWith(`${CONTROL}/`);
}

/** The path behind the prefix. */
export function controlPath(path: string): string {
  return path.slice(CONTROL.length) || '/';
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
