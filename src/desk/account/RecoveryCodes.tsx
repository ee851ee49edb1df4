// The recovery codes, shown this once. Goes on only when the officer says they are kept.
import { Notice } from '../parts/Notice';

export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept(): void }) {
  return (
    <>
      <Notice kind="late">
        予備のコードは、いまだけ表示します。スマートフォンをなくしたときに、1つずつ1回だけ使えます。書きとめて、鍵のかかる所にしまってください。
      </Notice>
      <ul class="dk-spares" aria-label="予備のコード">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <button class="dk-button dk-button--primary" type="button" onClick={onKept}>
        書きとめたので進む
      </button>
    </>
  );
}
