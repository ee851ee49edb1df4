// The engine's connection to the secretariat: one round trip, and photos in parts.
import { API } from '../domain/api-paths';
import { photoStatusSchema, syncReplySchema } from '../domain/sync-protocol';
import type { Connection, DevicePass, TransportPort } from '../sync/ports';
import { requestJson, type HttpContext } from './http';

/** @param readPass what lets this device in; null when it is not enrolled */
export function deliveryTransport(
  context: HttpContext,
  readPass: () => Promise<DevicePass | null>,
): TransportPort {
  return {
    async connect() {
      const pass = await readPass();
      return pass === null ? null : connection(context, pass);
    },
  };
}

function connection(context: HttpContext, { token, sign }: DevicePass): Connection {
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
          sign,
        },
        syncReplySchema,
      ),
    photoStatus: (sha256, limitMs) =>
      requestJson(
        context,
        { method: 'GET', path: API.photo(sha256), headers: { authorization }, limitMs, sign },
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
          sign,
        },
        photoStatusSchema,
      ),
  };
}
