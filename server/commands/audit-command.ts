// `npm run audit -- verify …`: walks the audit chain of a network and names the first row that does not hold.
// Changes nothing but adding its own audit row.
import { SERVER_ACTOR, writeAudit } from '../audit';
import { auditHashAt, checkAudit } from '../store/audit-chain';
import { findNetworkByName } from '../store/networks';
import { need, runCommand, WrongWords, type CommandOutput } from './command-line';

const USAGE =
  '使い方: npm run audit -- verify --network ネットワーク名 [--head 番号:控えておいた印] [--data フォルダー]';
/** What a broken chain ends with, so that a script notices. */
const BROKEN = 3;

/** @returns 0 whole, 3 broken, 1 and 2 as every command */
export async function auditCommand(argv: readonly string[], output: CommandOutput): Promise<number> {
  let isWhole = true;
  const known = { actions: ['verify'], options: ['network', 'head'] };
  const code = await runCommand(argv, USAGE, known, output, async (_verify, words, { store }) => {
    const name = need(words, 'network');
    const networkId = await findNetworkByName(store.db, name);
    if (networkId === null) throw new WrongWords(`「${name}」というネットワークはありません。`);
    const kept = words['head'] === undefined ? null : /^(\d{1,15}):([0-9a-f]{64})$/.exec(words['head']);
    if (words['head'] !== undefined && kept === null)
      throw new WrongWords('--head は、前に表示された「番号:印」をそのまま入れてください。');
    const { whole, rows, head, brokenSeq } = await checkAudit(store.db, networkId);
    const standsOnKept =
      kept === null || (await auditHashAt(store.db, networkId, Number(kept[1]))) === kept[2];
    isWhole = whole && standsOnKept;
    if (whole) {
      output.print(`監査記録 ${rows} 行は、初めから終わりまでつながっています。`);
      output.print(`先頭の印: ${rows}:${head}`);
      output.print('この印を別の場所に控えておくと、あとで --head で確かめられます。');
    } else
      output.complain(`監査記録の ${brokenSeq} 行目が、書かれたときと違います。ここから先は信用できません。`);
    if (!standsOnKept)
      output.complain(`控えてある印と、いまの ${kept?.[1]} 行目が違います。全体が書き直されています。`);
    await store.write(networkId, (writing) => writeAudit(writing, SERVER_ACTOR, 'audit:check', networkId));
  });
  return code === 0 && !isWhole ? BROKEN : code;
}
