// `npm run network -- create …`: makes an empty network. Everything else about it is set at the desk later.
import * as z from 'zod/mini';
import { networkProfileSchema } from '../../src/domain/network';
import { SERVER_ACTOR, writeAudit } from '../audit';
import { findNetworkByName, writeProfile } from '../store/networks';
import { need, runCommand, WrongWords, type CommandOutput } from './command-line';

const USAGE =
  '使い方: npm run network -- create --name ネットワーク名 --municipality 市区町村 [--prefix 受付番号の頭文字 A〜Z 1〜3文字] [--data フォルダー]';

export function networkCommand(argv: readonly string[], output: CommandOutput): Promise<number> {
  const known = { actions: ['create'], options: ['name', 'municipality', 'prefix'] };
  return runCommand(argv, USAGE, known, output, async (_create, words, { store, sealingKeys }) => {
    const id = store.newId();
    const profile = z.safeParse(networkProfileSchema, {
      id,
      name: need(words, 'name'),
      municipality: need(words, 'municipality'),
      receiptPrefix: words['prefix'] ?? 'K',
      photosAllowed: false,
      areas: [],
      secretariat: null,
      center: null,
      welfare: null,
      police: null,
      draftDays: 30,
      demo: false,
    });
    if (!profile.success)
      throw new WrongWords(
        'ネットワーク名は60文字まで、市区町村は40文字まで、--prefix は大文字の英字1〜3文字にしてください。',
      );
    const { name } = profile.data;
    if ((await findNetworkByName(store.db, name)) !== null)
      throw new WrongWords(`「${name}」はすでにあります。別の名前にしてください。`);
    const sealingKey = await sealingKeys.create(id, store.now());
    await store.found({ id, name }, async (writing) => {
      await writeProfile(writing, { ...profile.data, sealingKey });
      await writeAudit(writing, SERVER_ACTOR, 'network:create', id);
    });
    output.print(`「${name}」を作りました。次に、事務局の利用者を作ってください:`);
    output.print(`  npm run officer -- create --network ${name} --name 利用者名`);
  });
}
