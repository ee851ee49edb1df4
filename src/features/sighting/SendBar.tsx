// The bar at the bottom: 110 / 119 when urgent, what is missing, the question about personal data, where the sheet is
// kept, and 「送信する」, which can always be pressed.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Missing } from '../../domain/sighting';
import { PERSONAL_REWRITE, PERSONAL_SEND, PERSONAL_TITLE, personalBody } from '../../i18n/ja/personal-data';
import {
  MISSING_TITLE,
  MISSING_WORDS,
  NOT_SAVED_YET,
  SAVED_HERE,
  SAVING,
  SEND,
  SENDING,
} from '../../i18n/ja/sighting';
import { SAVE_AGAIN, storageTrouble } from '../../i18n/ja/storage-trouble';
import { clockTime } from '../../i18n/ja/time';
import { Button } from '../../ui/Button';
import { EmergencyCall } from '../../ui/EmergencyCall';
import { Notice } from '../../ui/Notice';
import type { KeptStatus } from './draft-keeper';
import type { SendState } from './use-sending';

interface Props {
  urgent: boolean;
  kept: KeptStatus;
  state: SendState;
  missing: readonly Missing[];
  onGoTo: (missing: Missing) => void;
  onSend: () => void;
  onSendAnyway: () => void;
  onRewrite: () => void;
  onSaveAgain: () => void;
}

/** What is read aloud when it changes: only what is certain. */
function spokenLine(kept: KeptStatus, sending: SendState): string {
  if (sending.status === 'sending') return sending.slow ? SENDING : '';
  return kept.status === 'saved' ? `${SAVED_HERE} ${clockTime(kept.savedAt)}` : '';
}

/** What is only seen: it changes with every keystroke. */
function quietLine(kept: KeptStatus, sending: SendState): string {
  if (sending.status === 'sending') return '';
  if (kept.status === 'saving') return SAVING;
  return kept.status === 'untouched' ? NOT_SAVED_YET : '';
}

export function SendBar(props: Props) {
  const { kept, state } = props;
  const trouble =
    state.status === 'storage-full' || state.status === 'storage-unavailable'
      ? state.status
      : kept.status === 'storage-full' || kept.status === 'storage-unavailable'
        ? kept.status
        : null;
  const look =
    trouble !== null ? ' sheet-bar-trouble' : state.status === 'personal-data' ? ' sheet-bar-asking' : '';
  return (
    <div class={`sheet-bar${look}`}>
      <div aria-live="polite">{props.urgent ? <EmergencyCall /> : null}</div>
      {trouble === null ? null : (
        <Notice kind="error" heading={storageTrouble(trouble).heading} announce="alert">
          <p>{storageTrouble(trouble).body}</p>
          <Button kind="outline" onPress={props.onSaveAgain}>
            {SAVE_AGAIN}
          </Button>
        </Notice>
      )}
      {props.missing.length === 0 ? null : (
        <div class="sheet-missing" role="alert">
          <p>{MISSING_TITLE}</p>
          <ul>
            {props.missing.map((missing) => (
              <li key={missing}>
                <a
                  class="ui-link"
                  href={`#${missing}`}
                  onClick={(event) => {
                    event.preventDefault();
                    props.onGoTo(missing);
                  }}
                >
                  {MISSING_WORDS[missing]}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {state.status === 'personal-data' ? (
        <Asked>
          <Notice kind="warning" heading={PERSONAL_TITLE} id="personal-data">
            <p>{personalBody(state.kinds)}</p>
            <div class="ui-row">
              <Button kind="outline" onPress={props.onRewrite}>
                {PERSONAL_REWRITE}
              </Button>
              <Button onPress={props.onSendAnyway}>{PERSONAL_SEND}</Button>
            </div>
          </Notice>
        </Asked>
      ) : null}
      <div class="sheet-kept">
        <span role="status">{spokenLine(kept, state)}</span>
        <span>{quietLine(kept, state)}</span>
      </div>
      {state.status === 'personal-data' ? null : (
        <Button primary busy={state.status === 'sending'} onPress={props.onSend}>
          {SEND}
        </Button>
      )}
    </div>
  );
}

/** Moves the focus to the question when it appears, so that it is read and its buttons come next. */
function Asked({ children }: { children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('#personal-data')?.focus();
  }, []);
  return <div ref={box}>{children}</div>;
}
