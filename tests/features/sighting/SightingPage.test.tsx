// 「気づきを記録する」, in the words of the field.
import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { findBarriers } from '../../support/axe';
import { enrolmentOf } from '../../support/samples';
import { DOORSTEP, send, showSheet, sign } from './show-sheet';

const radios = (group: string) =>
  within(screen.getByRole('group', { name: new RegExp(`^${group}`) })).getAllByRole('radio');

describe('three taps', () => {
  it('with the place preset, a sign and 「送信する」 put the record in the queue', async () => {
    const { user, queued, records } = await showSheet();
    expect(screen.getByRole('radio', { name: '自宅の外' })).toHaveProperty('checked', true);
    await user.click(sign(DOORSTEP));
    await user.click(send());
    await screen.findByText('送信待ちに入れました');
    expect(queued).toHaveLength(1);
    expect(records.get()[0]).toMatchObject({ id: queued[0], place: 'outside', signs: ['OUT-03'] });
  });

  it('a double tap sends once', async () => {
    const { user, log } = await showSheet();
    await user.click(sign(DOORSTEP));
    const button = send();
    await user.dblClick(button);
    await screen.findByText('送信待ちに入れました');
    expect(log.filter((entry) => entry === 'send')).toHaveLength(1);
  });

  it('without enrolment it queues too and says 「登録すると送られます」', async () => {
    const { user, queued } = await showSheet({ enrolment: null });
    expect(screen.getByText(/登録すると送られます/)).toBeDefined();
    await user.click(sign(DOORSTEP));
    await user.click(send());
    await screen.findByText('送信待ちに入れました');
    expect(screen.getByText(/登録すると送られます/)).toBeDefined();
    expect(queued).toHaveLength(1);
  });
});

describe('places and signs', () => {
  it('外勤 find 自宅の外 first, 内勤 店舗・窓口・ATM', async () => {
    const first = await showSheet();
    expect(radios('気づいた場所')[0]).toHaveProperty('value', 'outside');
    first.page.unmount();
    await showSheet({ enrolment: enrolmentOf({ jobKind: 'inside_work' }) });
    expect(radios('気づいた場所')[0]).toHaveProperty('value', 'shop');
    expect(radios('気づいた場所')[0]).toHaveProperty('checked', true);
  });

  it('a place shows its own signs and 本人の様子, each with its weight in a word', async () => {
    await showSheet();
    const outside = screen.getByRole('group', { name: /^自宅の外のサイン/ });
    expect(within(outside).getAllByRole('checkbox')).toHaveLength(12);
    expect(within(outside).getByRole('checkbox', { name: /玄関先で.*緊急$/ })).toBeDefined();
    expect(screen.getByRole('group', { name: /^本人の様子/ })).toBeDefined();
    expect(screen.queryByRole('group', { name: /^店舗/ })).toBeNull();
  });

  it('電話・オンラインで shows 本人の様子 and an open search over all places', async () => {
    const { user } = await showSheet();
    await user.click(screen.getByRole('radio', { name: '電話・オンラインで' }));
    expect(screen.queryByRole('group', { name: /^自宅の外のサイン/ })).toBeNull();
    expect(screen.getByRole('group', { name: /^本人の様子/ })).toBeDefined();
    await user.type(screen.getByRole('searchbox', { name: 'サインをさがす' }), 'かんぷきん');
    const found = await screen.findByRole('group', { name: 'さがした結果' });
    await user.click(within(found).getByRole('checkbox', { name: /「還付金」/ }));
    await user.click(send());
    await screen.findByText('送信待ちに入れました');
  });

  it('switching the place keeps the ticks in 「えらんだサイン」', async () => {
    const { user } = await showSheet();
    await user.click(sign(DOORSTEP));
    await user.click(screen.getByRole('radio', { name: '店舗・窓口・ATM' }));
    const chosen = screen.getByRole('group', { name: /^えらんだサイン/ });
    expect(within(chosen).getByRole('checkbox', { name: DOORSTEP })).toHaveProperty('checked', true);
  });

  it('「ここに無いサイン」 opens a field of 40 letters, and alone it weighs 中 and can be sent', async () => {
    const { user, queued, records } = await showSheet();
    expect(screen.queryByLabelText('その他のサイン')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'ここに無いサイン' }));
    await user.type(screen.getByLabelText('その他のサイン'), '知らない車がとまっている');
    expect(screen.getByText('名前・住所・電話・車のナンバーは書かないでください')).toBeDefined();
    expect(screen.getByRole('radio', { name: /^中（/ })).toHaveProperty('checked', true);
    await user.click(send());
    await waitFor(() => expect(queued).toHaveLength(1));
    expect(records.get()[0]).toMatchObject({ signs: [], urgency: 'medium' });
  });
});

