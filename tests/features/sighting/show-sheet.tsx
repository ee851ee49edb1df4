// Shows 「気づきを記録する」 over services in memory, as each test of the page begins.
import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect } from 'vitest';
import SightingPage from '../../../src/features/sighting/SightingPage';
import { fakeServices, type FakeWorld } from '../../support/fake-services';

/** 午前9:05 in Japan */
export const NOW = new Date('2026-11-23T00:05:00.000Z');

type Options = Parameters<typeof fakeServices>[0] & { draftId?: string | null; world?: FakeWorld };

export async function showSheet({ draftId = null, world, ...options }: Options = {}) {
  window.history.replaceState(null, '', '/sightings/new');
  const shown = world ?? fakeServices({ now: () => NOW, ...options });
  const queued: string[] = [];
  let left = 0;
  const { container, unmount } = render(
    <SightingPage
      services={shown.services}
      draftId={draftId}
      now={() => NOW}
      onQueued={(id) => queued.push(id)}
      onLeave={() => (left += 1)}
    />,
  );
  await screen.findByRole('heading', { level: 1, name: '気づきを記録する' });
  await waitFor(() => expect(container.textContent).not.toMatch(/開いています$/));
  return {
    ...shown,
    world: shown,
    queued,
    left: () => left,
    page: { container, unmount },
    user: userEvent.setup(),
  };
}

export const sign = (name: RegExp | string) => screen.getByRole('checkbox', { name });
export const send = () => screen.getByRole('button', { name: '送信する' });
export const DOORSTEP = /玄関先で長いやりとりが続く/;
export const openDetails = () => screen.getByRole('button', { name: 'くわしく書く（書かなくても送れます）' });
