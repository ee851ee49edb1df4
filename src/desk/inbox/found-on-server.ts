// What only the server can find: words in the answers' free text, which rows never carry, and cases older than the list.
// An addition to what the list itself shows; when the server is away it adds nothing, and the page says so elsewhere.
import { useEffect, useState } from 'preact/hooks';
import type { CaseRow } from '../../domain/desk-contract';
import { useDesk } from '../desk-context';

/** Typing pauses this long before the server is asked. */
export const ASK_AFTER_MS = 400;
const LONGEST_TEXT = 60;

/** @returns the rows found for exactly this text; empty while nothing was asked or answered */
export function useFoundOnServer(text: string): readonly CaseRow[] {
  const { client, later, changes } = useDesk();
  const [found, setFound] = useState<{ text: string; rows: CaseRow[] }>({ text: '', rows: [] });
  const wanted = text.normalize('NFKC').trim().slice(0, LONGEST_TEXT);
  useEffect(() => {
    if (wanted === '') return;
    let stale = false;
    const forget = later(ASK_AFTER_MS, () => {
      void client.cases(wanted).then((outcome) => {
        if (!stale && outcome.status === 'reply') setFound({ text: wanted, rows: outcome.value.cases });
      });
    });
    return () => {
      stale = true;
      forget();
    };
  }, [client, later, wanted, changes.count]);
  return found.text === wanted ? found.rows : [];
}
