// Counts what passes between browser and server: requests and bytes of bodies, by path.
import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Traffic {
  requests: number;
  bytesUp: number;
  bytesDown: number;
}
export interface CountingProxy {
  origin: string;
  traffic(path: string): Traffic;
  reset(): void;
  stop(): Promise<void>;
}

export async function startCountingProxy(targetPort: () => number): Promise<CountingProxy> {
  const byPath = new Map<string, Traffic>();
  const server = createServer((incoming, outgoing) => {
    const path = (incoming.url ?? '').split('?')[0] ?? '';
    const seen = byPath.get(path) ?? { requests: 0, bytesUp: 0, bytesDown: 0 };
    byPath.set(path, seen);
    seen.requests += 1;
    const { method, url, headers } = incoming;
    const onward = forward({ host: '127.0.0.1', port: targetPort(), method, path: url, headers }, (reply) => {
      outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.on('data', (chunk: Buffer) => (seen.bytesDown += chunk.length));
      reply.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.on('data', (chunk: Buffer) => (seen.bytesUp += chunk.length));
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    traffic: (path) => byPath.get(path) ?? { requests: 0, bytesUp: 0, bytesDown: 0 },
    reset: () => byPath.clear(),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
