// 「くわしく書く」: everything that may be left out, each field under its condition.
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { draftOf, enrolmentOf } from '../../support/samples';
import { DOORSTEP, openDetails, send, showSheet, sign } from './show-sheet';

const group = (name: RegExp) => screen.queryByRole('group', { name });
const openSheetWithDetails = async (options: Parameters<typeof showSheet>[0] = {}) => {
  const shown = await showSheet(options);
  await shown.user.click(sign(DOORSTEP));
  await shown.user.click(openDetails());
  return shown;
};

describe('conditions', () => {
  it('本人の反応 and 同意 are asked only after talking', async () => {
    const { user } = await openSheetWithDetails();
    expect(group(/^本人の反応/)).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'した' }));
    expect(group(/^本人の反応/)).not.toBeNull();
    expect(group(/^相談・情報共有への本人の同意/)).not.toBeNull();
  });

  it('a date is asked for 今週 and それより前, and not from the future', async () => {
    const { user, queued } = await openSheetWithDetails();
    expect(screen.queryByLabelText('日付（わかるとき）')).toBeNull();
    await user.click(screen.getByRole('radio', { name: '今週' }));
    fireEvent.input(screen.getByLabelText('日付（わかるとき）'), { target: { value: '2026-11-24' } });
    expect(screen.getByText(/先の日は入れられません/)).toBeDefined();
    await user.click(send());
    expect(queued).toEqual([]);
    await waitFor(() => expect(document.activeElement?.id).toBe('occurred-on'));
  });

  it('areas are asked only where the network has them', async () => {
    const first = await openSheetWithDetails();
    expect(group(/^地区/)).not.toBeNull();
    first.page.unmount();
    await openSheetWithDetails({ enrolment: enrolmentOf({}, { areas: [] }) });
    expect(group(/^地区/)).toBeNull();
  });

  it('a fourth trouble is answered, and sending asks to take one away', async () => {
    const { user, queued } = await openSheetWithDetails();
    for (const name of ['還付金詐欺', 'ロマンス詐欺', '副業・マルチ商法', '送り付け商法'])
      await user.click(screen.getByRole('checkbox', { name }));
    expect(screen.getByText(/3つえらんであります/)).toBeDefined();
    await user.click(send());
    expect(within(await screen.findByRole('alert')).getByRole('link', { name: /3つまで/ })).toBeDefined();
    expect(queued).toEqual([]);
  });

  it('what is written stands in the record that is queued', async () => {
    const { user, queued, detail } = await openSheetWithDetails();
    await user.click(screen.getByRole('radio', { name: '一人暮らし' }));
    await user.click(screen.getByRole('radio', { name: '北小学校区' }));
    await user.click(screen.getByRole('radio', { name: '電話がほしい' }));
    await user.type(screen.getByLabelText('自由記述'), '白い車の業者');
    await user.click(send());
    await waitFor(() => expect(queued).toHaveLength(1));
    expect(detail(queued[0]!).get()?.sighting).toMatchObject({
      household: 'alone',
      area: '北小学校区',
      contactBack: 'phone',
      wroteFreeText: true,
    });
    // What was written in words is for the secretariat only: the record on this phone says that, not what.
    expect(JSON.stringify(detail(queued[0]!).get())).not.toContain('白い車の業者');
  });
});

