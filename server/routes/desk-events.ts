// GET /api/v1/desk/events: live line (server-sent events). Says only that something changed, after it was committed.
// @see https://html.spec.whatwg.org/multipage/server-sent-events.html
import { API } from '../../src/domain/api-paths';
import { deskEventSchema } from '../../src/domain/desk-contract';
import { findSession } from '../store/officers';
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
          // A line outlives its session by one heartbeat at most.
          const heartbeat = setInterval(() => {
            void findSession(deps.store.db, caller.token)
              .catch(() => null)
              .then((session) => {
                if (session === null) end();
                else write(': still here\n\n');
              })
              .catch(() => stop());
          }, deps.limits.heartbeatMs);
          const forget = deps.hub.listen(caller.networkId, {
            onEvent: (event) => write(`data: ${JSON.stringify(event)}\n\n`),
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
