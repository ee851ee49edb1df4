// The feedback with which a case was closed.
import { OUTCOME_WORDS } from '../../content/case-words';
import type { Feedback } from '../../domain/instruction';
import { instantWords } from '../desk-time';

export function CaseFeedback({ feedback, nowMs }: { feedback: Feedback | null; nowMs: number }) {
  if (feedback === null) return null;
  return (
    <section class="dk-card" aria-labelledby="feedback-heading">
      <h2 class="dk-h2" id="feedback-heading">
        構成員へのフィードバック
      </h2>
      <p class="dk-quiet">{instantWords(feedback.sentAt, nowMs)}</p>
      <p>結果: {OUTCOME_WORDS[feedback.outcome].short}</p>
      <p class="dk-sent__text">{feedback.text}</p>
    </section>
  );
}
