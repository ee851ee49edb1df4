// What a scanned or typed text is. Pure; it decides nothing on the network.
import { INVITATION_LENGTH, invitationLetters, normaliseInvitation } from '../../domain/ids';

export type ScannedText =
  { kind: 'invitation'; code: string } | { kind: 'badge'; code: string } | { kind: 'other' };

/** An invitation (26 characters or a link `…/join#…`), a badge (`…/v/<id>.<signature>`), or something that is not ours. */
export function readScannedText(text: string): ScannedText {
  const code = normaliseInvitation(text);
  if (code !== null) return { kind: 'invitation', code };
  const badge = /^(?:https?:\/\/[^/]+)?\/v\/([A-Za-z0-9._-]+)$/.exec(text.trim())?.[1];
  return badge === undefined ? { kind: 'other' } : { kind: 'badge', code: badge };
}

export interface TypedCode {
  /** what counts of it, upper case, no separators */
  letters: string;
  /** characters that no invitation contains, each once */
  strange: string;
  /** how many more are needed; negative when there are too many */
  missing: number;
}

/** How far a code is typed. */
export function typedCode(text: string): TypedCode {
  const letters = invitationLetters(text);
  const strange = [...new Set(letters.replace(/[0-9A-HJKMNP-TV-Z]/g, ''))].join('');
  return { letters, strange, missing: INVITATION_LENGTH - [...letters].length };
}
