// Asking about a badge: public, without a token, and never with anything that tells who asks.
import { API } from '../domain/api-paths';
import { badgeAnswerSchema, type BadgeAnswer } from '../domain/badge';
import type { TransportOutcome } from '../sync/ports';
import { requestJson, type HttpContext } from './http';

const LIMIT_MS = 20_000;

export function askAboutBadge(context: HttpContext, id: string): Promise<TransportOutcome<BadgeAnswer>> {
  return requestJson(
    context,
    { method: 'GET', path: API.badge(id), headers: {}, limitMs: LIMIT_MS },
    badgeAnswerSchema,
  );
}