describe('urgency', () => {
  it('an urgent sign shows 110 and 119 as telephone links before sending, not in a dialog', async () => {
    const { user } = await showSheet();
    expect(screen.queryByRole('link', { name: /110/ })).toBeNull();
    await user.click(sign(DOORSTEP));
    const bar = within(screen.getByRole('region', { name: 'いま危険なら、先に電話を' }));
    const police = bar.getByRole('link', { name: '110番（警察）に電話する' });
    expect(police.getAttribute('href')).toBe('tel:110');
    expect(bar.getByRole('link', { name: '119番（救急・火事）に電話する' }).getAttribute('href')).toBe(
      'tel:119',
    );
    // Again right under the sign: the style sheet shows these where the bar cannot stick.
    expect(screen.getAllByRole('link', { name: '110番（警察）に電話する' })).toHaveLength(2);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(police.compareDocumentPosition(send()) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('follows the signs, and stays where the member puts it', async () => {
    const { user } = await showSheet();
    await user.click(sign(DOORSTEP));
    expect(screen.getByRole('radio', { name: /^緊急（/ })).toHaveProperty('checked', true);
    await user.click(screen.getByRole('radio', { name: /^情報だけ/ }));
    await user.click(sign(/見慣れない人が、家の前で/));
    expect(screen.getByRole('radio', { name: /^情報だけ/ })).toHaveProperty('checked', true);
    expect(screen.queryByRole('region', { name: 'いま危険なら、先に電話を' })).toBeNull();
  });

  it('while filling it says what to say and what to mind, and suggests three troubles', async () => {
    const { user } = await showSheet();
    await user.click(sign(DOORSTEP));
    expect(screen.getByText('「こんにちは、配達です。何かお困りですか。」')).toBeDefined();
    expect(screen.getByText(/本人の安全が第一/)).toBeDefined();
    await user.click(sign(/見慣れない人が、家の前で/));
    const likely = screen.getByRole('group', { name: /^疑われるトラブル（サインからの候補）/ });
    expect(within(likely).getAllByRole('checkbox')).toHaveLength(3);
  });

  it('money about to move offers 「緊急度を「高」にしますか」, and only offers', async () => {
    const { user } = await showSheet();
    await user.click(sign(/代金引換や着払いの荷物/));
    await user.click(screen.getByRole('button', { name: /くわしく書く/ }));
    await user.click(screen.getByRole('radio', { name: 'これから払う・渡すところ' }));
    expect(screen.getByRole('radio', { name: /^中（/ })).toHaveProperty('checked', true);
    await user.click(screen.getByRole('button', { name: '「高」にする' }));
    expect(screen.getByRole('radio', { name: /^高（/ })).toHaveProperty('checked', true);
    expect(screen.queryByText(/緊急度を「高」にしますか/)).toBeNull();
  });
});

describe('「送信する」 can always be pressed', () => {
  it('and says what is missing, and moves there', async () => {
    const { user, queued } = await showSheet();
    await user.click(send());
    const alert = await screen.findByRole('alert');
    expect(
      within(alert).getByRole('link', { name: '「気づいたサイン」を1つえらんでください' }),
    ).toBeDefined();
    await waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe('checkbox'));
    expect(queued).toEqual([]);
    await user.click(sign(DOORSTEP));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('more than ten ticks ask which to keep, and lose none by themselves', async () => {
    const { user, queued } = await showSheet();
    const outside = within(screen.getByRole('group', { name: /^自宅の外のサイン/ })).getAllByRole('checkbox');
    for (const box of outside.slice(0, 11)) await user.click(box);
    await user.click(send());
    const keep = await screen.findByRole('group', { name: /残すサインをえらんでください/ });
    expect(within(keep).getAllByRole('checkbox')).toHaveLength(11);
    expect(within(keep).getByText(/あと1個外す/)).toBeDefined();
    expect(queued).toEqual([]);
    await user.click(within(keep).getAllByRole('checkbox')[0]!);
    await user.click(send());
    await waitFor(() => expect(queued).toHaveLength(1));
  });

  it('writing that may name someone is asked about, 「書き直す」 goes back to it, 「このまま送る」 sends', async () => {
    const { user, queued } = await showSheet();
    await user.click(sign(DOORSTEP));
    await user.click(screen.getByRole('button', { name: /くわしく書く/ }));
    await user.type(screen.getByLabelText('自由記述'), '山田さん 090-1234-5678');
    await user.click(send());
    expect(await screen.findByRole('heading', { name: '個人情報が含まれていませんか' })).toBeDefined();
    expect(screen.getByText(/電話番号.*人の名前/)).toBeDefined();
    expect(queued).toEqual([]);
    await user.click(screen.getByRole('button', { name: '書き直す' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('自由記述')));
    await user.click(send());
    await user.click(await screen.findByRole('button', { name: 'このまま送る' }));
    await waitFor(() => expect(queued).toHaveLength(1));
  });

  it('sending that takes long says that it is going on', async () => {
    const { user, knobs } = await showSheet();
    await user.click(sign(DOORSTEP));
    await screen.findByText('この端末に保存しました 9:05');
    let go: () => void = () => undefined;
    knobs.pause = () => new Promise((resolve) => (go = resolve));
    await user.click(send());
    expect(send().getAttribute('aria-busy')).toBe('true');
    await screen.findByText('送信待ちに入れています', {}, { timeout: 2000 });
    go();
    await screen.findByText('送信待ちに入れました');
  });
});

it('no barriers: empty, urgent, with all fields open, and with things missing', async () => {
  const { user, page } = await showSheet();
  expect(await findBarriers(page.container)).toEqual([]);
  await user.click(send());
  await user.click(sign(DOORSTEP));
  await user.click(screen.getByRole('button', { name: /くわしく書く/ }));
  await user.click(screen.getByRole('button', { name: 'ここに無いサイン' }));
  await user.click(screen.getByRole('button', { name: 'サインをさがす' }));
  expect(await findBarriers(page.container)).toEqual([]);
}, 20_000);
