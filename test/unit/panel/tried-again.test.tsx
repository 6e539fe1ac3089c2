// @vitest-environment happy-dom
/** What could not be read beside a story is read again at a press. */
import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { GlossaryAnswer } from '../../../lib/messages';
import { render } from '../components/render';
import { compose } from '../story-background/small-story';

const stage = vi.hoisted(() => ({ asked: 0, failing: true }));

vi.mock('../../../lib/messages', async (original) => ({
  ...(await original<object>()),
  browser: { runtime: { getURL: (path: string) => `https://extension.test${path}` } },
  callBackground: async () => {
    stage.asked += 1;
    if (stage.failing) throw new Error('the worker died');
    return compose({ story: {} });
  },
}));

import { MapHere } from '../../../entrypoints/panel/map-here';
import { CatchUpHere } from '../../../entrypoints/panel/story-here';

const props = {
  tabId: 1,
  glossary: { entries: [], day: null } as unknown as GlossaryAnswer,
  inPrivate: false,
  settings: {} as never,
  openCard: () => {},
  openLink: () => {},
};

afterEach(() => {
  vi.unstubAllGlobals();
  Object.assign(stage, { asked: 0, failing: true });
});

it('its background', async () => {
  render(<CatchUpHere {...props} />);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toBe('The background of this story could not be read. Try again');
  stage.failing = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByRole('status').textContent).toBe('Reading what is known.');
  await screen.findByRole('heading', { name: 'What led here' });
  expect(stage.asked).toBe(2);
});

it('the files of its map', async () => {
  stage.failing = false;
  const fetched = vi.fn(async () => {
    throw new Error('no file');
  });
  vi.stubGlobal('fetch', fetched);
  render(<MapHere {...props} />);
  expect((await screen.findByRole('alert')).textContent).toBe('The map could not be read. Try again');
  const before = fetched.mock.calls.length;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('alert');
  expect(fetched.mock.calls.length).toBe(2 * before);
});
