// 下書きは、書いているあいだに失われない。
import { beforeEach, describe, expect, it } from 'vitest';
import { keepDraft, type KeptStatus, type Timers } from '../../../src/features/sighting/draft-keeper';
import type { SaveOutcome, SightingDraft } from '../../../src/services';
import { draftOf } from '../../support/samples';

const SAVED: SaveOutcome = { status: 'saved', savedAt: '2026-11-23T00:05:00.000Z' };

class Disk {
  written: (string | undefined)[] = [];
  writing = 0;
  overlapped = false;
  outcome: SaveOutcome | 'throws' = SAVED;
  open: (() => void)[] = [];
  slow = false;
  save = async (draft: SightingDraft): Promise<SaveOutcome> => {
    this.writing += 1;
    this.overlapped ||= this.writing > 1;
    if (this.slow) await new Promise<void>((resolve) => this.open.push(resolve));
    this.writing -= 1;
    if (this.outcome === 'throws') throw new Error('gone');
    if (this.outcome.status === 'saved') this.written.push(draft.answers.freeText);
    return this.outcome;
  };
}

class FakeTimers implements Timers {
  pending = new Map<number, { work: () => void; delayMs: number }>();
  private next = 1;
  set = (work: () => void, delayMs: number) => {
    this.pending.set(this.next, { work, delayMs });
    return this.next++;
  };
  clear = (timer: unknown) => void this.pending.delete(timer as number);
  fire = () => {
    for (const [id, { work }] of [...this.pending]) {
      this.pending.delete(id);
      work();
    }
  };
}

let disk: Disk;
let timers: FakeTimers;
let said: KeptStatus[];
let keeper: ReturnType<typeof keepDraft>;
const write = (freeText: string, when: 'at-once' | 'after-typing') => {
  const draft = keeper.current();
  keeper.change({ ...draft, answers: { ...draft.answers, freeText } }, when);
};

beforeEach(() => {
  disk = new Disk();
  timers = new FakeTimers();
  said = [];
  keeper = keepDraft(draftOf({ savedAt: null }), disk.save, timers, (status) => said.push(status));
});

describe('what is written stays', () => {
  it('a choice is saved at once', async () => {
    write('a', 'at-once');
    await keeper.flush();
    expect(disk.written).toEqual(['a']);
  });

  it('typing is saved within a second of the last keystroke, once', async () => {
    write('あ', 'after-typing');
    write('あい', 'after-typing');
    expect(timers.pending.size).toBe(1);
    expect([...timers.pending.values()][0]!.delayMs).toBeLessThan(1000);
    timers.fire();
    await keeper.flush();
    expect(disk.written).toEqual(['あい']);
  });

  it('steady typing without a pause is saved all the same, less than half a second after the first letter', async () => {
    write('あ', 'after-typing');
    const [first] = [...timers.pending.keys()];
    write('あい', 'after-typing');
    write('あいう', 'after-typing');
    expect([...timers.pending.keys()]).toEqual([first]);
    expect(timers.pending.get(first!)!.delayMs).toBeLessThan(500);
    timers.fire();
    await keeper.flush();
    write('あいうえ', 'after-typing');
    timers.fire();
    await keeper.flush();
    expect(disk.written).toEqual(['あいう', 'あいうえ']);
  });

  it('leaving in the middle of a word saves the word', async () => {
    write('玄関に', 'after-typing');
    await keeper.flush();
    expect(disk.written).toEqual(['玄関に']);
  });

  it('saves never overlap and the last words win', async () => {
    disk.slow = true;
    write('1', 'at-once');
    await Promise.resolve();
    await Promise.resolve();
    write('2', 'at-once');
    write('3', 'at-once');
    const flushed = keeper.flush();
    for (let turn = 0; turn < 10; turn += 1) {
      disk.open.shift()?.();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    await flushed;
    expect(disk.overlapped).toBe(false);
    expect(disk.written.at(-1)).toBe('3');
  });

  it('says saved only after the disk said so, and unsays it with the next letter', async () => {
    write('a', 'at-once');
    expect(said.at(-1)).toEqual({ status: 'saving' });
    await keeper.flush();
    expect(said.at(-1)).toEqual(SAVED);
    write('ab', 'after-typing');
    expect(said.at(-1)).toEqual({ status: 'saving' });
  });

  it.each([
    ['storage-full', { status: 'storage-full' } as const],
    ['storage-unavailable', { status: 'storage-unavailable' } as const],
    ['a database that breaks', 'throws' as const],
  ])('with %s the words stay, and the next try saves them', async (_name, outcome) => {
    disk.outcome = outcome;
    write('a', 'at-once');
    await keeper.flush();
    expect(said.at(-1)).toEqual(outcome === 'throws' ? { status: 'storage-unavailable' } : outcome);
    expect(keeper.current().answers.freeText).toBe('a');
    disk.outcome = SAVED;
    await keeper.flush();
    expect(disk.written).toEqual(['a']);
    expect(said.at(-1)).toEqual(SAVED);
  });
});

describe('sending and removing', () => {
  it('run after the last save and alone', async () => {
    write('a', 'after-typing');
    const seen = await keeper.alone((draft) => Promise.resolve([draft.answers.freeText, [...disk.written]]));
    expect(seen).toEqual(['a', ['a']]);
  });

  it('a sheet that was sent never comes back to the disk', async () => {
    const sending = keeper.alone(() => {
      write('too late', 'at-once');
      keeper.stop();
      return Promise.resolve();
    });
    await sending;
    await keeper.flush();
    write('later still', 'at-once');
    await keeper.flush();
    expect(disk.written).toEqual([]);
  });
});
