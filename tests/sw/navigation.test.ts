import { describe, expect, it } from 'vitest';
import { NAVIGATION_DENYLIST } from '../../sw/navigation';

const isAppPage = (path: string) => !NAVIGATION_DENYLIST.some((pattern) => pattern.test(path));

describe('which page openings the app answers without a connection', () => {
  it.each(['/', '/sightings/new', '/sightings', '/badge', '/join', '/v/0190abc.sig-nature', '/settings'])(
    '%s opens the app',
    (path) => {
      expect(isAppPage(path)).toBe(true);
    },
  );
  it.each(['/desk', '/desk/cases/1', '/api/v1/health', '/problems/busy', '/manifest.webmanifest', '/sw.js'])(
    '%s is left to the server',
    (path) => {
      expect(isAppPage(path)).toBe(false);
    },
  );
});
