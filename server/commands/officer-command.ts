// `npm run officer -- create|reset …`: an account for the desk. The passphrase is made here and shown this once.
import { SERVER_ACTOR, writeAudit } from '../audit';
import { hashPassphrase, newPassphrase } from '../passphrases';
import { findNetworkByName } from '../store/networks';
import { addOfficer, findOfficer, setPassphrase } from '../store/officers';
import {
  need,
  runCommand,
  WrongWords,
  type CommandMeans,
  type CommandOutput,
  type Words,
} from './command-line';

const USAGE =
  '使い方: npm run officer -- create|reset --network ネットワーク名 --name 利用者名 [--display-name 表示する名前] [--data フォルダー]';
const PASSPHRASE_RANDOM_BYTES = 20;
const NAME_MAX = 60;

export function officerCommand(argv: readonly string[], output: CommandOutput): Promise<number> {
  const known = { actions: ['create', 'reset'], options: ['network', 'name', 'display-name'] };
  return runCommand(argv, USAGE, known, output, async (action, words, means) => {
    const networkName = need(words, 'network');
    const name = need(words, 'name');
    if (name.length > NAME_MAX) throw new WrongWords(`--name は${NAME_MAX}文字までにしてください。`);
    const networkId = await findNetworkByName(means.store.db, networkName);
    if (networkId === null)
      throw new WrongWords(
        `「${networkName}」というネットワークはありません。先に npm run network で作ってください。`,
      );
    const passphrase = newPassphrase(means.randomBytes(PASSPHRASE_RANDOM_BYTES));
    await (action === 'create' ? create : reset)(means, networkId, name, passphrase, words);
    output.print(`利用者名: ${name}`);
    output.print(`パスフレーズ: ${passphrase}`);
    output.print('パスフレーズが出るのはこの1回だけです。書きとめて、本人に渡してください。');
  });
}

async function create(
  { store }: CommandMeans,
  networkId: string,
  name: string,
  passphrase: string,
  words: Words,
): Promise<void> {
  if ((await findOfficer(store.db, name)) !== null)
    throw new WrongWords(`「${name}」はすでに使われています。別の利用者名にするか、reset を使ってください。`);
  const displayName = words['display-name']?.trim() || name;
  const passphraseHash = await hashPassphrase(passphrase);
  await store.write(networkId, async (writing) => {
    const id = await addOfficer(writing, {
      name,
      displayName: displayName.slice(0, NAME_MAX),
      passphraseHash,
    });
    await writeAudit(writing, SERVER_ACTOR, 'officer:create', id);
  });
}

async function reset(
  { store }: CommandMeans,
  networkId: string,
  name: string,
  passphrase: string,
): Promise<void> {
  const account = await findOfficer(store.db, name);
  if (account === null || account.networkId !== networkId)
    throw new WrongWords(`このネットワークに「${name}」という利用者はいません。`);
  const passphraseHash = await hashPassphrase(passphrase);
  await store.write(networkId, async (writing) => {
    await setPassphrase(writing, account.id, passphraseHash);
    await writeAudit(writing, SERVER_ACTOR, 'officer:reset', account.id);
  });
}
