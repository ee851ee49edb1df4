// The parts of every screen: named controls, linked errors, nothing that cannot be pressed.
import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ChoiceTiles } from '../../src/ui/ChoiceTiles';
import { EmergencyCall } from '../../src/ui/EmergencyCall';
import { InlineConfirm } from '../../src/ui/InlineConfirm';
import { Notice } from '../../src/ui/Notice';
import { StateMark } from '../../src/ui/StateMark';
import { TextArea } from '../../src/ui/TextArea';
import { TextField } from '../../src/ui/TextField';
import { useWatch } from '../../src/ui/use-watch';
import { findBarriers } from '../support/axe';
import { watchable } from '../support/fake-services';

it('a question is a fieldset with its legend, and the whole row of an answer is its label', async () => {
  const chosen = vi.fn();
  const choices = [
    { value: 'a', label: '自宅の中' },
    { value: 'b', label: '自宅の外' },
  ];
  render(
    <ChoiceTiles
      name="p"
      legend="場所"
      hint="1つ"
      kind="radio"
      choices={choices}
      chosen={['a']}
      onChoose={chosen}
    />,
  );
  expect(screen.getByRole('group', { name: '場所1つ' })).toBeDefined();
  expect(screen.getByRole('radio', { name: '自宅の中' })).toHaveProperty('checked', true);
  await userEvent.click(screen.getByText('自宅の外'));
  expect(chosen).toHaveBeenCalledWith('b', true);
});

it('a field has its label above, and its hint, warning, error and counter are read with it', () => {
  render(
    <TextField
      id="f"
      label="その他のサイン"
      hint="ヒント"
      warning="書かないでください"
      error="直してください"
      most={3}
      value="あいう"
      onWrite={() => undefined}
    />,
  );
  const field = screen.getByRole('textbox', { name: 'その他のサイン' });
  const read = field
    .getAttribute('aria-describedby')
    ?.split(' ')
    .map((id) => document.getElementById(id)?.textContent);
  expect(read).toEqual(['書かないでください', 'ヒント', '直してください', '3字（3字まで）']);
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(field.getAttribute('placeholder')).toBeNull();
});

it('too many letters are told, never cut', async () => {
  const written = vi.fn();
  render(<TextArea id="t" label="補足" most={2} value="あいう" onWrite={written} />);
  expect(screen.getByText('1字多くなっています。短くしてください')).toBeDefined();
  expect(screen.getByRole('textbox').getAttribute('maxlength')).toBeNull();
  await userEvent.type(screen.getByRole('textbox'), 'え');
  expect(written).toHaveBeenCalledWith('あいうえ');
});

it('110 and 119 are telephone links with names', async () => {
  const { container } = render(<EmergencyCall />);
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    'tel:110',
    'tel:119',
  ]);
  expect(await findBarriers(container)).toEqual([]);
});

it('a banner names its kind in words', () => {
  render(<Notice kind="error" heading="送れませんでした" announce="alert" />);
  expect(screen.getByRole('img', { name: 'エラー' })).toBeDefined();
  expect(screen.getByRole('alert').textContent).toBe('送れませんでした');
});

it('a state is told by its word, not by colour', () => {
  render(<StateMark state="delivered" />);
  expect(screen.getByText('事務局に届きました')).toBeDefined();
});

it('nothing goes without a second word, and asking moves the focus to the question', async () => {
  const gone = vi.fn();
  render(<InlineConfirm label="消す" question="消しますか" yes="はい、消す" no="消さない" onYes={gone} />);
  await userEvent.click(screen.getByRole('button', { name: '消す' }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('消しますか'));
  await userEvent.click(screen.getByRole('button', { name: '消さない' }));
  expect(gone).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: '消す' }));
  await userEvent.click(screen.getByRole('button', { name: 'はい、消す' }));
  expect(gone).toHaveBeenCalledOnce();
});

it('a watched value is shown at once, follows, and the old one is never shown for another', async () => {
  const one = watchable('一');
  const two = watchable('二');
  const Shown = ({ of }: { of: typeof one }) => <p>{useWatch(of.watch)?.value ?? 'まだ'}</p>;
  const { rerender } = render(<Shown of={one} />);
  await screen.findByText('一');
  one.set('一の次');
  await screen.findByText('一の次');
  rerender(<Shown of={two} />);
  expect(screen.queryByText('一の次')).toBeNull();
  await screen.findByText('二');
});
