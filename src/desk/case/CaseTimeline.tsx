// Everything that happened in a case, newest first. 庁内メモ looks unlike all that the member can see.
import { CASE_STATE_WORDS, DONE_WORDS } from '../../content/case-words';
import type { CaseEvent } from '../../domain/desk-contract';
import { instantWords } from '../desk-time';

const KIND_WORDS: Record<CaseEvent['kind'], string> = {
  received: '気づきが届きました',
  supplement: '補足が届きました',
  moved: '状態が変わりました',
  assigned: '担当が決まりました',
  instructed: '指示を送りました',
  retracted: '指示を取り消しました',
  seen: '構成員が指示を見ました',
  started: '構成員がとりかかりました',
  done: '構成員が対応しました',
  answered: '質問の答えが届きました',
  declined: '構成員から「できません」と返事がありました',
  reported: '個人情報を含む報告が届きました',
  'personal-viewed': '個人情報を含む報告を開きました',
  note: '庁内メモ',
  feedback: 'フィードバックを送りました',
  withdrawn: '構成員が取り下げました',
  merged: '同じ件にまとめました',
  reopened: '確認に戻しました',
  unreadable: '封を開けられませんでした。構成員の端末に書き直しを頼みました',
  conflict: '同じ番号で違う内容が届き、先のものを残しました',
};

export function CaseTimeline({ events, nowMs }: { events: readonly CaseEvent[]; nowMs: number }) {
  return (
    <section class="dk-card" aria-labelledby="timeline-heading">
      <h2 class="dk-h2" id="timeline-heading">
        これまでの動き（新しい順）
      </h2>
      <ol class="dk-timeline">
        {[...events].reverse().map((event, at) => (
          <li key={`${event.at}-${at}`} class={`dk-event dk-event--${event.kind}`}>
            <p class="dk-event__what">
              {KIND_WORDS[event.kind]}
              {event.kind === 'moved' && event.state !== undefined && <>: {CASE_STATE_WORDS[event.state]}</>}
            </p>
            <p class="dk-event__when">
              {instantWords(event.at, nowMs)}
              {event.officer !== null && <span> {event.officer}</span>}
            </p>
            {event.done !== undefined && event.done.length > 0 && (
              <p class="dk-event__text">{event.done.map((code) => DONE_WORDS[code]).join('、')}</p>
            )}
            {event.text !== undefined && event.text !== '' && <p class="dk-event__text">{event.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
