// Is a port free? Asked before the server starts, so that the answer is a sentence and not a stack.
import { createServer } from 'node:net';
import { PlainError } from '../bootstrap/say.mjs';

export const FIRST_PORT = 8080;
const LAST_TRY = 8180;

/** @param {number} port @param {string | undefined} host @returns {Promise<boolean>} */
function isFree(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host }, () => probe.close(() => resolve(true)));
  });
}

/** Free on loopback and, where nothing else is said, on every address. @param {number} port @param {string | undefined} host */
async function isFreeFor(port, host) {
  return (await isFree(port, host)) && (await isFree(port, '127.0.0.1'));
}

/**
 * @param {number | null} asked null: the first free one from 8080
 * @param {string} [host] address the server will listen on
 * @throws PlainError when the asked one is taken
 */
export async function findPort(asked, host) {
  if (asked === 0) return 0;
  if (asked !== null) {
    if (await isFreeFor(asked, host)) return asked;
    throw new PlainError(
      `ポート ${asked} は、ほかのプログラムが使っています。そのプログラムを止めるか、--port で別の番号を指定してください。`,
    );
  }
  for (let port = FIRST_PORT; port <= LAST_TRY; port += 1) if (await isFreeFor(port, host)) return port;
  throw new PlainError(
    `${FIRST_PORT} から ${LAST_TRY} まで、空いているポートがありません。--port で指定してください。`,
  );
}
