// One line on a terminal that says how far a run is; nothing where there is no terminal.
import type { JudgeOptions } from '../../contract-tests/index.ts';

export type Progress = {
  readonly events: Pick<JudgeOptions, 'onResult' | 'onRequest'>;
  readonly clear: () => void;
};

/** Progress on a stream; silent where the stream is no terminal. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  if (stream.isTTY !== true) return { events: {}, clear: () => undefined };
  let doing = 'reading the lists';
  let failed = 0;
  const draw = (sent: number) => {
    const failures = failed === 0 ? '' : `, ${failed} failed`;
    stream.write(`\r\u001b[K${sent} requests, ${doing}${failures}`.slice(0, stream.columns + 4));
  };
  return {
    events: {
      onRequest: draw,
      onResult: ({ check, operation, verdict }) => {
        doing = `${operation}: after ${check}`;
        if (verdict === 'FAIL') failed += 1;
      },
    },
    clear: () => void stream.write('\r\u001b[K'),
  };
}
