// GET /api/v1/desk/events: live line (server-sent events). Says only that something changed, after it was committed.
// @see https://html.spec.whatwg.org/multipage/server-sent-events.html
import { API } from '../../src/domain/api-paths';
import { deskEventSchema } from '../../src/domain/desk-contract';
import { may } from '../roles';
import { findSession } from '../store/desk-sessions';
import { isAlive } from './desk-guard';
import { endpoint } from './endpoint';

export const deskEventEndpoints = [
  endpoint({
    method: 'GET',
    path: API.deskEvents,
    operationId: 'deskEvents',
    summary: '変わったことの知らせ（server-sent events）',
    auth: 'desk',
    request: null,
    replies: [
      {
        status: 200,
        description: '1つの知らせは1つの data 行',
        schema: deskEventSchema,
        contentType: 'text/event-stream',
      },
    ],
    problems: [],
    handle({ deps, caller }) {
      const encoder = new TextEncoder();
      let stop = () => {};
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const write = (text: string) => controller.enqueue(encoder.encode(text));
          // A line ends with its session: at once when somebody ended it, by the heartbeat when it grew old.
          const check = () => {
            void findSession(deps.store.db, caller.token)
              .catch(() => null)
              .then((session) => {
                if (session === null || !isAlive(session, deps.store.now().getTime())) end();
                else write(': still here\n\n');
              })
              .catch(() => stop());
          };
          const heartbeat = setInterval(check, deps.limits.heartbeatMs);
          const hearsCases = may(caller.roles, 'listCases');
          const forget = deps.hub.listen(caller.networkId, {
            onEvent: (event) => {
              if (event.kind !== 'cases' || hearsCases) write(`data: ${JSON.stringify(event)}\n\n`);
            },
            onDoubt: check,
            onEnd: () => end(),
          });
          stop = () => {
            clearInterval(heartbeat);
            forget();
          };
          const end = () => {
            stop();
            controller.close();
          };
          write(': welcome\n\n');
        },
        cancel() {
          stop();
        },
      });
      return Promise.resolve(
        new Response(body, {
          headers: { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' },
        }),
      );
    },
  }),
];
