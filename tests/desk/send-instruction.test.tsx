import { within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { INSTRUCTION_TEMPLATES } from '../../src/domain/instruction';
import { aCase, FakeDesk } from './fake-desk';
import { asInput, asSelect, asTextArea, openDesk } from './open-desk';

async function openForm(detail = aCase({ state: 'reviewing', receiptNo: 'K-2026-0123' })) {
  const desk = new FakeDesk();
  desk.add(detail);
  const screen = await openDesk(`/desk/cases/${detail.row.recordId}`, desk);
  desk.now = screen.means.now;
  await screen.user.click(await screen.findByRole('button', { name: '指示を送る' }));
  const preview = screen.getByRole('region', { name: '構成員のスマートフォンでの見え方' });
  const choose = (template: string) =>
    screen.user.selectOptions(screen.getByLabelText('指示のひな形'), template);
  const send = () => screen.user.click(screen.getByRole('button', { name: 'この内容で送る' }));
  return { ...screen, preview, choose, send, detail };
}

describe('指示を送る', () => {
  it('offers all ten templates, and 110 first in an emergency', async () => {
    const { getByLabelText, preview } = await openForm();
    const select = asSelect(getByLabelText('指示のひな形'));
    expect(select.value).toBe('T03');
    expect([...select.options].map((option) => option.value).sort()).toEqual([...INSTRUCTION_TEMPLATES]);
    expect(preview.textContent).toContain('先に110番をお願いします');
    expect(preview.textContent).toContain('警察（緊急） 110 に電話する');
  });

  it('fills the placeholders and shows each change at once as the member will read it', async () => {
    const { choose, preview, getByLabelText, user } = await openForm();
    await choose('T01');
    expect(preview.textContent).toContain('受付番号 K-2026-0123');
    const phrase = getByLabelText('声かけの言葉');
    await user.clear(phrase);
    expect(preview.textContent).toContain('【声かけの言葉】');
    await user.type(phrase, 'お変わりありませんか');
    expect(preview.textContent).toContain('「お変わりありませんか」のように');
    await user.type(getByLabelText('書き足すこと（任意）'), '明日また伺ってください。');
    expect(preview.textContent).toContain('明日また伺ってください。');
  });

  it('lists what is missing, focuses the first of it and sends nothing', async () => {
    const { choose, send, findByText, getByLabelText, desk, getByRole } = await openForm();
    await choose('T06');
    await send();
    const list = (await findByText(/次の欄がまだ空いています/)).closest('[role=alert]') as HTMLElement;
    within(list).getByRole('link', { name: '見てほしいこと 1' });
    within(list).getByRole('link', { name: '見てほしいこと 2' });
    expect(document.activeElement).toBe(getByLabelText('見てほしいこと 1'));
    expect(getByRole('button', { name: 'この内容で送る' })).toHaveProperty('disabled', false);
    expect(desk.acted).toEqual([]);
  });

  it('sends what the preview showed, with the numbers', async () => {
    const { choose, send, findByText, desk, preview } = await openForm();
    await choose('T01');
    const seen = preview.querySelector('.dk-phone__text')?.textContent;
    await send();
    await findByText('指示を送りました。');
    expect(desk.acted[0]).toMatchObject({ kind: 'instruct', template: 'T01', text: seen, questions: [] });
    expect(desk.acted[0]).toHaveProperty('numbers', [
      { label: '見本市消費生活センター', tel: '000-111-3333' },
      { label: '消費者ホットライン', tel: '188' },
    ]);
  });

  it('sends the questions of T08 as questions', async () => {
    const { choose, send, user, getByLabelText, findByText, desk } = await openForm();
    await choose('T08');
    await user.type(getByLabelText('質問 1'), '車の会社名は見えましたか');
    await send();
    await findByText(/構成員の返事を待ちます/);
    expect(desk.acted[0]).toMatchObject({ template: 'T08', questions: ['車の会社名は見えましたか'] });
  });

  it('leaves the 要請番号 of T02 to the server and says so', async () => {
    const { choose, send, preview, desk, findByText } = await openForm();
    await choose('T02');
    expect(preview.textContent).toContain('（送るときに番号が付きます）');
    await send();
    await findByText(/構成員の返事を待ちます/);
    expect(desk.acted[0]).toHaveProperty('text', expect.stringContaining('要請番号 {requestNo}、'));
  });

  it('keeps every word when it could not be sent', async () => {
    const { choose, send, user, getByLabelText, findByText, desk } = await openForm();
    await choose('T06');
    await user.type(getByLabelText('見てほしいこと 1'), '車');
    await user.type(getByLabelText('見てほしいこと 2'), '荷物');
    desk.instead.push({ status: 'unreachable' });
    await send();
    await findByText(/サーバーにつながりません/);
    expect(asInput(getByLabelText('見てほしいこと 1')).value).toBe('車');
    await send();
    await findByText('指示を送りました。');
    // the same press again: one action
    expect(desk.acted[0]?.requestId).toBe(desk.acted[1]?.requestId);
  });

  it('keeps a half-written instruction over a reload', async () => {
    const first = await openForm();
    await first.choose('T06');
    await first.user.type(first.getByLabelText('見てほしいこと 1'), '車');
    first.unmount();
    const second = await openForm(first.detail);
    expect(asSelect(second.getByLabelText('指示のひな形')).value).toBe('T06');
    expect(asInput(second.getByLabelText('見てほしいこと 1')).value).toBe('車');
  });

  it('says so when somebody else moved the case meanwhile, and keeps the form', async () => {
    const { choose, send, user, getByLabelText, findByText, desk, detail } = await openForm();
    await choose('T01');
    await user.type(getByLabelText('書き足すこと（任意）'), 'お願いします');
    const moved = structuredClone(detail);
    moved.row.version = 9;
    moved.row.state = 'merged';
    desk.add(moved);
    await send();
    await findByText(/ほかの人が先にこの件を動かしました/);
    await findByText(/いまは「指示を送る」はできません/);
    expect(asTextArea(getByLabelText('書き足すこと（任意）')).value).toBe('お願いします');
  });
});

describe('taking an instruction back', () => {
  it('counts sixty seconds down and then is gone', async () => {
    const { choose, send, findByText, getByText, queryByRole, getByRole, pass } = await openForm();
    await choose('T01');
    await send();
    await findByText('あと60秒のあいだ取り消せます。');
    await pass(1);
    getByText('あと59秒のあいだ取り消せます。');
    await pass(58);
    getByText('あと1秒のあいだ取り消せます。');
    getByRole('button', { name: '指示を取り消す' });
    await pass(1);
    expect(queryByRole('button', { name: '指示を取り消す' })).toBeNull();
  });

  it('brings the case back to 確認中 and strikes the instruction', async () => {
    const { choose, send, user, findByText, findByRole } = await openForm();
    await choose('T01');
    await send();
    await user.click(await findByRole('button', { name: '指示を取り消す' }));
    await findByText(/指示を取り消しました。構成員の画面からも/);
    await findByText(/に取り消しました。/);
    await findByRole('button', { name: '指示を送る' });
  });

  it('says what to do when the minute was over on the server', async () => {
    const { choose, send, user, findByText, findByRole, desk } = await openForm();
    await choose('T01');
    await send();
    const button = await findByRole('button', { name: '指示を取り消す' });
    desk.instead.push({ status: 'problem', code: 'transition-not-allowed' });
    await user.click(button);
    await findByText(/いまの状態からは、この操作はできません/);
  });
});
