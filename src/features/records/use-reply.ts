// One reply to the secretariat at a time: written once however often it is pressed, and never claimed saved before it is.
import { useRef, useState } from 'preact/hooks';
import type { SaveOutcome } from '../../services';

export type ReplyState =
  { status: 'idle' } | { status: 'saved' } | { status: 'storage-full' } | { status: 'storage-unavailable' };

export function useReply() {
  const [state, setState] = useState<ReplyState>({ status: 'idle' });
  const underWay = useRef(false);
  const saved = useRef<string | null>(null);
  /**
   * @param what names this very reply: a second tap on its way after the first was saved writes nothing
   * @returns true when it is on the disk; otherwise what was written must stay on the screen
   */
  const reply = async (what: string, write: () => Promise<SaveOutcome>): Promise<boolean> => {
    if (underWay.current) return false;
    if (saved.current === what) return true;
    underWay.current = true;
    const outcome = await write().catch((): SaveOutcome => ({ status: 'storage-unavailable' }));
    underWay.current = false;
    if (outcome.status === 'saved') saved.current = what;
    setState({ status: outcome.status });
    return outcome.status === 'saved';
  };
  return { state, reply };
}
