// Between browser and server: passes everything, or does what bad networks do. The browser only ever knows this address,
// so the server behind it can be stopped, killed and started again.
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Fault =
  /** forwards, waits until the server has answered (so it has committed), then cuts the connection */
  | 'drop-reply'
  /** forwards, waits until the server has answered, then never passes the answer on */
  | 'hold-reply'
  /** forwards as if nothing were; only the watcher learns of it */
  | 'none'
  /** answers like a Wi-Fi login page */
  | 'login-page'
  /** never answers */
  | 'hang';

export interface FaultProxy {
  origin: string;
  /** port of the server behind; 0 while it is stopped */
  target: number;
  /** the next `times` requests to paths beginning so meet the fault */
  fail(path: string, fault: Fault, times: number): void;
  /** the same for the next request only. Resolves when it has met the fault: after the server's answer, where there is one */
  failOnce(path: string, fault: Fault): Promise<void>;
  /** forgets what is planned */
  heal(): void;
  /** requests that met a fault */
  faults: number;
  stop(): Promise<void>;
}

export async function startFaultProxy(): Promise<FaultProxy> {
  const plan: { path: string; fault: Fault; times: number; onMet: () => void }[] = [];
  const server = createServer((incoming, outgoing) => {
    const planned = plan.find((each) => each.times > 0 && (incoming.url ?? '').startsWith(each.path));
    if (planned !== undefined) {
      planned.times -= 1;
      proxy.faults += 1;
    }
    pass(incoming, outgoing, proxy.target, planned?.fault ?? null, planned?.onMet ?? (() => undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: FaultProxy = {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    target: 0,
    faults: 0,
    fail: (path, fault, times) => void plan.push({ path, fault, times, onMet: () => undefined }),
    failOnce: (path, fault) =>
      new Promise((resolve) => void plan.push({ path, fault, times: 1, onMet: resolve })),
    heal: () => void plan.splice(0),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return proxy;
}

function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  port: number,
  fault: Fault | null,
  onMet: () => void,
): void {
  if (fault === 'hang') return onMet();
  if (fault === 'login-page') {
    onMet();
    outgoing.writeHead(200, { 'content-type': 'text/html' });
    outgoing.end('<!doctype html><h1>Free Wi-Fi</h1>');
    return;
  }
  const cut = () => outgoing.destroy();
  if (port === 0) {
    cut();
    return;
  }
  const { method, url, headers } = incoming;
  const onward = forward({ host: '127.0.0.1', port, method, path: url, headers }, (reply) => {
    if (fault === 'drop-reply' || fault === 'hold-reply') {
      reply.resume();
      reply.on('end', () => {
        if (fault === 'drop-reply') cut();
        onMet();
      });
      return;
    }
    outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(outgoing);
    reply.on('error', cut);
  });
  onward.on('error', cut);
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
  if (fault === 'none') incoming.on('end', onMet);
}
