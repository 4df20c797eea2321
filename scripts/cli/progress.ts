// One line on a terminal that says how far a run is; nothing where there is no terminal.
import type { JudgeOptions } from '../../contract-tests/index.ts';

export type Progress = {
  readonly events: Pick<JudgeOptions, 'onResult' | 'onRequest' | 'onWait'>;
  readonly clear: () => void;
};

/** Progress on a stream; silent where the stream is no terminal. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  if (stream.isTTY !== true) return { events: {}, clear: () => undefined };
  let doing = 'reading the lists';
  let [asked, failed] = [0, 0];
  const draw = (what: string) => {
    const failures = failed === 0 ? '' : `, ${failed} failed`;
    stream.write(`\r\u001b[K${`${asked} requests, ${what}${failures}`.slice(0, (stream.columns || 80) - 1)}`);
  };
  return {
    events: {
      onRequest: (sent) => {
        asked = sent;
        draw(doing);
      },
      onWait: (milliseconds, why) => draw(`waiting ${Math.ceil(milliseconds / 1000)} s: ${why}`),
      onResult: ({ check, operation, verdict }) => {
        doing = `${operation}: after ${check}`;
        if (verdict === 'FAIL') failed += 1;
      },
    },
    clear: () => void stream.write('\r\u001b[K'),
  };
}
