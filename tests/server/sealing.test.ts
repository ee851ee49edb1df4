// A stolen database shows nothing of what anybody wrote; what is sealed is opened whatever happens in between.
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyCommand } from '../../server/commands/key-command';
import { openSealingKeys } from '../../server/sealing/sealing-keys';
import { openSqlite } from '../../server/store/sqlite';
import { postgresAvailable, startPostgres } from '../support/postgres';
import { startServer, type TestServer } from '../support/server';
import { testId } from '../support/sightings';
import { closing, instruct, openDesk } from './desk';
import { anOperation, aPhoto, enrolPhone, sealedPhoto, submit, type Phone } from './phone';

let data: string;
const running: TestServer[] = [];
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'mimamori-sealing-'));
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  rmSync(data, { recursive: true, force: true });
});
const open = async (options: Parameters<typeof startServer>[0] = {}) => {
  const server = await startServer({ data, ...options });
  running.push(server);
  return server;
};

const CANARY = 'カナリア';
/** One case through every field that takes words, each with its own canary. @returns the record's id */
async function wholeJourney(server: TestServer, phone: Phone): Promise<string> {
  const recordId = testId();
  const photo = await sealedPhoto(phone, recordId, aPhoto(2000, 0x43));
  const sighting = submit({
    otherSign: `${CANARY}ほか`,
    freeText: `${CANARY}自由記述の軽トラック`,
    photos: [photo.name],
  });
  await phone.sync({ ...sighting, id: recordId });
  await phone.photoPart(photo.name.sha256, photo.bytes, 0, photo.bytes.length);
  await phone.sync(anOperation('sighting.supplement', { recordId, text: `${CANARY}補足` }));
  const desk = await openDesk(server, server.network);
  await desk.act(recordId, { kind: 'assign' });
  await desk.act(recordId, { kind: 'note', text: `${CANARY}メモ` });
  const asked = await desk.act(recordId, instruct('T08', `${CANARY}質問`));
  const answers = [`${CANARY}答え`];
  await phone.sync(
    anOperation('question.answer', { recordId, instructionId: asked.instructions[0]!.id, answers }),
  );
  const told = await desk.act(recordId, instruct('T01', `${CANARY}指示`));
  const instructionId = told.instructions[1]!.id;
  const at = new Date().toISOString();
  await phone.sync(
    anOperation('instruction.done', {
      recordId,
      instructionId,
      at,
      done: ['gave_188'],
      note: `${CANARY}ひとこと`,
    }),
  );
  await desk.act(recordId, { ...closing, text: `${CANARY}フィードバック` } as typeof closing);
  return recordId;
}
const everything = (folder: string) =>
  Buffer.concat(readdirSync(folder).filter((name) => name.startsWith('mimamori.sqlite')).map((name) => readFileSync(join(folder, name)))); // prettier-ignore

describe('盗まれたデータベース', () => {
  test('the file of SQLite holds not one word of what anybody wrote, and the desk reads and finds all of it', async () => {
    const server = await open();
    const phone = await enrolPhone(server, server.network);
    const recordId = await wholeJourney(server, phone);
    const desk = await openDesk(server, server.network);
    const read = await desk.read(recordId);
    expect(read.sighting?.freeText).toBe(`${CANARY}自由記述の軽トラック`);
    expect(read.events.filter(({ text }) => text?.includes(CANARY))).toHaveLength(5);
    for (const words of ['軽トラック', 'ｶﾅﾘｱ自由記述', 'かなりあメモ', 'カナリア答え'])
      expect((await desk.cases(`?text=${encodeURIComponent(words)}`)).cases.map((row) => row.recordId)).toEqual([recordId]); // prettier-ignore
    // The pieces are there, the word is not.
    expect((await desk.cases(`?text=${encodeURIComponent('ラックトラ')}`)).cases).toEqual([]);
    const file = everything(data);
    expect(file.includes(recordId)).toBe(true);
    for (const encoding of ['utf8', 'utf16le'] as const)
      expect(file.includes(Buffer.from(CANARY, encoding))).toBe(false);
    expect(file.includes(Buffer.from(aPhoto(2000, 0x43).bytes.subarray(20, 60)))).toBe(false);
  });

  test('restored without secret and keys it shows nothing, and does not break', async () => {
    const first = await open();
    const phone = await enrolPhone(first, first.network);
    const recordId = await wholeJourney(first, phone);
    await first.stop();
    renameSync(join(data, 'server-secret'), join(data, 'gone'));
    renameSync(join(data, 'keys'), join(data, 'gone-keys'));
    const second = await open();
    const dump = JSON.stringify(
      await Promise.all(
        (['cases', 'case_events', 'instructions', 'feed', 'operations'] as const).map((table) =>
          second.store.db.selectFrom(table).selectAll().execute(),
        ),
      ),
    );
    expect(dump).toContain(recordId);
    expect(dump).not.toContain(CANARY);
  });

  test('a changed cell is not read as words', async () => {
    const server = await open();
    const phone = await enrolPhone(server, server.network);
    const recordId = await wholeJourney(server, phone);
    // Past our own reading and writing, as somebody with the file would.
    const file = openSqlite(data).db;
    const { text } = await file.selectFrom('case_events').select('text').where('record_id', '=', recordId).where('text', 'is not', null).executeTakeFirstOrThrow(); // prettier-ignore
    expect(text).toMatch(/^mm1\./);
    const changed = text!.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
    await file.updateTable('case_events').set({ text: changed }).where('text', '=', text).execute();
    await file.destroy();
    const { events } = await (await openDesk(server, server.network)).read(recordId);
    expect(events.filter(({ text }) => text?.startsWith('mm1.'))).toHaveLength(1);
  });

  if (postgresAvailable() || process.env['MIMAMORI_TESTS_WITHOUT_POSTGRES'] !== '1')
    test('PostgreSQL holds not one word either', async () => {
      const postgres = await startPostgres();
      const databaseUrl = await postgres.freshDatabase();
      const server = await open({ databaseUrl });
      const phone = await enrolPhone(server, server.network);
      await wholeJourney(server, phone);
      const tables = await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'public'`.execute(server.store.db); // prettier-ignore
      let dump = '';
      // As text inside the database: what this process would decrypt is not decrypted there.
      for (const { name } of tables.rows) {
        const rows = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)} as t where t::text like ${`%${CANARY}%`}`.execute(server.store.db); // prettier-ignore
        dump += `${name}:${rows.rows[0]!.n} `;
      }
      expect(tables.rows.length).toBeGreaterThan(15);
      expect(dump.match(/:[1-9]/g)).toBeNull();
      await server.stop();
      postgres.stop();
    });
});

