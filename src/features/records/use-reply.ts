// One reply to the secretariat at a time: written once however often it is pressed, and never claimed saved before it is.
import { useRef, useState } from 'preact/hooks';
import type { SaveOutcome } from '../../services';

export type ReplyState =
  { status: 'idle' } | { status: 'saved' } | { status: 'storage-full' } | { status: 'storage-unavailable' };

export function useReply() {
  const [state, setState] = useState<ReplyState>({ status: 'idle' });
  const underWay = useRef(false);
  /** @returns true when it is on the disk; otherwise what was written must stay on the screen */
  const reply = async (write: () => Promise<SaveOutcome>): Promise<boolean> => {
    if (underWay.current) return false;
    underWay.current = true;
    const outcome = await write().catch((): SaveOutcome => ({ status: 'storage-unavailable' }));
    underWay.current = false;
    setState({ status: outcome.status });
    return outcome.status === 'saved';
  };
  return { state, reply };
}
export type Reply = ReturnType<typeof useReply>['reply'];
