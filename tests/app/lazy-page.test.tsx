import { render, screen } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso/router';
import { describe, expect, it, vi } from 'vitest';
import { lazyPage } from '../../src/app/routes';
import { ShellContext } from '../../src/app/shell-context';
import type { Services } from '../../src/services';
import { fakeServices } from '../support/fake-services';

const now = () => new Date(0);

function openPage(page: ReturnType<typeof lazyPage>, services: Services | null = fakeServices().services) {
  history.replaceState(null, '', '/somewhere');
  return render(
    <ShellContext.Provider value={{ services, now }}>
      <LocationProvider>
        <Router>{[<Route key="page" default component={page} />]}</Router>
      </LocationProvider>
    </ShellContext.Provider>,
  );
}

describe('a page that comes later', () => {
  it('says what to do when its file cannot be fetched, and never reloads by itself', async () => {
    const load = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')));
    openPage(lazyPage(load));
    expect(await screen.findByRole('heading', { name: 'この画面をまだ開けません' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'もう一度開く' })).toBeDefined();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is fetched while the phone is still opening, and shown when both are there', async () => {
    const load = vi.fn(() => Promise.resolve({ default: () => <h1>着きました</h1> }));
    const page = lazyPage(load);
    const { unmount } = openPage(page, null);
    expect(screen.getByText('開いています…')).toBeDefined();
    await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
    unmount();
    openPage(page);
    expect(await screen.findByRole('heading', { name: '着きました' })).toBeDefined();
    expect(load).toHaveBeenCalledTimes(1);
  });
});
