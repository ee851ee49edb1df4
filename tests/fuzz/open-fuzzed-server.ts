// A server of its own to be fed with junk, with one phone and one officer let in.
import type { GateSizes } from '../../server/limits';
import { GATES_BY_DEFAULT } from '../../server/limits';
import { openDesk } from '../server/desk';
import { enrolPhone } from '../server/phone';
import { startServer, type TestServer } from '../support/server';
import type { Sender } from './fuzz';

/** Nobody is stopped by a quota here, except from guessing passphrases, which costs 100 ms a guess. */
const WIDE = { points: 1_000_000_000, seconds: 3600 };
const gates = Object.fromEntries(
  Object.keys(GATES_BY_DEFAULT).map((name) => [
    name,
    name.startsWith('signIn') ? { points: 5, seconds: 3600 } : WIDE,
  ]),
) as GateSizes;

export interface FuzzedServer extends Sender {
  /** lines of the log that speak of an error nobody expected */
  unexpected: string[];
  stop(): Promise<void>;
}

export async function openFuzzedServer(): Promise<FuzzedServer> {
  const unexpected: string[] = [];
  const server: TestServer = await startServer({
    gates,
    onLogLine: (line) => {
      if (line.includes('"unexpected"')) unexpected.push(line);
    },
  });
  const phone = await enrolPhone(server, server.network);
  const desk = await openDesk(server, server.network);
  const { sealingKey } = server.network.profile;
  if (sealingKey === undefined) throw new Error('the network has no key to seal to');
  return { server, phone, desk, sealingKey, unexpected, stop: () => server.stop() };
}
