// What `npm start -- …` may be told. Built-ins only.
import { parseArgs } from 'node:util';
import { PlainError } from '../bootstrap/say.mjs';

export const USAGE = `使い方: npm start -- [--port 番号] [--data フォルダー] [--json]
  --port   待ち受けるポート（指定がなければ 8080、ふさがっていれば次の空き）
  --data   データを置くフォルダー（指定がなければ data）
  --json   準備ができたら、最後の1行に JSON を1つだけ標準出力に書く`;

/** @typedef {{ port: number | null, data: string, json: boolean }} StartOptions port null: none was asked for */

/** @param {readonly string[]} args @returns {StartOptions} @throws PlainError on anything it does not know */
export function startOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, data: { type: 'string' }, json: { type: 'boolean' } },
    }));
  } catch {
    throw new PlainError(`指定を読み取れませんでした: ${args.join(' ')}\n${USAGE}`);
  }
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(/^\d+$/.test(values.port ?? '') && port <= 65_535))
    throw new PlainError(
      `ポートは 0 から 65535 の数で指定してください（いまは「${values.port}」）。\n${USAGE}`,
    );
  if (values.data === '') throw new PlainError(`--data にはフォルダーの名前が必要です。\n${USAGE}`);
  return { port, data: values.data ?? 'data', json: values.json ?? false };
}
