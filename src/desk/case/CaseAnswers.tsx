// All answers of a sighting in the words of the sheet. Answers the sheet hid are not shown.
import type { ComponentChildren } from 'preact';
import {
  AGE_WORDS,
  APPROACH_WORDS,
  CARE_WORDS,
  CONSENT_WORDS,
  CONTACT_BACK_WORDS,
  FIELD_WORDS,
  HOUSEHOLD_WORDS,
  MONEY_WORDS,
  OCCURRED_WORDS,
  PLACE_WORDS,
  REACTION_WORDS,
  TROUBLE_WORDS,
  URGENCY_WORDS,
} from '../../content/flow-sheet';
import { visibleWhen } from '../../domain/flow-sheet';
import type { PersonalDataKind, Sighting } from '../../domain/sighting';
import { dayWithYearWords, instantWords } from '../desk-time';
import { signEntry, signWord } from '../desk-words';
import { Notice } from '../parts/Notice';
import { coolingOff } from './instruction-form';

const MARK_WORDS: Record<PersonalDataKind, string> = {
  phone: '電話番号',
  postal_code: '郵便番号',
  address: '住所',
  name: '名前',
  account: '口座やカードの番号',
  email: 'メールアドレス',
  car_plate: '車のナンバー',
};

export function CaseAnswers({ sighting, nowMs }: { sighting: Sighting; nowMs: number }) {
  const shown = visibleWhen(sighting);
  const marks = sighting.personalDataMarks;
  return (
    <section class="dk-card" aria-labelledby="answers-heading">
      <h2 class="dk-h2" id="answers-heading">
        気づきの内容
      </h2>
      {marks.length > 0 && (
        <Notice kind="late">
          書かれた文に個人情報（{marks.map((kind) => MARK_WORDS[kind]).join('、')}
          ）が含まれているかもしれません。扱いに気をつけてください。
        </Notice>
      )}
      <dl class="dk-answers">
        <Answer label={FIELD_WORDS.signs.label}>
          <ul class="dk-signs">
            {sighting.signs.map((id) => (
              <SignLine key={id} id={id} />
            ))}
            {sighting.otherSign !== undefined && (
              <li>
                <span class="dk-signs__label">{sighting.otherSign}</span>
                <span class="dk-quiet">（{FIELD_WORDS.otherSign.label}）</span>
              </li>
            )}
          </ul>
        </Answer>
        {sighting.freeText !== undefined && (
          <Answer label={FIELD_WORDS.freeText.label}>
            <p class="dk-freetext">{sighting.freeText}</p>
          </Answer>
        )}
        <Answer label={FIELD_WORDS.place.label}>{PLACE_WORDS[sighting.place]}</Answer>
        <Answer label={FIELD_WORDS.urgency.label}>{URGENCY_WORDS[sighting.urgency]}</Answer>
        <Answer label={FIELD_WORDS.troubleTypes.label}>
          {sighting.troubleTypes.map((type) => TROUBLE_WORDS[type]).join('、')}
        </Answer>
        <Answer label={FIELD_WORDS.moneyStatus.label}>{MONEY_WORDS[sighting.moneyStatus]}</Answer>
        <Answer label={FIELD_WORDS.approach.label}>{APPROACH_WORDS[sighting.approach]}</Answer>
        {shown.reaction && sighting.reaction !== undefined && (
          <Answer label={FIELD_WORDS.reaction.label}>{REACTION_WORDS[sighting.reaction]}</Answer>
        )}
        {shown.consentShare && sighting.consentShare !== undefined && (
          <Answer label={FIELD_WORDS.consentShare.label}>{CONSENT_WORDS[sighting.consentShare]}</Answer>
        )}
        <Answer label={FIELD_WORDS.ageBand.label}>{AGE_WORDS[sighting.ageBand]}</Answer>
        <Answer label={FIELD_WORDS.household.label}>{HOUSEHOLD_WORDS[sighting.household]}</Answer>
        {sighting.careNeeds.length > 0 && (
          <Answer label={FIELD_WORDS.careNeeds.label}>
            {sighting.careNeeds.map((need) => CARE_WORDS[need]).join('、')}
          </Answer>
        )}
        <Answer label={FIELD_WORDS.occurred.label}>
          {OCCURRED_WORDS[sighting.occurred]}
          {shown.occurredOn && sighting.occurredOn !== undefined && (
            <>（{dayWithYearWords(sighting.occurredOn)}）</>
          )}
        </Answer>
        {shown.docReceivedOn && sighting.docReceivedOn !== undefined && (
          <Answer label={FIELD_WORDS.docReceivedOn.label}>
            <DocumentDay sighting={sighting} nowMs={nowMs} />
          </Answer>
        )}
        {sighting.area !== undefined && <Answer label={FIELD_WORDS.area.label}>{sighting.area}</Answer>}
        <Answer label={FIELD_WORDS.contactBack.label}>{CONTACT_BACK_WORDS[sighting.contactBack]}</Answer>
        <Answer label="書いた時刻">
          {instantWords(sighting.written.finishedAt, nowMs)}（スマートフォンの時計）
          {sighting.written.offline && <span class="dk-quiet"> 電波のないところで書かれました</span>}
        </Answer>
      </dl>
    </section>
  );
}

function Answer({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="dk-answers__row">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function SignLine({ id }: { id: string }) {
  const sign = signEntry(id);
  return (
    <li>
      <span class="dk-signs__label">{signWord(id)}</span>
      {sign !== undefined && sign.phrase !== '' && (
        <span class="dk-signs__phrase">声かけの例: 「{sign.phrase}」</span>
      )}
      {sign !== undefined && sign.note !== '' && (
        <span class="dk-signs__note">気をつけること: {sign.note}</span>
      )}
    </li>
  );
}

function DocumentDay({ sighting, nowMs }: { sighting: Sighting; nowMs: number }) {
  if (sighting.docReceivedOn === 'not_received') return <>受け取っていない</>;
  if (sighting.docReceivedOn === 'unknown' || sighting.docReceivedOn === undefined) return <>わからない</>;
  const count = coolingOff(sighting, nowMs);
  return (
    <>
      {dayWithYearWords(sighting.docReceivedOn)}
      {count !== null && (
        <span class="dk-signs__phrase">
          クーリング・オフの目安: {dayWithYearWords(count.lastDay)}まで
          {count.remainingDays > 0
            ? `（残り${count.remainingDays}日）`
            : '（過ぎています。センターに確かめてください）'}
        </span>
      )}
    </>
  );
}
