// The instruction exactly as the member will read it on the phone; what is still missing is marked in its place.
import type { Instruction } from '../../domain/instruction';
import { Icon } from '../parts/Icon';
import { PLACEHOLDER_WORDS } from './instruction-form';

interface PhonePreviewProps {
  text: string;
  numbers: Instruction['numbers'];
  questions: readonly string[];
}

export function PhonePreview({ text, numbers, questions }: PhonePreviewProps) {
  return (
    <section class="dk-phone" aria-label="構成員のスマートフォンでの見え方">
      <p class="dk-phone__title">構成員のスマートフォンでの見え方</p>
      <div class="dk-phone__screen">
        <p class="dk-phone__heading">事務局からの指示</p>
        <p class="dk-phone__text">{pieces(text)}</p>
        {questions.length > 0 && (
          <p class="dk-phone__answer">「質問に答える」から{questions.length}つの質問に答えます</p>
        )}
        {numbers.map((number) => (
          <p key={number.tel} class="dk-phone__call">
            <Icon name="phone" />
            {number.label} {number.tel} に電話する
          </p>
        ))}
      </div>
    </section>
  );
}

/** Text with its open placeholders as marks: {requestNo} says who fills it, all others that they are missing. */
function pieces(text: string) {
  return text.split(/\{(\w+)\}/).map((piece, at) => {
    if (at % 2 === 0) return piece;
    if (piece === 'requestNo') return <span key={at}>（送るときに番号が付きます）</span>;
    return <mark key={at}>【{PLACEHOLDER_WORDS[piece]?.label ?? piece}】</mark>;
  });
}
