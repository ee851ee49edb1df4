// Whatever a member or an officer wrote: letters on the screen, never an element, an attribute or an address.
import { describe, expect, it, vi } from 'vitest';
import corpus from '../fixtures/xss-corpus.json' with { type: 'json' };
import { testId } from '../support/sightings';
import { aCase, FakeDesk, NOON } from './fake-desk';
import { openDesk } from './open-desk';

const at = new Date(NOON).toISOString();

/** A case that says `words` in every place where somebody may write. */
function caseSaying(words: string) {
  const detail = aCase(
    { state: 'in_progress', organisation: words, marked: true },
    { freeText: words, otherSign: words, area: words, personalDataMarks: ['name'] },
  );
  detail.row.receiptNo = 'K-2026-0001';
  detail.row.assignee = { id: testId(), name: words, displayName: words };
  detail.member.displayName = words;
  detail.member.organisation.name = words;
  const instruction = {
    recordId: detail.row.recordId,
    template: 'T08' as const,
    text: words,
    numbers: [{ name: words, number: words }],
    questions: [words, words],
    requestNo: words,
    sentAt: at,
    retractedAt: null,
  };
  const id = testId();
  detail.instructions.push({
    id,
    instruction,
    seenAt: at,
    startedAt: at,
    doneAt: at,
    done: ['told'],
  } as never);
  detail.feedback = { recordId: detail.row.recordId, outcome: 'consulted', text: words, sentAt: at } as never;
  for (const kind of [
    'supplement',
    'answered',
    'declined',
    'note',
    'done',
    'merged',
    'reopened',
    'withdrawn',
  ] as const)
    detail.events.push({ at, by: 'member', officer: words, kind, text: words, instructionId: id });
  return detail;
}

/** Names of elements and of their attributes, in order: what a browser made of it, without what it says. */
const skeleton = (root: Element): string[] =>
  [...root.querySelectorAll('*')].map((element) =>
    [element.localName, ...element.getAttributeNames().sort()].join(' '),
  );

async function shownCase(words: string) {
  const desk = new FakeDesk();
  const detail = caseSaying(words);
  desk.add(detail);
  const screen = await openDesk(`/desk/cases/${detail.row.recordId}`, desk);
  await screen.findByRole('heading', { level: 1 });
  const { container } = screen;
  const found = { skeleton: skeleton(container), text: container.textContent ?? '', container };
  return { ...found, close: screen.unmount };
}

describe('words that try to be more than words', () => {
  it('are letters in every field of a case', async () => {
    const plain = await shownCase('ふつうの言葉');
    expect(plain.text.split('ふつうの言葉').length).toBeGreaterThan(10);
    plain.close();
    for (const words of corpus) {
      const shown = await shownCase(words);
      expect(shown.skeleton, words).toEqual(plain.skeleton);
      expect(shown.text, words).toContain(words);
      for (const link of shown.container.querySelectorAll('[href],[src],[action],[formaction]'))
        for (const name of ['href', 'src', 'action', 'formaction'])
          expect(link.getAttribute(name) ?? '', words).not.toMatch(/^\s*(javascript|data|vbscript):|evil/i);
      shown.close();
    }
    expect((window as { __xss?: unknown }).__xss).toBeUndefined();
  }, 60_000);

  it('are letters in the list of cases', async () => {
    const alert = vi.spyOn(window, 'alert').mockImplementation(() => undefined);
    const open = async (words: string) => {
      const desk = new FakeDesk();
      desk.add(caseSaying(words));
      const screen = await openDesk('/desk', desk);
      await screen.findByText(/K-2026-0001/);
      return { shape: skeleton(screen.container), close: screen.unmount };
    };
    const plain = await open('ふつうの言葉');
    plain.close();
    for (const words of corpus) {
      const shown = await open(words);
      expect(shown.shape, words).toEqual(plain.shape);
      shown.close();
    }
    expect(alert).not.toHaveBeenCalled();
    alert.mockRestore();
  }, 60_000);
});
