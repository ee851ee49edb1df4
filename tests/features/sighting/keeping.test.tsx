// 書いたものは消えない: when the sheet is kept, what the screen claims, and who may write.
import { screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { findBarriers } from '../../support/axe';
import { fakeServices } from '../../support/fake-services';
import { draftOf } from '../../support/samples';
import { DOORSTEP, NOW, openDetails, send, showSheet, sign } from './show-sheet';

describe('a draft exists from the first touch', () => {
  it('and 「この端末に保存しました」 comes only after it is on the disk', async () => {
    const { user, knobs, drafts } = await showSheet();
    expect(drafts.size).toBe(0);
    expect(screen.queryByText(/この端末に保存しました/)).toBeNull();
    let go: () => void = () => undefined;
    knobs.pause = () => new Promise((resolve) => (go = resolve));
    await user.click(sign(DOORSTEP));
    expect(screen.queryByText(/この端末に保存しました/)).toBeNull();
    go();
    await screen.findByText('この端末に保存しました 9:05');
    expect([...drafts.values()][0]?.answers.signs).toEqual(['OUT-03']);
  });

  it('typing is kept within a second', async () => {
    const { user, drafts } = await showSheet();
    await user.click(openDetails());
    await user.type(screen.getByLabelText('自由記述'), '白い車');
    await waitFor(() => expect([...drafts.values()][0]?.answers.freeText).toBe('白い車'), { timeout: 1000 });
  });

  it.each([
    ['the page is hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
    ['the page is left', () => window.dispatchEvent(new Event('pagehide'))],
  ])('the last letters are kept at once when %s', async (_name, leave) => {
    const { user, drafts } = await showSheet();
    await user.click(openDetails());
    await user.type(screen.getByLabelText('自由記述'), 'あ');
    leave();
    await Promise.resolve();
    await waitFor(() => expect([...drafts.values()][0]?.answers.freeText).toBe('あ'), { timeout: 300 });
  });

  it('and when another screen of the app is opened in the middle of a word', async () => {
    const { user, drafts, page, knobs } = await showSheet();
    await user.click(openDetails());
    await user.type(screen.getByLabelText('自由記述'), 'い');
    page.unmount();
    await waitFor(() => expect([...drafts.values()][0]?.answers.freeText).toBe('い'), { timeout: 300 });
    await waitFor(() => expect(knobs.heldElsewhere.size).toBe(0));
  });

  it('the address then names the draft, so that a reload opens it again', async () => {
    const { user, drafts } = await showSheet();
    await user.click(sign(DOORSTEP));
    await waitFor(() => expect(window.location.search).toBe(`?draft=${[...drafts.keys()][0]}`));
  });
});

describe('trouble with the disk', () => {
  it.each([
    ['storage-full', /端末の空きがありません/],
    ['storage-unavailable', /プライベートブラウズ/],
    ['throws', /プライベートブラウズ/],
  ] as const)(
    '%s says what to do, keeps the text, and 「もう一度保存する」 saves it',
    async (trouble, words) => {
      const { user, knobs, drafts } = await showSheet();
      knobs.failSaves = trouble;
      await user.click(sign(DOORSTEP));
      expect((await screen.findByRole('alert')).textContent).toMatch(words);
      expect(screen.queryByText(/この端末に保存しました/)).toBeNull();
      expect(sign(DOORSTEP)).toHaveProperty('checked', true);
      knobs.failSaves = null;
      await user.click(screen.getByRole('button', { name: 'もう一度保存する' }));
      await screen.findByText('この端末に保存しました 9:05');
      expect(drafts.size).toBe(1);
      expect(screen.queryByRole('alert')).toBeNull();
    },
  );

  it('sending on a full disk queues nothing and loses nothing', async () => {
    const { user, knobs, queued, drafts } = await showSheet();
    await user.click(sign(DOORSTEP));
    await screen.findByText('この端末に保存しました 9:05');
    knobs.failSaves = 'storage-full';
    await user.click(send());
    await screen.findByRole('alert');
    expect(queued).toEqual([]);
    expect(drafts.size).toBe(1);
    knobs.failSaves = null;
    await user.click(send());
    await waitFor(() => expect(queued).toHaveLength(1));
  });
});

describe('an older draft', () => {
  const draft = draftOf({ answers: { ...draftOf().answers, signs: ['OUT-07'], freeText: '前に書いた' } });

  it('opens with everything that was written', async () => {
    await showSheet({ drafts: [draft], draftId: draft.id });
    expect(sign(/新聞や郵便物/)).toHaveProperty('checked', true);
  });

  it('that is not there any more says where to look', async () => {
    await showSheet({ draftId: draft.id });
    expect(screen.getByText(/この下書きは見つかりませんでした/)).toBeDefined();
    expect(screen.getByRole('link', { name: '「記録」を見る' }).getAttribute('href')).toBe('/sightings');
  });

  it('open in another tab can be read, not written, until 「もう一度確かめる」 finds it free', async () => {
    const world = fakeServices({ now: () => NOW, drafts: [draft] });
    world.knobs.heldElsewhere.add(draft.id);
    const { user, page } = await showSheet({ world, draftId: draft.id });
    expect(screen.getByText('この下書きは、別の画面で開いています')).toBeDefined();
    expect(screen.getByText('前に書いた')).toBeDefined();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(await findBarriers(page.container)).toEqual([]);
    world.drafts.set(draft.id, { ...draft, answers: { ...draft.answers, signs: ['OUT-03'] } });
    world.knobs.heldElsewhere.delete(draft.id);
    await user.click(screen.getByRole('button', { name: 'もう一度確かめる' }));
    await waitFor(() => expect(sign(DOORSTEP)).toHaveProperty('checked', true));
  });

  it('that the secretariat refused opens with the reason on top and can be sent again', async () => {
    const refused = { ...draft, refused: 'invalid-body' as const };
    const { user, queued } = await showSheet({ drafts: [refused], draftId: refused.id });
    expect(screen.getByRole('heading', { name: '送れませんでした' })).toBeDefined();
    expect(screen.getByText('事務局で受け取れない書き方がありました。')).toBeDefined();
    await user.click(send());
    await waitFor(() => expect(queued).toEqual([refused.id]));
  });

  it('is deleted only after asking in place, and stays deleted', async () => {
    const { user, drafts, left } = await showSheet({ drafts: [draft], draftId: draft.id });
    await user.click(screen.getByRole('button', { name: 'この下書きを消す' }));
    await user.click(screen.getByRole('button', { name: '消さない' }));
    expect(drafts.size).toBe(1);
    await user.click(screen.getByRole('button', { name: 'この下書きを消す' }));
    await user.click(screen.getByRole('button', { name: '消す' }));
    await waitFor(() => expect(left()).toBe(1));
    window.dispatchEvent(new Event('pagehide'));
    await Promise.resolve();
    expect(drafts.size).toBe(0);
  });
});
