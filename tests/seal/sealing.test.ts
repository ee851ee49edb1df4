// Sealing and opening: only the network's key opens, and only what was sealed for this operation.
import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '../../src/seal/base64url';
import { createDraftKey, lockWith, unlockWith } from '../../src/seal/draft-key';
import { createOpeningKey, openSealed, type OpeningKey } from '../../src/seal/open-sealed';
import { sealToNetwork, sealBytesToNetwork } from '../../src/seal/seal-to-network';
import { SEALING_OVERHEAD_BYTES, Unopenable } from '../../src/seal/sealed-form';

const context = { operationId: '01890000-0000-7000-8000-000000000001', kind: 'sighting.submit' };
const bytes = (text: string) => new TextEncoder().encode(text);
const words = (plain: Uint8Array) => new TextDecoder().decode(plain);
const text = '屋根の点検に来たと言われました。'.repeat(20);

async function made(id = 'k1') {
  const { key, publicKey } = await createOpeningKey(id);
  return {
    key,
    find: (name: string): OpeningKey | null => (name === id ? key : null),
    seal: { id, publicKey },
  };
}
const reason = (error: unknown) => (error instanceof Unopenable ? error.reason : error);

describe('sealing', () => {
  it('opens with the network’s key and gives the same words', async () => {
    const { seal, find } = await made();
    const sealed = await sealToNetwork(bytes(text), seal, context);
    expect(sealed).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(words(await openSealed(sealed, find, context, 10_000))).toBe(text);
  });

  it('is smaller than the words when they repeat: squeezed before it is sealed', async () => {
    const { seal } = await made();
    expect((await sealToNetwork(bytes(text), seal, context)).length).toBeLessThan(bytes(text).length / 2);
  });

  it('shows nothing of the words and is other bytes every time', async () => {
    const { seal } = await made();
    const [one, two] = await Promise.all([
      sealBytesToNetwork(bytes('CANARY'), seal, context),
      sealBytesToNetwork(bytes('CANARY'), seal, context),
    ]);
    expect(Buffer.from(one).includes('CANARY')).toBe(false);
    expect(toBase64url(one)).not.toBe(toBase64url(two));
    expect(one.length).toBeLessThanOrEqual(6 + SEALING_OVERHEAD_BYTES);
  });

  it('does not open with another network’s key of the same name', async () => {
    const [mine, other] = [await made(), await made()];
    const sealed = await sealToNetwork(bytes(text), mine.seal, context);
    await expect(openSealed(sealed, other.find, context, 10_000).catch(reason)).resolves.toBe(
      'wrong-key-or-changed',
    );
  });

  it('says when the key is not there', async () => {
    const { seal } = await made();
    const sealed = await sealToNetwork(bytes(text), seal, context);
    await expect(openSealed(sealed, () => null, context, 10_000).catch(reason)).resolves.toBe('unknown-key');
  });

  it('does not open with any single bit flipped, header included', async () => {
    const { seal, key } = await made();
    const sealed = await sealBytesToNetwork(bytes('短い文'), seal, context);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice();
      changed[at]! ^= 1;
      await expect(openSealed(changed, () => key, context, 10_000)).rejects.toBeInstanceOf(Unopenable);
    }
  });

  it('does not open as another operation or another kind', async () => {
    const { seal, find } = await made();
    const sealed = await sealToNetwork(bytes(text), seal, context);
    for (const wrong of [
      { ...context, operationId: '01890000-0000-7000-8000-000000000002' },
      { ...context, kind: 'sighting.supplement' },
    ])
      await expect(openSealed(sealed, find, wrong, 10_000).catch(reason)).resolves.toBe(
        'wrong-key-or-changed',
      );
  });

  it('stops unsqueezing at the limit', async () => {
    const { seal, find } = await made();
    const sealed = await sealToNetwork(new Uint8Array(1_000_000), seal, context);
    await expect(openSealed(sealed, find, context, 65_536).catch(reason)).resolves.toBe('too-large');
  });

  it.each(['', 'A', '!!', 'AQAA', toBase64url(new Uint8Array(400))])('calls %j malformed', async (sealed) => {
    await expect(openSealed(sealed, () => null, context, 100).catch(reason)).resolves.toBe('malformed');
  });
});

describe('base64url', () => {
  it('goes there and back for every length', () => {
    for (let length = 0; length < 70; length += 1) {
      const some = Uint8Array.from({ length }, (_, at) => (at * 37 + length) % 256);
      expect(fromBase64url(toBase64url(some))).toEqual(some);
      expect(toBase64url(some)).toBe(Buffer.from(some).toString('base64url'));
    }
  });
});

describe('what waits on the phone', () => {
  it('opens with the same key and the same name only', async () => {
    const [key, other] = [await createDraftKey(), await createDraftKey()];
    const locked = await lockWith(key, bytes(text), 'draft/1');
    expect(words(await unlockWith(key, locked, 'draft/1'))).toBe(text);
    await expect(unlockWith(other, locked, 'draft/1')).rejects.toThrow();
    await expect(unlockWith(key, locked, 'draft/2')).rejects.toThrow();
  });

  it('has a key that no script can read out, and a new IV for each write', async () => {
    const key = await createDraftKey();
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    const [one, two] = [await lockWith(key, bytes('x'), 'a'), await lockWith(key, bytes('x'), 'a')];
    expect(one.iv).not.toEqual(two.iv);
  });
});
