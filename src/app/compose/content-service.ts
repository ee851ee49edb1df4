// The bundled content. Signs used most often come first within the pack's order.
import * as caseWords from '../../content/case-words';
import * as flowSheetWords from '../../content/flow-sheet';
import * as reportWords from '../../content/personal-report';
import { SECRECY_TEXT } from '../../content/secrecy';
import { HOTLINES } from '../../content/hotlines';
import { SIGNS } from '../../content/signs';
import type { ContentService } from '../../services';

/** @param timesUsed how often this member ticked each sign */
export function contentService(timesUsed: Readonly<Record<string, number>>): ContentService {
  const byUse = [...SIGNS].sort((a, b) => (timesUsed[b.id] ?? 0) - (timesUsed[a.id] ?? 0));
  const byId = new Map(SIGNS.map((sign) => [sign.id, sign]));
  const words = { ...flowSheetWords, ...caseWords, ...reportWords };
  return {
    hotlines: () => HOTLINES,
    signs: () => byUse,
    sign: (id) => byId.get(id),
    words: () => words,
    secrecy: () => SECRECY_TEXT,
  };
}
