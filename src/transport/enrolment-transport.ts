// Redeeming an invitation.
import { API } from '../domain/api-paths';
import { enrolmentReplySchema, type EnrolmentReply, type EnrolmentRequest } from '../domain/enrolment';
import type { TransportOutcome } from '../sync/ports';
import { requestJson, type HttpContext } from './http';

const LIMIT_MS = 30_000;

export function requestEnrolment(
  context: HttpContext,
  request: EnrolmentRequest,
): Promise<TransportOutcome<EnrolmentReply>> {
  return requestJson(
    context,
    {
      method: 'POST',
      path: API.enrolments,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      limitMs: LIMIT_MS,
    },
    enrolmentReplySchema,
  );
}
