// Prism's validating proxy as a process of its own, on a free port of loopback.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** One thing that Prism says is not as the document has it. */
export type PrismViolation = {
  /** First `request` or `response`, then the way into it. */
  readonly location: readonly string[];
  readonly message: string;
};

export type Prism = { readonly url: string; readonly close: () => Promise<void> };

/** The header in which the proxy reports, beside the reply that it passes on. */
const REPORT_HEADER = 'sl-violations';
const LISTENING = /Prism is listening on (http:\/\/127\.0\.0\.1:\d+)/;

/** Starts a proxy that holds requests to `upstream`, and its replies, against the document. Rejects where Prism does not start. */
export async function startPrism(document: string, upstream: string): Promise<Prism> {
  const cli = require.resolve('@stoplight/prism-cli/dist/index.js');
  const child = spawn(process.execPath, [cli, 'proxy', document, upstream, '--port', '0', '--host', '127.0.0.1']);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = () => child.kill();
  process.once('exit', kill);

  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    // Prism says a line for each step of each call; what nobody reads would stop it.
    const hear = (data: unknown) => {
      said = `${said}${data}`.slice(-4000);
      const listening = LISTENING.exec(said)?.[1];
      if (listening !== undefined) resolve(listening);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`Prism did not start on ${document}:\n${said}`)));
  });
  const close = async () => {
    process.off('exit', kill);
    kill();
    await exited;
  };
  return { url, close };
}

/** What Prism reports of one exchange. */
export function violationsOf(response: Response): readonly PrismViolation[] {
  const report = response.headers.get(REPORT_HEADER);
  if (report === null) return [];
  // Prism cuts a long report short, and then it is no JSON.
  if (!report.startsWith('[')) return [{ location: ['response'], message: report }];
  return JSON.parse(report) as PrismViolation[];
}