describe('契約書面を受け取った日', () => {
  const withContract = async () => {
    const shown = await openSheetWithDetails();
    await shown.user.click(screen.getByRole('checkbox', { name: '訪問販売（強引・不要な契約）' }));
    return shown;
  };

  it('is asked only for a trouble about a contract', async () => {
    const { user } = await openSheetWithDetails();
    expect(group(/^契約書面/)).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: '訪問販売（強引・不要な契約）' }));
    expect(group(/^契約書面を受け取った日/)).not.toBeNull();
  });

  it('a date shows the days left as 目安, with the law and where to ask', async () => {
    const { user } = await withContract();
    await user.click(screen.getByRole('radio', { name: '日付がわかる' }));
    fireEvent.input(screen.getByLabelText('受け取った日'), { target: { value: '2026-11-20' } });
    const hint = await screen.findByRole('region', { name: 'クーリング・オフの目安' });
    expect(within(hint).getByText('あと5日（2026年11月27日(金)まで）')).toBeDefined();
    expect(within(hint).getByText(/1日目として8日（特定商取引法9条）/)).toBeDefined();
    expect(within(hint).getByText(/一般的な目安です。最終の判断は消費生活センターで/)).toBeDefined();
    expect(within(hint).getByText(/2025年6月ころまでの改正/)).toBeDefined();
  });

  it('受け取っていない and わからない lead to 188, never to 「できません」', async () => {
    const { user } = await withContract();
    await user.click(screen.getByRole('radio', { name: '受け取っていない' }));
    expect(screen.getByText('期間は、まだ始まっていません')).toBeDefined();
    const doc = screen.getByRole('group', { name: /^契約書面/ });
    await user.click(within(doc).getByRole('radio', { name: 'わからない' }));
    expect(screen.getByText('日付がわからなくても相談できます')).toBeDefined();
  });

  it('a count that has run out says not to give up', async () => {
    const { user } = await withContract();
    await user.click(screen.getByRole('radio', { name: '日付がわかる' }));
    fireEvent.input(screen.getByLabelText('受け取った日'), { target: { value: '2026-11-01' } });
    expect(await screen.findByText(/日数は過ぎています。でも、あきらめないでください/)).toBeDefined();
  });
});

describe('写真', () => {
  beforeEach(() => {
    // jsdom has no object URLs
    URL.createObjectURL = vi.fn(() => 'blob:photo');
    URL.revokeObjectURL = vi.fn();
  });
  const picture = () => new File(['x'], 'flyer.jpg', { type: 'image/jpeg' });

  it('is not offered where the network does not allow it', async () => {
    await openSheetWithDetails({ enrolment: enrolmentOf({}, { photosAllowed: false }) });
    expect(screen.queryByText('写真をえらぶ・撮る')).toBeNull();
  });

  it('asks 「人・名前・住所が写っていません」 before one can be chosen', async () => {
    const { user } = await openSheetWithDetails();
    await user.click(screen.getByRole('button', { name: '写真をえらぶ・撮る' }));
    expect(screen.getByRole('alert').textContent).toContain('先に「人・名前・住所が写っていません」');
    await user.click(screen.getByRole('checkbox', { name: '人・名前・住所が写っていません' }));
    expect(screen.getByLabelText('写真をえらぶ・撮る')).toHaveProperty('type', 'file');
  });

  it('up to three are kept with the draft, and each can be taken away', async () => {
    const { user, drafts } = await openSheetWithDetails();
    await user.click(screen.getByRole('checkbox', { name: '人・名前・住所が写っていません' }));
    for (const count of [1, 2, 3]) {
      await user.upload(screen.getByLabelText('写真をえらぶ・撮る'), picture());
      await screen.findByText(`写真 ${count}枚（3枚まで）`);
    }
    await user.click(screen.getByRole('button', { name: '写真をえらぶ・撮る' }));
    expect(screen.getByRole('alert').textContent).toContain('写真は3枚までです');
    await user.click(screen.getByRole('button', { name: '写真2を外す' }));
    await screen.findByText('写真 2枚（3枚まで）');
    expect([...drafts.values()][0]?.photos).toHaveLength(2);
  });

  it('a tick while a picture is being shrunk is not lost, and neither is the picture', async () => {
    const { user, knobs, drafts } = await openSheetWithDetails();
    await user.click(screen.getByRole('checkbox', { name: '人・名前・住所が写っていません' }));
    let go: () => void = () => undefined;
    knobs.pause = () => new Promise((resolve) => (go = resolve));
    await user.upload(screen.getByLabelText('写真をえらぶ・撮る'), picture());
    await user.click(sign(/新聞や郵便物/));
    knobs.pause = () => Promise.resolve();
    go();
    await screen.findByText('写真 1枚（3枚まで）');
    await waitFor(() => {
      const [draft] = [...drafts.values()];
      expect(draft?.photos).toHaveLength(1);
      expect(draft?.answers.signs).toContain('OUT-07');
    });
  });

  it('a file that is no picture is told plainly', async () => {
    const { user, knobs } = await openSheetWithDetails({ drafts: [draftOf()] });
    knobs.failPhotos = 'not-a-picture';
    await user.click(screen.getByRole('checkbox', { name: '人・名前・住所が写っていません' }));
    await user.upload(screen.getByLabelText('写真をえらぶ・撮る'), picture());
    expect((await screen.findByRole('alert')).textContent).toContain('写真として読めません');
  });
});
