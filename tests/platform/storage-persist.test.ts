import { describe, expect, it } from 'vitest';
import { askToPersist, isPersisted, storageEstimate } from '../../src/platform/storage-persist';

// jsdom, like old Safari, has no navigator.storage.
describe('a browser that says nothing of its storage', () => {
  it('is not taken for one that promised to keep the data', async () => {
    expect(await isPersisted()).toBeNull();
    expect(await askToPersist()).toBe(false);
  });
  it('has an unknown amount of room, not none', async () => {
    expect(await storageEstimate()).toEqual({ usedBytes: null, freeBytes: null });
  });
});
