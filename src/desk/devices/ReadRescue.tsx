// 「救出ファイルを読み込む」: a file that a member saved from a phone; says how much of it was new.
import { useState } from 'preact/hooks';
import type { RescueResult } from '../../domain/rescue';
import { useDesk } from '../desk-context';
import { failureWords } from '../desk-words';
import { Field, tiedTo } from '../parts/Field';
import { Notice } from '../parts/Notice';

export function ReadRescue() {
  const { client } = useDesk();
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [result, setResult] = useState<RescueResult | null>(null);

  async function read() {
    if (busy) return;
    setMissing(file === null);
    setFailure(null);
    setResult(null);
    if (file === null) return;
    setBusy(true);
    const outcome = await client.readRescue(file);
    setBusy(false);
    if (outcome.status === 'reply') setResult(outcome.value);
    else setFailure(failureWords(outcome));
  }

  const error = missing ? '救出ファイルを選んでください。' : undefined;
  return (
    <section aria-labelledby="rescue-heading">
      <h2 class="dk-h2" id="rescue-heading">
        救出ファイルを読み込む
      </h2>
      <Field
        id="rescue-file"
        label="救出ファイル"
        hint="構成員の端末で保存した「mimamori-rescue-日付.bin」です。同じファイルを2度読み込んでも、記録は増えません。"
        error={error}
      >
        <input
          class="dk-input"
          type="file"
          {...tiedTo('rescue-file', { hint: true, error })}
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
      </Field>
      <div class="dk-actions">
        <button class="dk-button" type="button" aria-busy={busy} onClick={() => void read()}>
          救出ファイルを読み込む
        </button>
      </div>
      {failure && <Notice kind="error">{failure}</Notice>}
      {result && (
        <Notice kind={result.refused > 0 ? 'late' : 'ok'}>
          <p>
            {result.memberName}の救出ファイルを読み込みました。新しく受け取った {result.taken}
            件、もう届いていた {result.known}件、受け取れなかった {result.refused}件、写真 {result.photos}枚。
          </p>
          {result.drafts > 0 && (
            <p>
              書きかけが {result.drafts}
              件ありました。書き終えていないので、受け取っていません。ご本人に確かめてください。
            </p>
          )}
        </Notice>
      )}
    </section>
  );
}
