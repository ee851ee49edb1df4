// `npm run key -- create|rotate|backup …`: a network's opening keys. Without them nobody, not even we, can read what
// members have sealed: the backup belongs in a safe, apart from the backup of the database.
import { writeFileSync } from 'node:fs';
import { SERVER_ACTOR, writeAudit } from '../audit';
import { rotateKey } from '../sealing/rotate-key';
import { findNetworkByName, readProfile } from '../store/networks';
import { codeOf } from '../store/trouble';
import { need, runCommand, WrongWords, type CommandMeans, type CommandOutput } from './command-line';

const USAGE =
  '使い方: npm run key -- create|rotate|backup --network ネットワーク名 [--out 控えのファイル] [--data フォルダー]';

export function keyCommand(argv: readonly string[], output: CommandOutput): Promise<number> {
  const known = { actions: ['create', 'rotate', 'backup'], options: ['network', 'out'] };
  return runCommand(argv, USAGE, known, output, async (action, words, means) => {
    const name = need(words, 'network');
    const networkId = await findNetworkByName(means.store.db, name);
    if (networkId === null) throw new WrongWords(`「${name}」というネットワークはありません。`);
    if (action === 'backup') return backup(means, networkId, need(words, 'out'), output);
    const { sealingKey } = await readProfile(means.store.db, networkId);
    if (action === 'create' && sealingKey !== undefined)
      throw new WrongWords('このネットワークには鍵があります。替えるときは rotate を使ってください。');
    const id = await rotateKey(means.store, means.sealingKeys, networkId);
    output.print(`新しい鍵: ${id}`);
    output.print('端末には、次につながったときに伝わります。古い鍵は消さないでください。');
    output.print('控えを取ってください: npm run key -- backup --network ネットワーク名 --out ファイル');
  });
}

async function backup(
  { store, sealingKeys }: CommandMeans,
  networkId: string,
  file: string,
  output: CommandOutput,
): Promise<void> {
  const keys = sealingKeys.all(networkId);
  if (keys.length === 0) throw new WrongWords('このネットワークの鍵が、フォルダーにありません。');
  try {
    writeFileSync(file, JSON.stringify(keys, null, 2), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const taken = codeOf(error) === 'EEXIST';
    throw new WrongWords(taken ? '--out のファイルはすでにあります。' : '--out のファイルに書けません。');
  }
  await store.write(networkId, (writing) => writeAudit(writing, SERVER_ACTOR, 'key:backup', networkId));
  output.print(
    `鍵 ${keys.length} 本の控えを書きました。これがあれば届いた報告を読めます。金庫にしまってください。`,
  );
}
