// 構成員証, over whichever database: public, signed, revocable, and good for nothing else.
import * as z from 'zod/mini';
import { webcrypto } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { SECRECY_TEXT } from '../../../src/content/secrecy';
import { API } from '../../../src/domain/api-paths';
import { badgeAnswerSchema, badgeListSchema, badgeText, parseBadgeCode } from '../../../src/domain/badge';
import { foundNetwork, startServer, type TestNetwork, type TestServer } from '../../support/server';
import { openDesk, type Desk } from '../desk';
import { enrolmentBody, postJson, problemOf } from '../phone';

async function badgeOf(desk: Desk, memberId: string) {
  const { badges } = z.parse(badgeListSchema, await (await desk.ask('GET', API.deskBadges)).json());
  const row = badges.find((badge) => badge.memberId === memberId)!;
  const code = row.link.split('/v/')[1]!;
  return { row, code, ...parseBadgeCode(code)! };
}
const ask = (server: TestServer, id: string) => fetch(server.url + API.badge(id));

export function badgeSuite(server: () => TestServer): void {
  describe('構成員証', () => {
    async function aMember(network: TestNetwork = server().network) {
      const { memberId, code } = await network.createInvitation({ displayName: '名乗 らない' });
      const desk = await openDesk(server(), network);
      return { memberId, invitation: code, desk, ...(await badgeOf(desk, memberId)) };
    }

    test('each member has one; its QR leads to /v/<id>.<signature>, signed by the network', async () => {
      const { row, id, signature } = await aMember();
      expect(row.link).toMatch(/^http.+\/v\/[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{86}$/);
      const { verifyKey } = z.parse(badgeAnswerSchema, await (await ask(server(), id)).json());
      const key = await webcrypto.subtle.importKey('jwk', verifyKey, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']); // prettier-ignore
      const isSigned = (text: string) =>
        webcrypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, Buffer.from(signature, 'base64url'), Buffer.from(text)); // prettier-ignore
      expect(await isSigned(badgeText(id))).toBe(true);
      expect(await isSigned(badgeText('x'.repeat(22)))).toBe(false);
    });

    test('anybody may ask: organisation, kind, network and valid or not, never the name', async () => {
      const { id, desk } = await aMember();
      const response = await ask(server(), id);
      const text = await response.text();
      expect(JSON.parse(text)).toMatchObject({
        organisation: '試し生活協同組合',
        kind: 'member',
        network: server().network.profile.name,
        valid: true,
      });
      expect(text).not.toContain('名乗');
      expect((await desk.ask('DELETE', API.deskBadge(id))).status).toBe(200);
      expect(await (await ask(server(), id)).json()).toMatchObject({ valid: false });
      const audit = await server().store.db.selectFrom('audit').select('action').where('subject_id', '=', id).execute(); // prettier-ignore
      expect(audit.map(({ action }) => action)).toEqual(['badge:revoke']);
    });

    test('another network can neither see nor revoke it', async () => {
      const { id } = await aMember();
      const other = await openDesk(server(), await foundNetwork(server()));
      expect((await other.ask('DELETE', API.deskBadge(id))).status).toBe(404);
      expect(await (await other.ask('GET', API.deskBadges)).json()).toEqual({ badges: [] });
      expect(await (await ask(server(), id)).json()).toMatchObject({ valid: true });
    });

    test('an id that nobody has, or that is none, is not found', async () => {
      for (const id of ['A'.repeat(22), 'x', "'--", '%00'])
        expect(await problemOf(await ask(server(), id))).toMatchObject({ code: 'not-found' });
    });

    test('no guarded endpoint takes a badge for a credential, in whatever place it is put', async () => {
      const { code, id, signature } = await aMember();
      const document = (await (await fetch(server().url + API.openapi)).json()) as {
        paths: Record<string, Record<string, { security: unknown[] }>>;
      };
      let tried = 0;
      for (const [path, methods] of Object.entries(document.paths))
        for (const [method, { security }] of Object.entries(methods)) {
          if (security.length === 0) continue;
          for (const secret of [code, id, signature, signature.slice(0, 43)]) {
            const response = await fetch(server().url + path.replace(/\{\w+\}/g, id), {
              method: method.toUpperCase(),
              headers: {
                'sec-fetch-site': 'same-origin',
                authorization: `Bearer ${secret}`,
                cookie: `__Host-mimamori-desk=${secret}`,
              },
            });
            expect([method, path, response.status]).toEqual([method, path, 401]);
            tried += 1;
          }
        }
      expect(tried).toBeGreaterThan(40);
      const asInvitation = await postJson(server().url + API.enrolments, enrolmentBody(code));
      expect(asInvitation.status).toBe(422);
    });
  });

  describe('秘密を守る約束', () => {
    test('nobody registers without it: the invitation stays unused', async () => {
      const { code, id } = await server().network.createInvitation();
      const { secrecyAcceptedAt: _left, ...without } = enrolmentBody(code) as Record<string, unknown>;
      const response = await postJson(server().url + API.enrolments, without);
      expect(await problemOf(response)).toMatchObject({ code: 'invalid-body', paths: ['secrecyAcceptedAt'] });
      const row = await server().store.db.selectFrom('invitations').select('used_at').where('id', '=', id).executeTakeFirst(); // prettier-ignore
      expect(row).toEqual({ used_at: null });
    });

    test('the version of the text and the moment are kept, with an audit row; asked again, the first stays', async () => {
      const { code, memberId } = await server().network.createInvitation();
      for (let times = 0; times < 2; times += 1)
        expect((await postJson(server().url + API.enrolments, enrolmentBody(code))).status).toBe(200);
      const { db } = server().store;
      const rows = await db.selectFrom('secrecy_acceptances').selectAll().where('member_id', '=', memberId).execute(); // prettier-ignore
      expect(rows).toMatchObject([
        { accepted_at: '2026-11-24T00:00:00.000Z', text_version: SECRECY_TEXT.version },
      ]);
      const audit = await db.selectFrom('audit').select('actor_id').where('action', '=', 'secrecy:accept').where('subject_id', '=', rows[0]!.device_id).execute(); // prettier-ignore
      expect(audit).toEqual([{ actor_id: memberId }]);
    });
  });
}

/** Its own server: the limit is what is tried. */
export function badgeLimitSuite(): void {
  test('whoever asks for badges too often from one address is told to wait', async () => {
    const server = await startServer({ gates: { badge: { points: 5, seconds: 60 } } });
    try {
      const statuses: number[] = [];
      for (let times = 0; times < 6; times += 1) statuses.push((await ask(server, 'A'.repeat(22))).status);
      expect(statuses).toEqual([404, 404, 404, 404, 404, 429]);
      expect((await ask(server, 'A'.repeat(22))).headers.get('retry-after')).toMatch(/^\d+$/);
    } finally {
      await server.stop();
    }
  });
}
