// Reading a worn badge: this phone's own network is checked here, without a connection; for all others the server is asked and
// the signature is checked with the key it names. A signature nobody made is never called genuine.
import { badgeText, parseBadgeCode } from '../../domain/badge';
import { isSignedByNetwork } from '../../seal/verify-network';
import type { BadgeService } from '../../services';
import { readRegistration } from '../../storage/device-store';
import { askAboutBadge } from '../../transport/badge-transport';
import type { HttpContext } from '../../transport/http';
import type { Phone } from './phone';

export function badgeService({ db }: Phone, http: HttpContext): BadgeService {
  return {
    async check(code) {
      const badge = parseBadgeCode(code);
      if (badge === null) return { status: 'not-ours' };
      const text = badgeText(badge.id);
      // A phone that keeps nothing asks like a stranger's.
      const own = (await readRegistration(db).catch(() => null))?.networkVerifyKey ?? null;
      if (own !== null && (await isSignedByNetwork(own, text, badge.signature)))
        return { status: 'own-network' };
      const outcome = await askAboutBadge(http, badge.id);
      if (outcome.kind === 'problem' && outcome.status === 404) return { status: 'not-ours' };
      if (outcome.kind === 'problem' && outcome.status === 429) return { status: 'too-often' };
      if (outcome.kind !== 'reply') return { status: 'cannot-check' };
      const { verifyKey, ...answer } = outcome.value;
      const isSigned = await isSignedByNetwork(verifyKey, text, badge.signature);
      return isSigned ? { status: 'known', badge: answer } : { status: 'not-ours' };
    },
  };
}
