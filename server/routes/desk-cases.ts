// The desk's cases: the list, one case, what the officer does with it, and its photos.
import * as z from 'zod/mini';
import { API } from '../../src/domain/api-paths';
import { caseStateSchema } from '../../src/domain/case-state';
import { caseActionSchema, caseDetailSchema, caseListSchema } from '../../src/domain/desk-contract';
import { caseCountsSchema } from '../../src/domain/desk-accounts';
import { urgencySchema } from '../../src/domain/flow-sheet';
import { idSchema, sha256Schema } from '../../src/domain/ids';
import { act } from '../cases/act';
import { readDetail } from '../cases/detail';
import { RE_ENCODED_TYPE, reEncode } from '../photos/re-encode';
import { Refused } from '../refused';
import { countCases, listCaseRows } from '../store/case-rows';
import { readCase } from '../store/cases';
import { openPhoto } from '../sealing/open-photo';
import { readPhoto, readPhotoBytes } from '../store/photos';
import { hasUnstorableText } from '../unstorable-text';
import { endpoint, reply } from './endpoint';

const ACTION_MAX_BYTES = 16 * 1024;

const filterSchema = z.object({
  state: z.optional(caseStateSchema),
  urgency: z.optional(urgencySchema),
  text: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(60))),
});

/** @throws Refused not-found: what is no id names nothing */
function idParam(text: string | undefined): string {
  const parsed = z.safeParse(idSchema, text);
  if (!parsed.success) throw new Refused('not-found');
  return parsed.data;
}

export const deskCaseEndpoints = [
  endpoint({
    method: 'GET',
    path: API.deskCases,
    operationId: 'listCases',
    summary: '受付箱: 緊急のものから',
    auth: 'desk',
    request: null,
    query: { state: '状態', urgency: '緊急度', text: '受付番号・団体・回答の中の言葉' },
    replies: [{ status: 200, description: '件の一覧と、状態ごとの数', schema: caseListSchema }],
    problems: ['invalid-body'],
    async handle({ context, deps: { store }, caller }) {
      const filled = Object.entries(context.req.query()).filter(([, value]) => value !== '');
      const filter = z.safeParse(filterSchema, Object.fromEntries(filled));
      if (!filter.success || hasUnstorableText(filter.data)) throw new Refused('invalid-body', ['query']);
      return reply(caseListSchema, {
        cases: await listCaseRows(store, caller.networkId, filter.data),
        counts: await countCases(store.db, caller.networkId),
      });
    },
  }),
  endpoint({
    method: 'GET',
    path: API.deskCounts,
    operationId: 'countCases',
    summary: '状態ごとの件数だけ',
    auth: 'desk',
    request: null,
    replies: [{ status: 200, description: '件数', schema: caseCountsSchema }],
    problems: [],
    handle: async ({ deps: { store }, caller }) =>
      reply(caseCountsSchema, { counts: await countCases(store.db, caller.networkId) }),
  }),
  endpoint({
    method: 'GET',
    path: API.deskCase('{recordId}'),
    operationId: 'readCase',
    summary: '1件のすべて',
    auth: 'desk',
    request: null,
    replies: [{ status: 200, description: '件', schema: caseDetailSchema }],
    problems: ['not-found'],
    async handle({ context, deps: { store }, caller }) {
      const recordId = idParam(context.req.param('recordId'));
      return reply(caseDetailSchema, await readDetail(store, caller.networkId, recordId));
    },
  }),
  endpoint({
    method: 'POST',
    path: API.deskCaseActions('{recordId}'),
    operationId: 'actOnCase',
    summary: '件を動かす: 担当、指示、取り消し、完了、見直し、まとめ、メモ',
    auth: 'desk',
    request: { schema: caseActionSchema, maxBytes: ACTION_MAX_BYTES },
    replies: [{ status: 200, description: '動かしたあとの件', schema: caseDetailSchema }],
    problems: ['not-found', 'case-moved', 'transition-not-allowed', 'feedback-missing'],
    async handle({ context, deps: { store }, caller, body }) {
      const recordId = idParam(context.req.param('recordId'));
      await act(store, caller, recordId, body);
      return reply(caseDetailSchema, await readDetail(store, caller.networkId, recordId));
    },
  }),
  endpoint({
    method: 'GET',
    path: API.deskPhoto('{recordId}', '{sha256}'),
    operationId: 'readPhoto',
    summary: '届いた写真',
    auth: 'desk',
    request: null,
    replies: [
      { status: 200, description: '描き直した写真（JPEG）', schema: null, contentType: RE_ENCODED_TYPE },
    ],
    problems: ['not-found', 'photo-unreadable'],
    async handle({ context, deps: { store, sealingKeys }, caller }) {
      const recordId = idParam(context.req.param('recordId'));
      const sha256 = z.safeParse(sha256Schema, context.req.param('sha256'));
      const record = await readCase(store.db, caller.networkId, recordId);
      if (record?.sighting?.photos.some((photo) => photo.sha256 === sha256.data) !== true)
        throw new Refused('not-found');
      const key = { memberId: record.memberId, sha256: sha256.data ?? '' };
      const photo = await readPhoto(store.db, caller.networkId, key);
      if (photo === null || !photo.complete) throw new Refused('not-found');
      const sealed = await readPhotoBytes(store.db, caller.networkId, key);
      const bytes = await openPhoto(store.db, sealingKeys, caller.networkId, recordId, sealed);
      if (bytes === null) throw new Refused('not-found');
      const shown = await reEncode(bytes);
      if (shown === null) throw new Refused('photo-unreadable');
      // Sandboxed, never sniffed, for this site only: see page-headers, which covers every answer of the API.
      return new Response(new Uint8Array(shown), {
        headers: { 'content-type': RE_ENCODED_TYPE, 'content-disposition': 'inline; filename="photo.jpg"' },
      });
    },
  }),
];
