// What the keys of 「受付箱」 do.
import { Dialog } from '../parts/Dialog';

const KEYS = [
  ['j', '次の件へ'],
  ['k', '前の件へ'],
  ['Enter', '選んでいる件を開く'],
  ['/', '絞り込みの欄へ'],
  ['?', 'この説明を開く'],
  ['Esc', '閉じる'],
] as const;

interface KeyHelpProps {
  /** single-key shortcuts are on */
  on: boolean;
  onSwitch(on: boolean): void;
  onClose(): void;
}

export function KeyHelp({ on, onSwitch, onClose }: KeyHelpProps) {
  return (
    <Dialog labelledBy="key-help" onClose={onClose}>
      <h2 class="dk-h2" id="key-help">
        キー操作
      </h2>
      <dl class="dk-keys">
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p class="dk-hint">文字を入れている間は働きません。</p>
      <label class="dk-check">
        <input type="checkbox" checked={on} onChange={(event) => onSwitch(event.currentTarget.checked)} />
        1文字のキー操作を使う
      </label>
      <button class="dk-button dk-button--primary" type="button" onClick={onClose}>
        閉じる
      </button>
    </Dialog>
  );
}
