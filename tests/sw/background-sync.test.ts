import { describe, expect, it, vi } from 'vitest';
import { answerSync } from '../../sw/background-sync';

function syncEvent(tag: string) {
  const waited: Promise<unknown>[] = [];
  return { tag, waited, waitUntil: (work: Promise<unknown>) => void waited.push(work) };
}

describe('when the browser wakes the worker', () => {
  it('ends well after everything that can be delivered was delivered', async () => {
    const event = syncEvent('outbox-1');
    answerSync(event, () => Promise.resolve('done'));
    await expect(event.waited[0]).resolves.toBeUndefined();
  });

  it('fails when something still waits, so that the browser tries again', async () => {
    const event = syncEvent('outbox-1');
    answerSync(event, () => Promise.resolve('again'));
    await expect(event.waited[0]).rejects.toThrow();
  });

  it('fails when the round itself broke, and loses nothing by it', async () => {
    const event = syncEvent('outbox-1');
    answerSync(event, () => Promise.reject(new Error('no database')));
    await expect(event.waited[0]).rejects.toThrow();
  });

  it('answers the further tags that a page takes while the first one sleeps after a failure', () => {
    const deliver = vi.fn(() => Promise.resolve('done' as const));
    for (const tag of ['outbox-1', 'outbox-2', 'outbox-17']) answerSync(syncEvent(tag), deliver);
    expect(deliver).toHaveBeenCalledTimes(3);
  });

  it('leaves other tags alone', () => {
    const deliver = vi.fn();
    const event = syncEvent('something-else');
    answerSync(event, deliver);
    expect(event.waited).toEqual([]);
    expect(deliver).not.toHaveBeenCalled();
  });
});
