import { correction, generate } from 'lean-qr';
import { within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { FakeDesk } from './fake-desk';
import { asInput, asSelect, openDesk } from './open-desk';

async function openInvitations(desk = new FakeDesk()) {
  const screen = await openDesk('/desk/invitations', desk);
  await screen.findByRole('heading', { level: 1, name: '招待' });
  await screen.findByRole('option', { name: /見本宅配/ });
  return screen;
}

async function create(screen: Awaited<ReturnType<typeof openInvitations>>) {
  await screen.user.selectOptions(screen.getByLabelText('団体'), '見本宅配（構成団体）');
  await screen.user.type(screen.getByLabelText('お名前'), '山本 見本');
  await screen.user.click(screen.getByRole('button', { name: '招待をつくる' }));
  return screen.findByRole('article', { name: '招待の紙' });
}

/** Modules of the drawn code, read back from its path: closed loops of `M x y L x y … Z` around the dark ones. */
function drawnModules(svg: Element, size: number): string {
  const path = svg.querySelector('path')!.getAttribute('d')!;
  const loops = path
    .split('Z')
    .filter(Boolean)
    .map((loop) => [...loop.matchAll(/(\d+) (\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const));
  // even-odd over the vertical edges left of each module's centre
  const edges = loops.flatMap((loop) =>
    loop.flatMap(([ax, ay], at) => {
      const [bx, by] = loop[(at + 1) % loop.length]!;
      return ax === bx && ay !== by ? [{ x: ax, from: Math.min(ay, by), to: Math.max(ay, by) }] : [];
    }),
  );
  let drawn = '';
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      drawn +=
        edges.filter((edge) => edge.x <= column && edge.from <= row && row < edge.to).length % 2 ? '1' : '0';
  return drawn;
}

describe('making an invitation', () => {
  it('shows the slip once: name, code in groups of five, how to use it, expiry, and the code of the link', async () => {
    const screen = await openInvitations();
    const slip = await create(screen);
    const words = slip.textContent ?? '';
    for (const expected of [
      '山本 見本 さま',
      '見本宅配',
      'ABCDE-FGHJK-MNPQR-STVWX-YZ0123',
      '2026年12月8日(火)まで',
      '使えるのは1回だけ',
      'ホーム画面に追加してから、アプリの中で「構成員証を読み取る」',
      'ほかの人にわたしたり',
    ])
      // prettier-ignore
      expect(words).toContain(expected);
    expect(within(slip).getAllByRole('list')[0]!.children).toHaveLength(4);

    const code = generate('https://mimamori.test/join#ABCDEFGHJKMNPQRSTVWXYZ0123', {
      minCorrectionLevel: correction.M,
    });
    let wanted = '';
    for (let y = 0; y < code.size; y += 1)
      for (let x = 0; x < code.size; x += 1) wanted += code.get(x, y) ? '1' : '0';
    const svg = within(slip).getByRole('img', { name: '登録用の二次元コード' });
    expect(drawnModules(svg, code.size)).toBe(wanted);

    await screen.user.click(screen.getByRole('button', { name: '印刷する' }));
    expect(screen.printed.times).toBe(1);
    await screen.user.click(screen.getByRole('button', { name: '印刷したので閉じる' }));
    await screen.findByRole('table');
    expect(document.body.textContent).not.toContain('ABCDE');
  });

  it('names what is missing and focuses it', async () => {
    const { user, getByRole, getByLabelText, findByText } = await openInvitations();
    await user.click(getByRole('button', { name: '招待をつくる' }));
    await findByText(/団体を選んでください/);
    expect(document.activeElement).toBe(getByLabelText('団体'));
  });

  it('adds an organisation on the spot and chooses it', async () => {
    const { user, getByRole, getByLabelText, desk } = await openInvitations();
    await user.click(getByRole('button', { name: '団体を追加する' }));
    await user.type(getByLabelText('団体の名前'), '見本新聞店');
    await user.click(getByLabelText('協力団体'));
    await user.click(getByRole('button', { name: '追加する' }));
    await expect
      .poll(() => asSelect(getByLabelText('団体')).selectedOptions[0]?.textContent)
      .toBe('見本新聞店（協力団体）');
    expect(getByLabelText('協力員')).toHaveProperty('checked', true);
    expect(desk.organisations_.at(-1)).toMatchObject({ name: '見本新聞店', kind: 'cooperator' });
  });

  it('keeps the name when the server is away', async () => {
    const { user, getByRole, getByLabelText, findByText, desk } = await openInvitations();
    await user.selectOptions(getByLabelText('団体'), '見本宅配（構成団体）');
    await user.type(getByLabelText('お名前'), '山本 見本');
    desk.instead.push({ status: 'unreachable' });
    await user.click(getByRole('button', { name: '招待をつくる' }));
    await findByText(/サーバーにつながりません/);
    expect(asInput(getByLabelText('お名前')).value).toBe('山本 見本');
  });
});

describe('revoking an invitation', () => {
  it('warns that it cannot be undone, and does nothing on 「やめる」', async () => {
    const screen = await openInvitations();
    await create(screen);
    await screen.user.click(screen.getByRole('button', { name: '印刷したので閉じる' }));
    const table = await screen.findByRole('table');
    within(table).getByText('未使用');
    await screen.user.click(screen.getByRole('button', { name: '山本 見本の招待を取り消す' }));
    await screen.findByText(/元に戻せません/);
    await screen.user.click(screen.getByRole('button', { name: 'やめる' }));
    expect(screen.desk.invitations_[0]?.state).toBe('unused');
    await screen.user.click(screen.getByRole('button', { name: '山本 見本の招待を取り消す' }));
    await screen.user.click(screen.getByRole('button', { name: '取り消します' }));
    await screen.findByText('取り消し');
    await screen.findByText('山本 見本の招待を取り消しました。');
  });
});
