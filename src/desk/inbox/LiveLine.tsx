// One line that says whether the list renews itself.
import { useDesk } from '../desk-context';

const WORDS = {
  connecting: 'つないでいます',
  live: '自動で更新しています',
  reconnecting: 'つながっていません。再接続しています',
} as const;

export function LiveLine() {
  const { liveStatus } = useDesk();
  return (
    <p class={`dk-live dk-live--${liveStatus}`} role="status">
      <span class="dk-live__dot" aria-hidden="true" />
      {WORDS[liveStatus]}
    </p>
  );
}
