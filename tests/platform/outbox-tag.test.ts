import { expect, it } from 'vitest';
import { nextOutboxTag } from '../../src/platform/service-worker';

it('each request for a wake-up takes a fresh tag, because one that failed sleeps', () => {
  expect(nextOutboxTag([])).toBe('outbox-1');
  expect(nextOutboxTag(['outbox-1', 'outbox-3'])).toBe('outbox-4');
});

it('no more than a dozen tags wait at once', () => {
  const waiting = Array.from({ length: 12 }, (_, i) => `outbox-${i + 1}`);
  expect(nextOutboxTag(waiting)).toBe('outbox-12');
});
