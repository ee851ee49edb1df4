import { describe, expect, it } from 'vitest';
import { createLiveUpdates, pauseBefore, type EventLine } from '../../src/desk/live-updates';
import { testId } from '../support/sightings';

function setUp() {
  const lines: (EventLine & { closed: boolean })[] = [];
  const waits: { ms: number; run: () => void }[] = [];
  const heard: unknown[] = [];
  const stop = createLiveUpdates({
    open() {
      const line = {
        onopen: null,
        onmessage: null,
        onerror: null,
        closed: false,
        close() {
          this.closed = true;
        },
      };
      lines.push(line);
      return line;
    },
    later(ms, run) {
      const wait = { ms, run };
      waits.push(wait);
      return () => {
        const at = waits.indexOf(wait);
        if (at !== -1) waits.splice(at, 1);
      };
    },
  }).start({ onChange: (event) => heard.push(event), onStatus: (status) => heard.push(status) });
  const breakLine = () => lines.at(-1)!.onerror?.(new Event('error'));
  const openLine = () => lines.at(-1)!.onopen?.(new Event('open'));
  const pass = (ms: number) => {
    const due = waits.filter((wait) => wait.ms === ms);
    for (const wait of due) {
      waits.splice(waits.indexOf(wait), 1);
      wait.run();
    }
  };
  return { lines, waits, heard, stop, breakLine, openLine, pass };
}

describe('the live line of the desk', () => {
  it('tells what changed, and that something changed when the words cannot be read', () => {
    const { lines, heard, openLine } = setUp();
    openLine();
    const event = { kind: 'cases', recordId: testId() };
    lines[0]!.onmessage?.(new MessageEvent('message', { data: JSON.stringify(event) }));
    lines[0]!.onmessage?.(new MessageEvent('message', { data: '<html>' }));
    expect(heard).toEqual(['connecting', 'live', event, null]);
  });

  it('opens a new line with growing pauses, asks every 30 seconds meanwhile, and catches up once it is back', () => {
    const { lines, heard, breakLine, openLine, pass, waits } = setUp();
    openLine();
    breakLine();
    expect(lines[0]!.closed).toBe(true);
    expect(heard.at(-1)).toBe('reconnecting');
    pass(30_000);
    expect(heard.at(-1)).toBeNull();
    pass(pauseBefore(0));
    breakLine();
    pass(pauseBefore(1));
    expect(lines).toHaveLength(3);
    openLine();
    expect(heard.slice(-2)).toEqual([null, 'live']);
    expect(waits.some((wait) => wait.ms === 30_000)).toBe(false);
  });

  it('never pauses longer than 30 seconds', () => {
    expect([0, 1, 2, 20].map(pauseBefore)).toEqual([1000, 2000, 4000, 30_000]);
  });

  it('is silent after it was stopped', () => {
    const { stop, waits, lines, breakLine } = setUp();
    breakLine();
    stop();
    expect(waits).toEqual([]);
    expect(lines.at(-1)!.closed).toBe(true);
  });
});
