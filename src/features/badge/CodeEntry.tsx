// 「コードを入力する」: one field, any separators. While typing it shows the code in groups as on the slip, and how many
// letters are left; a wrong shape is answered with numbers, not with "wrong".
import { useState } from 'preact/hooks';
import { groupInvitation, normaliseInvitation } from '../../domain/ids';
import * as words from '../../i18n/ja/badge';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import { typedCode } from './scanned-text';
import type { TypedCode } from './scanned-text';

interface Props {
  typed: string;
  onType: (text: string) => void;
  onCode: (code: string) => void;
  busy: boolean;
}

const FIELD_ID = 'badge-code';

export function CodeEntry({ typed, onType, onCode, busy }: Props) {
  const [isChecked, setIsChecked] = useState(false);
  const now = typedCode(typed);
  const wrong = whatIsWrong(now);

  function submit() {
    const code = normaliseInvitation(typed);
    setIsChecked(true);
    if (code === null) showField();
    else onCode(code);
  }

  return (
    <form
      class="badge-code"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        id={FIELD_ID}
        label={words.CODE_LABEL}
        hint={words.CODE_HINT}
        error={isChecked ? (wrong ?? undefined) : undefined}
        value={typed}
        onWrite={(text) => {
          setIsChecked(false);
          onType(text);
        }}
      />
      {now.letters === '' ? null : (
        <p class="badge-so-far">
          <span class="badge-groups">{inGroups(now)}</span>
          {now.missing >= 0 && now.strange === '' ? (
            <span>{words.lettersSoFar([...now.letters].length, now.missing)}</span>
          ) : null}
        </p>
      )}
      <Button primary busy={busy} onPress={submit}>
        {words.REDEEM_TYPED}
      </Button>
    </form>
  );
}

/** The field takes the focus, and what is wrong with it stands in the middle of the screen, clear of the bar below. */
function showField(): void {
  const field = document.getElementById(FIELD_ID);
  field?.focus({ preventScroll: true });
  field?.scrollIntoView?.({ block: 'center' });
}

function whatIsWrong(now: TypedCode): string | null {
  if (now.letters === '') return words.CODE_EMPTY;
  if (now.strange !== '') return words.codeStrange(now.strange);
  const count = [...now.letters].length;
  if (now.missing > 0) return words.codeTooShort(count, now.missing);
  if (now.missing < 0) return words.codeTooLong(count, -now.missing);
  return null;
}

/** As on the slip once it is whole; before that in fives, so that nothing jumps while typing. */
const inGroups = ({ letters, missing }: TypedCode): string =>
  missing === 0 ? groupInvitation(letters) : (letters.match(/.{1,5}/gu) ?? []).join('-');
