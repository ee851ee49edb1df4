// What somebody who holds the database file can do to the audit log, and what the check says of it. Also: rows from before there was a chain.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { csvCell } from '../../server/csv';
import { auditCommand } from '../../server/commands/audit-command';
import { networkCommand } from '../../server/commands/network-command';
import { officerCommand } from '../../server/commands/officer-command';
import { openSqlite } from '../../server/store/sqlite';

const NETWORK = '海山市見守りネットワーク';
let data: string;
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'mimamori-tamper-'));
  await run(networkCommand, 'create', '--name', NETWORK, '--municipality', '海山市');
  for (const name of ['sato', 'mori', 'kato', 'abe'])
    await run(officerCommand, 'create', '--network', NETWORK, '--name', name);
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

async function run(command: typeof networkCommand, ...words: string[]) {
  const [printed, complaints]: [string[], string[]] = [[], []];
  const output = {
    print: (line: string) => printed.push(line),
    complain: (line: string) => complaints.push(line),
  };
  const code = await command([...words, '--data', data], output);
  return { code, printed: printed.join('\n'), complaints: complaints.join('\n') };
}
const verify = (...words: string[]) => run(auditCommand, 'verify', '--network', NETWORK, ...words);

/** As somebody with the file and its password would: the triggers are taken down first. */
async function tamper(...statements: string[]): Promise<void> {
  const { db } = openSqlite(data);
  for (const trigger of ['audit_no_update', 'audit_no_delete'])
    await sql.raw(`drop trigger if exists ${trigger}`).execute(db);
  for (const statement of statements) await sql.raw(statement).execute(db);
  await db.destroy();
}

async function actionsWritten(): Promise<string[]> {
  const { db } = openSqlite(data);
  const rows = await db.selectFrom('audit').select('action').orderBy('seq').execute();
  await db.destroy();
  return rows.map(({ action }) => action);
}

describe('npm run audit -- verify', () => {
  test('an untouched log is whole, and each check adds its own row', async () => {
    const first = await verify();
    expect([first.code, first.complaints]).toEqual([0, '']);
    expect(first.printed).toContain('監査記録 5 行');
    expect((await verify()).printed).toContain('監査記録 6 行');
  });

  test.each([
    ['one byte of an action', "update audit set action = 'officer:creatf' where seq = 3", 3],
    ['one byte of who it was done to', "update audit set subject_id = 'x' || substr(subject_id, 2) where seq = 4", 4],
    ['one byte of a hash', "update audit set hash = 'x' || substr(hash, 2) where seq = 2", 2],
    ['the time of the first row', "update audit set at = '2020-01-01T00:00:00.000Z' where seq = 1", 1],
    ['a row taken out of the middle', 'delete from audit where seq = 2', 2],
    ['the last row cut off', 'delete from audit where seq = 5', 5],
    ['everything taken away', 'delete from audit', 1],
    ['two rows in each other’s place', 'update audit set seq = -seq where seq in (2, 3); update audit set seq = case seq when -2 then 3 else 2 end where seq < 0', 2],
  ])('%s: the row is named', async (_title, statement, seq) => {
    await tamper(...statement.split('; '));
    const { code, complaints } = await verify();
    expect(code).toBe(3);
    expect(complaints).toContain(`${seq} 行目`);
  }); // prettier-ignore

  test('a whole log that was written anew does not stand on a mark that was kept elsewhere', async () => {
    const mark = /先頭の印: (\S+)/.exec((await verify()).printed)![1]!;
    expect((await verify('--head', mark)).code).toBe(0);
    const forged = `${mark.split(':')[0]}:${'0'.repeat(64)}`;
    const { code, complaints } = await verify('--head', forged);
    expect(code).toBe(3);
    expect(complaints).toContain('全体が書き直されています');
    expect((await verify('--head', 'nonsense')).code).toBe(2);
  });
});

describe('accounts have a way back by command', () => {
  const officer = (action: string, ...words: string[]) =>
    run(officerCommand, action, '--network', NETWORK, ...words);

  test('a passphrase, a second factor and the last admin that are gone; each leaves its row', async () => {
    await tamper("update officers set roles = '[\"officer\"]', totp_secret = 'x' where name = 'sato'");
    expect((await officer('list')).printed).toMatch(/sato\tsato\t担当者\t使用中\t確認コードあり/);
    await tamper("update officers set disabled_at = '2026-01-01T00:00:00.000Z' where name = 'sato'");
    expect((await officer('grant-admin', '--name', 'sato')).code).toBe(0);
    expect((await officer('reset-totp', '--name', 'sato')).code).toBe(0);
    expect((await officer('reset', '--name', 'sato')).printed).toMatch(/パスフレーズ: \S{23}/);
    expect((await officer('list')).printed).toMatch(/sato\tsato\t管理者・担当者\t使用中\t確認コードなし/);
    const actions = await actionsWritten();
    expect(actions.slice(5)).toEqual(['officer:list', 'officer:grant-admin', 'officer:reset-totp', 'officer:reset', 'officer:list']); // prettier-ignore
    expect((await verify()).code).toBe(0);
  });

  test('the first officer of a network is its admin, the next ones are not', async () => {
    const { printed } = await officer('list');
    expect(printed).toMatch(/sato\tsato\t管理者・担当者/);
    expect(printed).toMatch(/mori\tmori\t担当者\t/);
  });

  test.each(['reset', 'reset-totp', 'grant-admin'])(
    '%s of nobody is answered with a sentence',
    async (action) => {
      const { code, complaints } = await officer(action, '--name', 'dareka');
      expect(code).toBe(2);
      expect(complaints).toContain('「dareka」という利用者はいません');
    },
  );
});

test.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', ' =1', '＝1', '－1'])(
  'the cell %o is no formula',
  (cell) => {
    expect(csvCell(cell)).toBe(`"'${cell}"`);
  },
);
