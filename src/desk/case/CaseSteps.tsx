// The next steps of a case as buttons, and the panel of the step that was chosen. Shows only what the state allows.
import { useEffect, useState } from 'preact/hooks';
import type { CaseDetail } from '../../domain/desk-contract';
import type { Failure } from '../desk-client';
import { stateAfter } from '../../domain/instruction';
import { failureWords } from '../desk-words';
import { Notice } from '../parts/Notice';
import { stepsFor, type Step } from './case-steps';
import type { CaseWork, Decision } from './case-work';
import { CloseCase } from './CloseCase';
import { OneLinePanel } from './OneLinePanel';
import { RetractBar } from './RetractBar';
import { SendInstruction } from './SendInstruction';

const STEP_WORDS: Record<Step, string> = {
  take: '担当する',
  instruct: '指示を送る',
  close: '完了にする',
  merge: '同じ件にまとめる',
  'review-again': '確認に戻す',
};

interface CaseStepsProps {
  detail: CaseDetail;
  work: CaseWork;
  /** the panel needs the width of form and preview */
  onWide(wide: boolean): void;
}

export function CaseSteps({ detail, work, onWide }: CaseStepsProps) {
  const [panel, setPanel] = useState<Exclude<Step, 'take'> | null>(null);
  const [said, setSaid] = useState<{ kind: 'ok' | 'error'; words: string } | null>(null);
  const [justSent, setJustSent] = useState(false);
  const [busy, setBusy] = useState(false);
  const steps = stepsFor(detail.row.state);
  const { recordId } = detail.row;
  useEffect(() => onWide(panel === 'instruct'), [panel, onWide]);

  function finish(words: string) {
    setPanel(null);
    setSaid({ kind: 'ok', words });
    document.querySelector<HTMLElement>('h1')?.focus();
  }
  function open(step: Exclude<Step, 'take'>) {
    setSaid(null);
    setJustSent(false);
    setPanel(step);
  }
  async function take() {
    if (busy) return;
    setBusy(true);
    const outcome = await work.act({ kind: 'assign' });
    setBusy(false);
    if (outcome.status === 'reply') finish('担当になりました。内容を確かめて、指示を送ってください。');
    else setSaid({ kind: 'error', words: failureWords(outcome) });
  }
  async function run(decision: Decision) {
    const outcome = await work.act(decision);
    return outcome.status === 'reply' ? null : outcome;
  }
  const cancel = () => setPanel(null);

  return (
    <div class="dk-steps">
      {said && <Notice kind={said.kind}>{said.words}</Notice>}
      <RetractBar
        detail={detail}
        act={work.act}
        justSent={justSent}
        onRetracted={() => finish('指示を取り消しました。構成員の画面からも消えます。')}
      />
      {panel !== null && !steps.includes(panel) && (
        <Notice kind="info">
          この件の状態が変わったため、いまは「{STEP_WORDS[panel]}」はできません。書いた文は残っています。
        </Notice>
      )}
      {panel === null && steps.length > 0 && (
        <div class="dk-actions" role="group" aria-label="次にできること">
          {steps.map((step, at) => (
            <button
              key={step}
              class={at === 0 ? 'dk-button dk-button--primary' : 'dk-button'}
              type="button"
              onClick={() => (step === 'take' ? void take() : open(step))}
            >
              {STEP_WORDS[step]}
            </button>
          ))}
        </div>
      )}
      {panel === 'instruct' && (
        <SendInstruction
          detail={detail}
          act={work.act}
          onCancel={cancel}
          onSent={(template) => {
            if (stateAfter(template) !== 'instructed') return finish('送りました。構成員の返事を待ちます。');
            setPanel(null);
            setJustSent(true);
          }}
        />
      )}
      {panel === 'close' && (
        <CloseCase
          row={detail.row}
          act={work.act}
          onCancel={cancel}
          onClosed={() => finish('フィードバックを送り、完了にしました。')}
        />
      )}
      {panel === 'review-again' && (
        <OneLinePanel
          heading="確認に戻す"
          label="理由"
          hint="庁内の記録に残ります。500字まで。"
          button="理由を残して確認に戻す"
          missing="理由を書いてください"
          maxLength={500}
          draftKey={`case:${recordId}:reason`}
          run={(reason) => run({ kind: 'review-again', reason })}
          onDone={() => finish('確認中に戻しました。')}
          onCancel={cancel}
        />
      )}
      {panel === 'merge' && (
        <OneLinePanel
          heading="同じ件にまとめる"
          label="まとめる先の受付番号"
          hint="この件は「まとめ（重複）」になり、先の件に続きが集まります。"
          button="この番号の件にまとめる"
          missing="まとめる先の受付番号を入れてください"
          maxLength={32}
          draftKey={`case:${recordId}:merge`}
          check={(number) =>
            receiptNumber(number) === detail.row.receiptNo
              ? 'この件とは別の受付番号を入れてください'
              : undefined
          }
          run={(number) => run({ kind: 'merge', intoReceiptNo: receiptNumber(number) })}
          words={mergeWords}
          onDone={() => finish('同じ件にまとめました。')}
          onCancel={cancel}
        />
      )}
    </div>
  );
}

/** As typed, full-width and any dash, to the form on paper. */
function receiptNumber(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[‐‑–—ー−]/g, '-')
    .trim()
    .toUpperCase();
}

function mergeWords(failure: Failure): string | null {
  if (failure.status !== 'problem') return null;
  if (failure.code === 'not-found')
    return 'その受付番号の件が見つかりません。受付箱で番号を確かめてください。';
  if (failure.code === 'transition-not-allowed')
    return 'その件にはまとめられません。取り下げやまとめの済んでいない件の番号を入れてください。';
  return null;
}