describe('あとから開く', () => {
  test('what was committed and not opened when the process ended is opened by the next one', async () => {
    const first = await open();
    const phone = await enrolPhone(first, first.network);
    // As after a kill between commit and opening: the sealed row is there, nobody opens it.
    await first.deps.opening.stop();
    const sighting = submit({ freeText: '開く前に止まった' });
    const [received] = await phone.sync(sighting);
    expect(received!.receipt!.receiptNo).toMatch(/-0001$/);
    await first.stop();
    const second = await open();
    await second.deps.opening.idle();
    const row = await second.store.db.selectFrom('cases').selectAll().where('record_id', '=', sighting.id).executeTakeFirstOrThrow(); // prettier-ignore
    expect(row).toMatchObject({ contents: 'opened', receipt_no: received!.receipt!.receiptNo });
    expect(row.sighting_text).toContain('開く前に止まった');
  });

  test('sightings and their supplements in one batch are opened in the order they came', async () => {
    const server = await open();
    const phone = await enrolPhone(server, server.network);
    const many = Array.from({ length: 60 }, () => submit());
    const supplements = many.map(({ id }) => anOperation('sighting.supplement', { recordId: id, text: '補足' }, { after: id })); // prettier-ignore
    await phone.sync(...many.flatMap((sighting, at) => [sighting, supplements[at]!]));
    expect(phone.changesOf('refusal')).toEqual([]);
    expect(phone.changesOf('case-state')).toHaveLength(60);
  });

  test('without any key of the network the reports wait, and are opened once the keys are back', async () => {
    const first = await open();
    const phone = await enrolPhone(first, first.network);
    const keys = join(data, 'keys');
    renameSync(keys, join(data, 'safe'));
    const sighting = submit({ freeText: '鍵を待つ' });
    const [result] = await phone.sync(sighting);
    expect(result!.outcome).toBe('accepted');
    expect(phone.changesOf('refusal')).toEqual([]);
    const desk = await openDesk(first, first.network);
    expect((await desk.read(sighting.id)).row.contents).toBe('waiting');
    rmSync(keys, { recursive: true, force: true });
    renameSync(join(data, 'safe'), keys);
    first.deps.opening.wake(first.network.id);
    await first.deps.opening.idle();
    expect((await desk.read(sighting.id)).sighting?.freeText).toBe('鍵を待つ');
  });
});

describe('鍵のコマンド', () => {
  const run = async (...words: string[]) => {
    const said: string[] = [];
    const code = await keyCommand([...words, '--data', data], { print: (line) => said.push(line), complain: (line) => said.push(line) }); // prettier-ignore
    return { code, said: said.join('\n') };
  };

  test('keys are files for the owner only; rotate adds one, backup writes all, nothing is overwritten', async () => {
    const server = await open();
    const { id, profile } = server.network;
    await server.stop();
    const folder = join(data, 'keys');
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect((await run('create', '--network', profile.name)).said).toContain('rotate');
    const rotated = await run('rotate', '--network', profile.name);
    expect(rotated.code).toBe(0);
    const keys = openSealingKeys(folder).all(id);
    expect(keys).toHaveLength(2);
    expect(rotated.said).toContain(keys[1]!.sealingKey.id);
    expect(rotated.said).not.toContain(keys[1]!.privateKey.d);
    const out = join(data, 'backup.json');
    expect((await run('backup', '--network', profile.name, '--out', out)).code).toBe(0);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(keys);
    expect((await run('backup', '--network', profile.name, '--out', out)).code).toBe(2);
    expect((await run('rotate', '--network', 'どこにもない')).code).toBe(2);
  });
});
