// Instructions sent so far, each with the marks of the member: seen, started, done.
import { DONE_WORDS } from '../../content/case-words';
import { TEMPLATES } from '../../content/instruction-templates';
import type { CaseInstruction } from '../../domain/desk-contract';
import { instantWords } from '../desk-time';
import { Icon } from '../parts/Icon';

export function CaseInstructions({
  instructions,
  nowMs,
}: {
  instructions: readonly CaseInstruction[];
  nowMs: number;
}) {
  if (instructions.length === 0) return null;
  return (
    <section class="dk-card" aria-labelledby="instructions-heading">
      <h2 class="dk-h2" id="instructions-heading">
        送った指示
      </h2>
      <ol class="dk-sent">
        {[...instructions].reverse().map((sent) => (
          <li key={sent.id}>
            <Sent sent={sent} nowMs={nowMs} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Sent({ sent, nowMs }: { sent: CaseInstruction; nowMs: number }) {
  const { instruction } = sent;
  const retracted = instruction.retractedAt !== null;
  return (
    <article class={retracted ? 'dk-sent__one dk-sent__one--retracted' : 'dk-sent__one'}>
      <h3 class="dk-h3">
        {TEMPLATES[instruction.template].label}
        <span class="dk-sent__time">{instantWords(instruction.sentAt, nowMs)}</span>
      </h3>
      {instruction.requestNo !== null && <p>要請番号 {instruction.requestNo}</p>}
      <p class="dk-sent__text">{instruction.text}</p>
      {retracted && instruction.retractedAt !== null ? (
        <p class="dk-sent__retracted">
          {instantWords(instruction.retractedAt, nowMs)}に取り消しました。構成員の画面からも消えます。
        </p>
      ) : (
        <ul class="dk-marks" aria-label="構成員の様子">
          <Mark word="見ました" not="まだ見ていません" at={sent.seenAt} nowMs={nowMs} />
          <Mark word="とりかかりました" not="まだとりかかっていません" at={sent.startedAt} nowMs={nowMs} />
          <Mark word="対応しました" not="対応はまだです" at={sent.doneAt} nowMs={nowMs} />
        </ul>
      )}
      {sent.done.length > 0 && (
        <ul class="dk-done" aria-label="構成員がしたこと">
          {sent.done.map((code) => (
            <li key={code}>{DONE_WORDS[code]}</li>
          ))}
        </ul>
      )}
    </article>
  );
}

interface MarkProps {
  word: string;
  not: string;
  at: string | null;
  nowMs: number;
}

function Mark({ word, not, at, nowMs }: MarkProps) {
  if (at === null) return <li class="dk-mark dk-mark--open">{not}</li>;
  return (
    <li class="dk-mark dk-mark--set">
      <Icon name="ok" />
      {word}
      <span class="dk-mark__time">{instantWords(at, nowMs)}</span>
    </li>
  );
}
