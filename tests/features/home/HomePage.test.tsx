import { render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { HomePage } from '../../../src/features/home/HomePage';
import { fakeServices } from '../../support/fake-services';
import { openInstructionOf, summaryOf } from '../../support/samples';

const part = (name: RegExp | string) => screen.findByRole('region', { name });
const id = (end: string) => `01900000-0000-7000-8000-0000000000${end}`;

describe('ホーム', () => {
  it('has the record button before the phone is open', () => {
    render(<HomePage services={null} />);
    const button = screen.getByRole('link', { name: '気づきを記録する' });
    expect(button.getAttribute('href')).toBe('/sightings/new');
  });

  it('says before enrolment why an invitation is worth reading, and leads there', async () => {
    render(<HomePage services={fakeServices({ enrolment: null }).services} />);
    const card = await part('事務局に届けるための登録');
    expect(card.textContent).toContain('この端末に保存できます');
    const link = within(card).getByRole('link', { name: '構成員証・招待を読み取る' });
    expect(link.getAttribute('href')).toBe('/badge');
  });

  it('no longer asks for enrolment once it is done', async () => {
    const world = fakeServices({ enrolment: null });
    render(<HomePage services={world.services} />);
    await part('事務局に届けるための登録');
    await world.services.enrolment.redeem('x', { at: '2026-11-23T00:00:00.000Z', text: '1' });
    await waitFor(() => expect(screen.queryByText('構成員証・招待を読み取る')).toBeNull());
    expect(await part('事務局からの指示 0件')).toBeDefined();
  });

  it('shows instructions first, with their count, those not yet seen before the others', async () => {
    const world = fakeServices();
    world.openInstructions.set([
      openInstructionOf(
        { id: id('c1'), recordId: id('b1'), seenAt: '2026-11-23T00:00:00.000Z' },
        { text: '古い指示' },
      ),
      openInstructionOf({ id: id('c2'), recordId: id('b2') }, { text: '新しい指示\n二行目' }),
      openInstructionOf({ id: id('c3'), recordId: id('b3') }, { text: '三つ目の指示' }),
    ]);
    render(<HomePage services={world.services} />);
    const asked = await part('事務局からの指示 3件');
    const links = within(asked).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      `/sightings/${id('b2')}`,
      `/sightings/${id('b3')}`,
      '/sightings',
    ]);
    expect(links[0]!.textContent).toContain('新しい指示');
    expect(links[0]!.textContent).toContain('まだ確認していません');
    expect(links[0]!.textContent).not.toContain('二行目');
    expect(links[2]!.textContent).toBe('ほかの指示を見る（1件）');
  });

  it('leads on to the draft that was begun, and says what waits and what was refused', async () => {
    const world = fakeServices({
      records: [
        summaryOf({
          id: id('d1'),
          signs: [],
          state: {
            status: 'draft',
            savedAt: '2026-11-23T00:07:00.000Z',
            expiresAt: '2026-12-23T00:07:00.000Z',
          },
        }),
        summaryOf({ id: id('d2'), state: { status: 'waiting', nextTryAt: null } }),
        summaryOf({ id: id('d3'), state: { status: 'sending' } }),
        summaryOf({ id: id('d4'), state: { status: 'refused', problem: 'invalid-body', button: 'mend' } }),
      ],
    });
    render(<HomePage services={world.services} />);
    const waiting = await part('この端末で待っているもの');
    expect(within(waiting).getByText('送れなかった記録 1件')).toBeDefined();
    expect(within(waiting).getByText('送信待ち 2件')).toBeDefined();
    const draft = within(waiting).getByRole('link', { name: /続きを書く/ });
    expect(draft.getAttribute('href')).toBe(`/sightings/new?draft=${id('d1')}`);
    expect(draft.textContent).toContain('書きかけの記録');
  });

  it('shows the last records with the word of state and the receipt number', async () => {
    const world = fakeServices({
      records: [summaryOf({ id: id('e1'), receiptNo: 'K-2026-0001', state: { status: 'delivered' } })],
    });
    render(<HomePage services={world.services} />);
    const last = await part('最近の記録');
    expect(last.textContent).toContain('事務局に届きました');
    expect(last.textContent).toContain('受付番号 K-2026-0001');
    expect(within(last).getAllByRole('link')[0]!.getAttribute('href')).toBe(`/sightings/${id('e1')}`);
  });
});
