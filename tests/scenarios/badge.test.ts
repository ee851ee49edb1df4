// A badge met in the field: by a colleague without signal, by a resident at the door, and forged. On both databases.
import * as z from 'zod/mini';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badgeListSchema } from '../../src/domain/badge';
import { API } from '../../src/domain/api-paths';
import { openDesk, type Desk } from '../server/desk';
import { startPostgres, type PrivatePostgres } from '../support/postgres';
import { foundNetwork, startServer, type TestServer } from '../support/server';
import { testPhone } from '../support/phone';

let postgres: PrivatePostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

describe.each(['sqlite', 'postgres'] as const)('a worn badge on %s', (database) => {
  let server: TestServer;
  let desk: Desk;
  let code: string;
  let id: string;
  beforeAll(async () => {
    server = await startServer({
      databaseUrl: database === 'postgres' ? await postgres.freshDatabase() : null,
    });
    desk = await openDesk(server, server.network);
    await server.network.createInvitation({ displayName: '名乗 らない' });
    const { badges } = z.parse(badgeListSchema, await (await desk.ask('GET', API.deskBadges)).json());
    id = badges[0]!.id;
    code = badges[0]!.link.split('/v/')[1]!;
  });
  afterAll(() => server.stop());

  async function phoneOf(network: TestServer['network']) {
    const phone = testPhone(server.url);
    const { code: invitation } = await network.createInvitation();
    expect(await phone.enrolment.redeem(invitation)).toMatchObject({ status: 'enrolled' });
    return phone;
  }
  /** the last sign but two belongs to the signature's bytes whatever base64 does with its end */
  const forged = () => code.slice(0, -3) + (code.at(-3) === 'A' ? 'B' : 'A') + code.slice(-2);

  it('a phone of the same network checks it without signal and opens the sheet', async () => {
    const phone = await phoneOf(server.network);
    phone.line.signal = false;
    expect(await phone.badges.check(code)).toEqual({ status: 'own-network' });
    expect(await phone.badges.check(forged())).toEqual({ status: 'cannot-check' });
  });

  it("a resident's phone and one of another network learn organisation and network, and that it is valid", async () => {
    const badge = {
      organisation: '試し生活協同組合',
      kind: 'member',
      network: server.network.profile.name,
      valid: true,
    };
    const neighbour = await phoneOf(await foundNetwork(server));
    for (const phone of [testPhone(server.url), neighbour])
      expect(await phone.badges.check(code)).toEqual({ status: 'known', badge });
  });

  it('a forged signature under a real id, and a text that is no badge, are not ours', async () => {
    const resident = testPhone(server.url);
    const enrolled = await phoneOf(server.network);
    for (const phone of [resident, enrolled])
      for (const wrong of [
        forged(),
        `${id}.${'A'.repeat(86)}`,
        `${'B'.repeat(22)}.${code.split('.')[1]}`,
        'x',
        '',
      ])
        expect(await phone.badges.check(wrong)).toEqual({ status: 'not-ours' });
  });

  it('without signal a resident is told that it cannot be checked now', async () => {
    const resident = testPhone(server.url);
    resident.line.signal = false;
    expect(await resident.badges.check(code)).toEqual({ status: 'cannot-check' });
  });

  it('made invalid at the desk, it says so to everybody who can ask', async () => {
    expect((await desk.ask('DELETE', API.deskBadge(id))).status).toBe(200);
    expect(await testPhone(server.url).badges.check(code)).toMatchObject({ badge: { valid: false } });
  });
});
