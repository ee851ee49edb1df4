// `npm run officer -- …`: accounts for the desk, and the way back when a passphrase, a second factor or the last admin is gone.
// Passphrases are made here and shown this once. Every action leaves its audit row.
import { createAccount, givePassphrase, grantAdmin, resetAccount, resetAccountTotp } from '../accounts';
import { SERVER_ACTOR, writeAudit } from '../audit';
import { roleWords } from '../../src/content/role-words';
import { findNetworkByName } from '../store/networks';
import { countAdmins, findOfficer, listOfficers } from '../store/officers';
import {
  need,
  runCommand,
  WrongWords,
  type CommandMeans,
  type CommandOutput,
  type Words,
} from './command-line';

const USAGE = [
  '使い方: npm run officer -- create|reset|reset-totp|grant-admin --network ネットワーク名 --name 利用者名 [--display-name 表示する名前] [--data フォルダー]',
  '        npm run officer -- list --network ネットワーク名 [--data フォルダー]',
].join('\n');
const NAME_MAX = 60;

interface Asked extends CommandMeans {
  networkId: string;
  words: Words;
  output: CommandOutput;
}
const ACTIONS: Record<string, (asked: Asked) => Promise<void>> = {
  create,
  reset,
  'reset-totp': resetTotp,
  'grant-admin': makeAdmin,
  list,
};

export function officerCommand(argv: readonly string[], output: CommandOutput): Promise<number> {
  const known = { actions: Object.keys(ACTIONS), options: ['network', 'name', 'display-name'] };
  return runCommand(argv, USAGE, known, output, async (action, words, means) => {
    const networkName = need(words, 'network');
    if (action !== 'list' && need(words, 'name').length > NAME_MAX)
      throw new WrongWords(`--name は${NAME_MAX}文字までにしてください。`);
    const networkId = await findNetworkByName(means.store.db, networkName);
    if (networkId === null)
      throw new WrongWords(
        `「${networkName}」というネットワークはありません。先に npm run network で作ってください。`,
      );
    await ACTIONS[action]?.({ ...means, networkId, words, output });
  });
}

/** The first one of a network is its admin and does its casework; later ones do casework until an admin says otherwise. */
async function create({ store, randomBytes, networkId, words, output }: Asked): Promise<void> {
  const name = need(words, 'name');
  if ((await findOfficer(store.db, name)) !== null)
    throw new WrongWords(`「${name}」はすでに使われています。別の利用者名にするか、reset を使ってください。`);
  const displayName = (words['display-name']?.trim() || name).slice(0, NAME_MAX);
  const { passphrase, hash } = await givePassphrase(randomBytes);
  await store.write(networkId, async (writing) => {
    const isFirst = (await countAdmins(writing.db, networkId)) === 0;
    const roles = isFirst ? (['admin', 'officer'] as const) : (['officer'] as const);
    const officer = { name, displayName, roles: [...roles], organisationId: null };
    await createAccount(writing, SERVER_ACTOR, officer, hash);
  });
  tellPassphrase(output, name, passphrase);
}

async function reset(asked: Asked): Promise<void> {
  const { id, name } = await knownOfficer(asked);
  const { passphrase, hash } = await givePassphrase(asked.randomBytes);
  await asked.store.write(asked.networkId, (writing) => resetAccount(writing, SERVER_ACTOR, id, hash));
  tellPassphrase(asked.output, name, passphrase);
}

async function resetTotp(asked: Asked): Promise<void> {
  const { id, name } = await knownOfficer(asked);
  await asked.store.write(asked.networkId, (writing) => resetAccountTotp(writing, SERVER_ACTOR, id));
  asked.output.print(`「${name}」の確認コードの設定を消しました。次のサインインで設定し直します。`);
}

async function makeAdmin(asked: Asked): Promise<void> {
  const { id, name } = await knownOfficer(asked);
  await asked.store.write(asked.networkId, (writing) => grantAdmin(writing, SERVER_ACTOR, id));
  asked.output.print(`「${name}」を管理者にしました。`);
}

async function list({ store, networkId, output }: Asked): Promise<void> {
  await store.write(networkId, (writing) => writeAudit(writing, SERVER_ACTOR, 'officer:list', networkId));
  for (const one of await listOfficers(store.db, networkId)) {
    const state = one.disabledAt === null ? '使用中' : '停止中';
    const totp = one.hasTotp ? '確認コードあり' : '確認コードなし';
    const roles = one.roles.map((role) => roleWords(role).name).join('・');
    output.print([one.name, one.displayName, roles, state, totp].join('\t'));
  }
}

/** @throws WrongWords when this network has none of this name */
async function knownOfficer({ store, networkId, words }: Asked) {
  const name = need(words, 'name');
  const account = await findOfficer(store.db, name);
  if (account === null || account.networkId !== networkId)
    throw new WrongWords(`このネットワークに「${name}」という利用者はいません。`);
  return account;
}

function tellPassphrase(output: CommandOutput, name: string, passphrase: string): void {
  output.print(`利用者名: ${name}`);
  output.print(`パスフレーズ: ${passphrase}`);
  output.print('パスフレーズが出るのはこの1回だけです。書きとめて、本人に渡してください。');
  output.print('本人は、はじめのサインインで自分のパスフレーズに変えます。');
}
