// 「指示を送りました」 with the sixty seconds in which it can be taken back.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CaseDetail } from '../../domain/desk-contract';
import { useServerNow } from '../desk-context';
import { failureWords } from '../desk-words';
import { Icon } from '../parts/Icon';
import { Notice } from '../parts/Notice';
import { mayRetract } from './case-steps';
import type { Act } from './case-work';

interface RetractBarProps {
  detail: CaseDetail;
  act: Act;
  /** this desk has just sent it: the bar takes the focus */
  justSent: boolean;
  onRetracted(): void;
}

export function RetractBar({ detail, act, justSent, onRetracted }: RetractBarProps) {
  const now = useServerNow(detail.instructions.length > 0);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (justSent) bar.current?.focus();
  }, [justSent]);
  const retractable = mayRetract(detail, now);

  async function retract() {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const outcome = await act({ kind: 'retract' });
    setBusy(false);
    if (outcome.status === 'reply') return onRetracted();
    setFailure(failureWords(outcome));
  }

  if (retractable === null) return failure === null ? null : <Notice kind="error">{failure}</Notice>;
  const seconds = Math.ceil(retractable.leftMs / 1000);
  return (
    <div class="dk-retract" ref={bar} tabIndex={-1} role="group" aria-labelledby="retract-words">
      <Icon name="ok" />
      <p class="dk-retract__text">
        <strong id="retract-words">指示を送りました。</strong>
        <span>あと{seconds}秒のあいだ取り消せます。</span>
      </p>
      <button class="dk-button" type="button" aria-busy={busy} onClick={() => void retract()}>
        指示を取り消す
      </button>
      {failure && <Notice kind="error">{failure}</Notice>}
    </div>
  );
}
