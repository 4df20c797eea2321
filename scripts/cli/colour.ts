// Whether a stream shows colours, as users say: NO_COLOR, FORCE_COLOR and TERM, read as Node reads them.
import { WriteStream } from 'node:tty';

/** Whether text for the stream is to be coloured; FORCE_COLOR colours what is no terminal too. */
export function isColoured(stream: Pick<NodeJS.WriteStream, 'isTTY'>, environment: NodeJS.ProcessEnv): boolean {
  if (stream.isTTY !== true && environment.FORCE_COLOR === undefined) return false;
  // It looks at the environment alone.
  return WriteStream.prototype.getColorDepth(environment) > 1;
}
