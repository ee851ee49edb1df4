// What a person starts by hand: the server with its announcement, and the two commands.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { networkCommand } from '../../server/commands/network-command';
import { officerCommand } from '../../server/commands/officer-command';
import { readConfig, WrongSetting } from '../../server/config';
import { PASSPHRASE_MIN } from '../../server/passphrases';
import { API } from '../../src/domain/api-paths';
import { spawnServer, startServer } from '../support/server';
import { signIn } from './desk';
import { enrolmentBody, postJson } from './phone';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'mimamori-commands-'));
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
const passphraseIn = (text: string) => /パスフレーズ: (\S+)/.exec(text)?.[1] ?? '';

describe('はじめの開始', () => {
  test('an empty folder becomes the demo network; a later start makes new invitations and tells no password', async () => {
    const first = await spawnServer({ data });
    expect(first.announcement.invitations).toHaveLength(3);
    for (const link of first.announcement.invitations)
      expect(link).toMatch(new RegExp(`^${first.url}/join#[0-9A-HJKMNP-TV-Z]{26}$`));
    const { deskUser, deskPassword } = first.announcement;
    expect(deskPassword!.length).toBeGreaterThanOrEqual(PASSPHRASE_MIN);
    const signedIn = await signIn(first.url, { name: deskUser!, passphrase: deskPassword! });
    expect(await signedIn.json()).toMatchObject({
      network: { name: '見本市見守りネットワーク', demo: true },
    });
    const code = first.announcement.invitations[0]!.split('#')[1]!;
    expect((await postJson(first.url + API.enrolments, enrolmentBody(code))).status).toBe(200);
    expect(await first.stop('SIGTERM')).toBe(0);

    const second = await spawnServer({ data });
    expect(second.announcement).toMatchObject({ deskUser, deskPassword: null });
    expect(second.announcement.invitations).toHaveLength(3);
    expect(second.announcement.invitations).not.toContain(first.announcement.invitations[1]);
    expect((await signIn(second.url, { name: deskUser!, passphrase: deskPassword! })).status).toBe(200);
    expect(await second.stop('SIGINT')).toBe(0);
  });

  test('two first starts never have the same password', async () => {
    const other = mkdtempSync(join(tmpdir(), 'mimamori-other-'));
    const [one, two] = await Promise.all([spawnServer({ data }), spawnServer({ data: other })]);
    expect(one.announcement.deskPassword).not.toBe(two.announcement.deskPassword);
    await Promise.all([one.stop(), two.stop()]);
    rmSync(other, { recursive: true });
  });

  test('in production nothing is made up', async () => {
    const server = await spawnServer({ data, environment: { NODE_ENV: 'production' } });
    expect(server.announcement).toMatchObject({ invitations: [], deskUser: null, deskPassword: null });
    await server.stop();
  });

  test.each([
    [{}, { port: 'abc' }, 'ポート'],
    [{}, { port: '70000' }, 'ポート'],
    [{ DATABASE_URL: 'mysql://x' }, {}, 'DATABASE_URL'],
    [{ MIMAMORI_SECRET: 'short' }, {}, 'MIMAMORI_SECRET'],
    [{ MIMAMORI_ORIGIN: 'https://example.jp/' }, {}, 'MIMAMORI_ORIGIN'],
  ])('the setting %o %o is refused with a sentence about it', (environment, words, about) => {
    expect(() => readConfig(environment, words)).toThrow(WrongSetting);
    expect(() => readConfig(environment, words)).toThrow(about);
  });
});

describe('コマンド', () => {
  test('a network and an officer are made, and the officer signs in with the passphrase shown', async () => {
    const network = '海山市見守りネットワーク';
    const made = await run(
      networkCommand,
      'create',
      '--name',
      network,
      '--municipality',
      '海山市',
      '--prefix',
      'U',
    );
    expect(made.code).toBe(0);
    const created = await run(officerCommand, 'create', '--network', network, '--name', 'sato');
    expect(passphraseIn(created.printed).length).toBeGreaterThanOrEqual(PASSPHRASE_MIN);
    const reset = await run(officerCommand, 'reset', '--network', network, '--name', 'sato');
    const server = await startServer({ data });
    const old = await signIn(server.url, { name: 'sato', passphrase: passphraseIn(created.printed) });
    expect(old.status).toBe(401);
    const now = await signIn(server.url, { name: 'sato', passphrase: passphraseIn(reset.printed) });
    expect(await now.json()).toMatchObject({ network: { name: network, receiptPrefix: 'U', demo: false } });
    await server.stop();
  });

  test.each<[typeof networkCommand, string[], string]>([
    [networkCommand, [], '使い方'],
    [networkCommand, ['destroy'], '使い方'],
    [networkCommand, ['create', '--name', '海山市見守りネットワーク'], '--municipality'],
    [networkCommand, ['create', '--name', 'あ', '--municipality', 'い', '--prefix', 'abc'], '--prefix'],
    [networkCommand, ['create', '--nonsense', 'x'], '使い方'],
    [officerCommand, ['create', '--name', 'sato'], '--network'],
    [officerCommand, ['create', '--network', 'どこにもない', '--name', 'sato'], 'ありません'],
    [officerCommand, ['reset', '--network', 'どこにもない', '--name', 'sato'], 'ありません'],
  ])('wrong words are answered with what is missing and how to say it', async (command, words, about) => {
    const { code, complaints, printed } = await run(command, ...words);
    expect(code).toBe(2);
    expect(complaints).toContain(about);
    expect(complaints).toContain('使い方');
    expect(printed).toBe('');
  });
});
