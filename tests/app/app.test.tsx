import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { App } from '../../src/app/App';
import { startServices, type Launch } from '../../src/app/start-services';
import { takeConsoleErrors } from '../support/fail-on-console-error';
import { fakeServices, type FakeWorld } from '../support/fake-services';

const now = () => new Date('2026-11-23T00:30:00.000Z');
const never = new Promise<Launch>(() => undefined);

function openApp(path: string, launch: Promise<Launch>) {
  history.replaceState(null, '', path);
  let tell: (accept: () => void) => void = () => undefined;
  const shown = render(<App launch={launch} onUpdate={(say) => void (tell = say)} now={now} />);
  return { ...shown, newVersionWaits: (accept: () => void) => tell(accept) };
}
const ready = (world: FakeWorld) => Promise.resolve<Launch>({ status: 'ready', services: world.services });
const call188 = () => screen.getByRole('link', { name: '188に電話する' });

beforeEach(() => {
  // jsdom cannot scroll; the app asks it to on each navigation.
  window.scrollTo = () => undefined;
});

describe('the shell', () => {
  it('offers 188 and the record button before anything has been opened', () => {
    openApp('/', never);
    expect(call188().getAttribute('href')).toBe('tel:188');
    expect(screen.getByRole('link', { name: '気づきを記録する' })).toBeDefined();
    expect(screen.getByRole('banner').textContent).toContain('みまもりノート');
  });

  it('names the network once this phone is enrolled, and says when all has arrived', async () => {
    const world = fakeServices();
    openApp('/', ready(world));
    await waitFor(() => expect(screen.getByRole('banner').textContent).toContain('見本市見守りネットワーク'));
    world.delivery.set({ status: 'all-delivered', at: '2026-11-23T00:07:00.000Z' });
    await waitFor(() => expect(screen.getByRole('banner').textContent).toContain('すべて届いています 9:07'));
  });

  it('says what to do, and keeps 188, when the phone cannot be opened', async () => {
    openApp(
      '/sightings',
      startServices(() => Promise.reject(new TypeError('no database'))),
    );
    expect(await screen.findByRole('heading', { name: 'アプリを開けませんでした' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'もう一度開く' })).toBeDefined();
    expect(call188()).toBeDefined();
    expect(screen.getByRole('link', { name: '消費者ホットライン 188' })).toBeDefined();
    expect(takeConsoleErrors()).toEqual(['launch failed TypeError']);
  });

  it('moves focus to the heading of the page that was opened, and names it in the tab', async () => {
    openApp('/', ready(fakeServices()));
    expect(document.title).toBe('ホーム｜みまもりノート');
    await userEvent.click(screen.getByRole('link', { name: '設定' }));
    const heading = await screen.findByRole('heading', { level: 1, name: '設定' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(document.title).toBe('設定｜みまもりノート');
    expect(screen.getByRole('link', { name: '設定' }).getAttribute('aria-current')).toBe('page');
  });

  it('leads home from an address that leads nowhere', async () => {
    openApp('/nowhere', ready(fakeServices()));
    expect(await screen.findByRole('heading', { name: 'この画面は見つかりません' })).toBeDefined();
    await userEvent.click(screen.getByRole('link', { name: 'ホームを開く' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'ホーム' })).toBeDefined();
  });

  it('keeps the header when a page breaks, and opens the next page all the same', async () => {
    const world = fakeServices();
    world.services.content.words = () => {
      throw new RangeError('the pack is broken');
    };
    world.services.content.sign = world.services.content.words as never;
    world.services.content.signs = world.services.content.words as never;
    openApp('/sightings/new', ready(world));
    expect(await screen.findByRole('heading', { name: 'この画面を開けませんでした' })).toBeDefined();
    expect(call188()).toBeDefined();
    expect(takeConsoleErrors()).toEqual(['page failed RangeError']);
    await userEvent.click(screen.getByRole('link', { name: '設定' }));
    expect(await screen.findByRole('heading', { level: 1, name: '設定' })).toBeDefined();
  });
});

describe('a new version', () => {
  it('is offered, and taken only when asked for', async () => {
    const { newVersionWaits } = openApp('/', ready(fakeServices()));
    let accepted = 0;
    newVersionWaits(() => void (accepted += 1));
    const update = await screen.findByRole('button', { name: '更新する' });
    expect(accepted).toBe(0);
    await userEvent.click(update);
    expect(accepted).toBe(1);
  });

  it('is not mentioned while a record is being written', async () => {
    const { newVersionWaits } = openApp('/sightings/new', ready(fakeServices()));
    newVersionWaits(() => undefined);
    await screen.findByRole('heading', { level: 1, name: '気づきを記録する' });
    expect(screen.queryByRole('button', { name: '更新する' })).toBeNull();
    await userEvent.click(screen.getByRole('link', { name: 'ホーム' }));
    expect(await screen.findByRole('button', { name: '更新する' })).toBeDefined();
  });
});

describe('an invitation opened as a link', () => {
  it('is offered for use and no longer stands in the address bar', async () => {
    openApp('/join#AGP40EAT1TV5661V6WX5X2SREC', ready(fakeServices({ enrolment: null })));
    await screen.findByRole('heading', { level: 1, name: '構成員証を読み取る' });
    await waitFor(() => expect(location.href).not.toContain('AGP40'));
    expect(location.pathname).toBe('/join');
  });
});
