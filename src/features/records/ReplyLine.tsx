// What became of a reply: saved on this phone, or not, and what to do.
import { REPLY_SAVED } from '../../i18n/ja/record';
import { storageTrouble } from '../../i18n/ja/storage-trouble';
import { Notice } from '../../ui/Notice';
import type { ReplyState } from './use-reply';

export function ReplyLine({ state }: { state: ReplyState }) {
  const trouble =
    state.status === 'storage-full' || state.status === 'storage-unavailable' ? state.status : null;
  return (
    <>
      <p role="status" class="record-reply">
        {state.status === 'saved' ? REPLY_SAVED : ''}
      </p>
      {trouble === null ? null : (
        <Notice kind="error" heading={storageTrouble(trouble).heading} level={3} announce="alert">
          <p>{storageTrouble(trouble).body}</p>
        </Notice>
      )}
    </>
  );
}
