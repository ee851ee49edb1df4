// What the commands share: words, settings, the store opened without a listening server, and sentences instead of stacks.
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { readConfig, WrongSetting } from '../config';
import { openSealingKeys, type SealingKeys } from '../sealing/sealing-keys';
import { openSecrets } from '../secrets';
import { openStore } from '../store/open-store';
import type { Store } from '../store/ports';

/** Something the person at the keyboard can put right; the message says how. */
export class WrongWords extends Error {}

export interface CommandOutput {
  print(line: string): void;
  complain(line: string): void;
}
export interface CommandMeans {
  store: Store;
  sealingKeys: SealingKeys;
  randomBytes(count: number): Uint8Array;
}

export type Words = Readonly<Record<string, string | undefined>>;

/**
 * Runs one command on the store of `--data` or DATABASE_URL.
 * @param known the actions, and the options it takes besides --data
 * @returns the exit code: 0 done, 2 wrong words, 1 the store cannot be used
 */
export async function runCommand(
  argv: readonly string[],
  usage: string,
  known: { actions: readonly string[]; options: readonly string[] },
  output: CommandOutput,
  work: (action: string, words: Words, means: CommandMeans) => Promise<void>,
): Promise<number> {
  try {
    const { values, positionals } = read(argv, known.options);
    const [action] = positionals;
    if (action === undefined || positionals.length !== 1 || !known.actions.includes(action))
      throw new WrongWords(usage);
    const config = readConfig(process.env, { data: values['data'] });
    const store = await openStore(
      { databaseUrl: config.databaseUrl, folder: config.dataFolder },
      {
        secrets: openSecrets(config.dataFolder, config.secret),
        now: () => new Date(),
        randomBytes,
        onDeskEvent: () => {},
        onIdleError: () => {},
      },
    );
    try {
      await work(action, values, { store, randomBytes, sealingKeys: openSealingKeys(config.keysFolder) });
      return 0;
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof WrongWords || error instanceof WrongSetting) {
      output.complain(error.message);
      if (error.message !== usage) output.complain(usage);
      return 2;
    }
    output.complain('データベースを使えません。--data のフォルダーか DATABASE_URL を確かめてください。');
    return 1;
  }

  function read(words: readonly string[], names: readonly string[]) {
    try {
      return parseArgs({
        args: [...words],
        allowPositionals: true,
        options: Object.fromEntries([...names, 'data'].map((name) => [name, { type: 'string' as const }])),
      });
    } catch {
      throw new WrongWords(usage);
    }
  }
}

/** @throws WrongWords when the option is missing or empty */
export function need(words: Words, name: string): string {
  const value = words[name]?.normalize('NFKC').trim();
  if (value === undefined || value === '') throw new WrongWords(`--${name} を指定してください。`);
  return value;
}

export const toTerminal: CommandOutput = {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
};
