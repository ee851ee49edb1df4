// Opens the desk at an address for a test. jsdom knows <dialog> but not its methods, so they are given here.
import { act, render, waitFor } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach } from 'vitest';
import { Desk } from '../../src/desk/Desk';
import { FakeDesk, fakeMeans } from './fake-desk';

HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.setAttribute('open', '');
  const first =
    this.querySelector<HTMLElement>('[autofocus]') ?? this.querySelector<HTMLElement>('input, button');
  first?.focus();
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.removeAttribute('open');
};
Element.prototype.scrollIntoView ??= () => {};
window.scrollTo = () => {};
// texts kept for a reload are kept for no other test
afterEach(() => sessionStorage.clear());

export async function openDesk(path: string, desk = new FakeDesk()) {
  history.replaceState(null, '', path);
  const browser = fakeMeans(desk);
  const shown = render(<Desk means={browser.means} />);
  await waitFor(() => {
    if (shown.queryByText('読み込んでいます')) throw new Error('still loading');
  });
  return {
    desk,
    ...browser,
    ...shown,
    user: userEvent.setup(),
    pass: (seconds: number) => act(() => browser.pass(seconds)),
  };
}

export const asInput = (element: HTMLElement) => element as HTMLInputElement;
export const asTextArea = (element: HTMLElement) => element as HTMLTextAreaElement;
export const asSelect = (element: HTMLElement) => element as HTMLSelectElement;
