// The engine's connection to the secretariat: one round trip, and photos in parts.
import { API } from '../domain/api-paths';
import { photoStatusSchema, syncReplySchema } from '../domain/sync-protocol';
import type { Connection, TransportPort } from '../sync/ports';
import { requestJson, type HttpContext } from './http';

/** @param readToken the bearer token of this device; null when it is not enrolled */
export function deliveryTransport(
  context: HttpContext,
  readToken: () => Promise<string | null>,
): TransportPort {
  return {
    async connect() {
      const token = await readToken();
      return token === null ? null : connection(context, token);
    },
  };
}

function connection(context: HttpContext, token: string): Connection {
  const authorization = `Bearer ${token}`;
  return {
    sync: (request, limitMs) =>
      requestJson(
        context,
        {
          method: 'POST',
          path: API.sync,
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify(request),
          limitMs,
        },
        syncReplySchema,
      ),
    photoStatus: (sha256, limitMs) =>
      requestJson(
        context,
        { method: 'GET', path: API.photo(sha256), headers: { authorization }, limitMs },
        photoStatusSchema,
      ),
    photoPart: (photo, { from, to }, limitMs) =>
      requestJson(
        context,
        {
          method: 'PUT',
          path: API.photo(photo.sha256),
          headers: {
            authorization,
            'content-type': photo.type,
            'content-range': `bytes ${from}-${to - 1}/${photo.bytes.length}`,
          },
          body: photo.bytes.slice(from, to),
          limitMs,
        },
        photoStatusSchema,
      ),
  };
}
