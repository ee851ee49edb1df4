import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { BadgeLinkPage } from '../../../src/features/badge/BadgeLinkPage';
import type { BadgeCheck } from '../../../src/services';
import { enrolmentOf, fakeServices } from '../../support/fake-services';

function open(checks: BadgeCheck[], enrolled = false) {
  const { services } = fakeServices({ enrolment: enrolled ? enrolmentOf() : null });
  const asked: string[] = [];
  services.badges.check = (code) => {
    asked.push(code);
    return Promise.resolve(checks.length > 1 ? checks.shift()! : checks[0]!);
  };
  const onOwnNetwork = vi.fn();
  render(<BadgeLinkPage services={services} code="a.b" onOwnNetwork={onOwnNetwork} />);
  return { asked, onOwnNetwork, user: userEvent.setup() };
}
const badge = {
  organisation: '見本生活協同組合',
  kind: 'member',
  network: '見本市見守りネットワーク',
} as const;

describe('この構成員は本物か', () => {
  it('同じネットワークの登録済みの端末では、気づきを記録する画面が開きます', async () => {
    const { onOwnNetwork } = open([{ status: 'own-network' }], true);
    await waitFor(() => expect(onOwnNetwork).toHaveBeenCalledTimes(1));
    expect(screen.getByRole('link', { name: '気づきを記録する' }).getAttribute('href')).toBe(
      '/sightings/new',
    );
  });

  it('ほかの端末では、団体と区分とネットワーク、いまも有効かを言います', async () => {
    const { onOwnNetwork } = open([{ status: 'known', badge: { ...badge, valid: true } }]);
    expect(await screen.findByRole('heading', { name: '本物の構成員証です。いまも有効です' })).toBeTruthy();
    for (const words of ['見本生活協同組合', '構成員', '見本市見守りネットワーク'])
      expect(screen.getByText(words)).toBeTruthy();
    expect(onOwnNetwork).not.toHaveBeenCalled();
  });

  it.each([
    [
      '無効にされたもの',
      { status: 'known', badge: { ...badge, valid: false } },
      'この構成員証は、いまは使えません',
    ],
    ['署名がにせもの', { status: 'not-ours' }, 'これは、見守りネットワークの構成員証ではありません'],
  ] as const)('%sは本物と言わず、どうするかを言います', async (_case, check, heading) => {
    open([check]);
    expect(await screen.findByRole('heading', { name: heading })).toBeTruthy();
    expect(screen.queryByText(/本物の構成員証です/)).toBeNull();
    expect(
      screen.getByText(/家に入れたり.*市区町村の窓口に電話してください。こわいと感じたら110番です/),
    ).toBeTruthy();
  });

  it('電波がないときは確かめられないと言い、電波のある所で確かめ直せます', async () => {
    const { asked, user } = open([
      { status: 'cannot-check' },
      { status: 'known', badge: { ...badge, valid: true } },
    ]);
    expect(await screen.findByRole('heading', { name: 'いまは確かめられません' })).toBeTruthy();
    expect(screen.getByText(/市区町村の窓口に電話して/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'もう一度確かめる' }));
    expect(await screen.findByRole('heading', { name: '本物の構成員証です。いまも有効です' })).toBeTruthy();
    expect(asked).toEqual(['a.b', 'a.b']);
  });
});
