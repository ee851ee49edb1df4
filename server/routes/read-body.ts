// Reads a request's body: capped while it streams, limited in time, unzipped with a cap, parsed once.
// Every way it can be bad is a Refused with its code; none of them is a 5xx, and none is half used.
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type * as z from 'zod/mini';
import { OLDEST_PROTOCOL, PROTOCOL } from '../../src/domain/protocol-version';
import { checkShape } from '../check-shape';
import type { BodyLimits } from '../deps';
import { Refused } from '../refused';
import { codeOf } from '../store/trouble';

const unzip = promisify(gunzip);

/** @param maxBytes of the body as it travels. @throws Refused body-too-large, request-timeout */
export async function readBytes(request: Request, maxBytes: number, limits: BodyLimits): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? '0');
  if (declared > maxBytes) throw new Refused('body-too-large');
  if (request.body === null) return new Uint8Array(0);
  const reader = request.body.getReader();
  const limitMs = limits.bodyBaseMs + ((declared || maxBytes) / limits.bodyBytesPerSecond) * 1000;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<'too-late'>((resolve) => {
    timer = setTimeout(() => resolve('too-late'), limitMs);
  });
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const step = await Promise.race([reader.read(), tooLate]);
      if (step === 'too-late') throw new Refused('request-timeout', [], { connection: 'close' });
      if (step.done) return Buffer.concat(chunks, length);
      length += step.value.byteLength;
      if (length > maxBytes) throw new Refused('body-too-large', [], { connection: 'close' });
      chunks.push(step.value);
    }
  } catch (error) {
    if (error instanceof Refused) {
      reader.cancel().catch(() => undefined);
      throw error;
    }
    // the sender went away in the middle: nobody reads the answer, and nothing was stored
    throw new Refused('malformed-json');
  } finally {
    clearTimeout(timer);
  }
}

/** By the headers, before anything is read. @throws Refused wrong-content-type */
export function acceptJson({ headers }: Request, { gzip }: { gzip: boolean }): void {
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Refused('wrong-content-type');
  const encoding = (headers.get('content-encoding') ?? 'identity').trim().toLowerCase();
  if (encoding !== 'identity' && !(gzip && encoding === 'gzip')) throw new Refused('wrong-content-type');
}

/** @param maxBytes after unzipping. @throws Refused */
export async function parseJson<T>(
  bytes: Uint8Array,
  schema: z.core.$ZodType<T>,
  options: { maxBytes: number; gzipped: boolean; protocol: boolean },
): Promise<T> {
  const json = parse(options.gzipped ? await unzipped(bytes, options.maxBytes) : bytes);
  if (options.protocol) checkProtocol(json);
  const checked = checkShape(schema, json);
  if (!checked.ok) throw new Refused('invalid-body', checked.paths);
  return checked.value;
}

async function unzipped(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  try {
    return await unzip(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    throw new Refused(codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? 'body-too-large' : 'malformed-json');
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new Refused('malformed-json');
  }
}

/** Before the schema: another protocol's bodies may look different, and the phone shall hear why. */
function checkProtocol(json: unknown): void {
  if (typeof json !== 'object' || json === null || !('protocol' in json)) return;
  const { protocol } = json;
  if (
    typeof protocol === 'number' &&
    Number.isInteger(protocol) &&
    (protocol < OLDEST_PROTOCOL || protocol > PROTOCOL)
  )
    throw new Refused('protocol-unsupported', [], { upgrade: `mimamori/${PROTOCOL}`, connection: 'upgrade' });
}
