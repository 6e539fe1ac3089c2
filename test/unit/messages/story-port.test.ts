/** Whose port a reader script accepts, and what it sends over it: only that something changed. */
import { beforeEach, expect, it, vi } from 'vitest';

const OWN = 'chrome-extension://backstory';
const stage = vi.hoisted(() => ({ connected: [] as ((port: unknown) => void)[] }));
vi.mock('../../../lib/messages/browser', () => ({
  browser: {
    runtime: {
      id: 'backstory',
      getURL: (path: string) => `chrome-extension://backstory${path}`,
      onConnect: {
        addListener: (one: (port: unknown) => void) => stage.connected.push(one),
        removeListener: (one: (port: unknown) => void) => {
          stage.connected = stage.connected.filter((other) => other !== one);
        },
      },
    },
  },
}));

import { answerFollowers } from '../../../lib/messages/story-port';

const PAGE = { id: 'backstory', url: `${OWN}/panel.html`, origin: OWN };

function port(sender: object, name = 'story') {
  const gone: (() => void)[] = [];
  const one = {
    name,
    sender,
    postMessage: vi.fn(),
    disconnect: vi.fn(),
    onDisconnect: { addListener: (heard: () => void) => gone.push(heard) },
  };
  for (const connected of stage.connected) connected(one);
  return { ...one, close: () => gone.forEach((heard) => void heard()) };
}

beforeEach(() => {
  stage.connected = [];
});

it('tells every page of ours that something changed, and no more than that', () => {
  const tell = answerFollowers(new AbortController().signal);
  const [one, other] = [port(PAGE), port(PAGE)];
  tell();
  one.close();
  tell();
  expect(one.postMessage.mock.calls).toEqual([[0]]);
  expect(other.postMessage.mock.calls).toEqual([[0], [0]]);
});

it.each([
  ['a page of the web', { ...PAGE, url: 'https://news.example/', origin: 'https://news.example' }],
  ['a frame in a page of ours', { ...PAGE, origin: 'null' }],
  ['another extension', { ...PAGE, id: 'stranger' }],
])('tells nothing to %s', (_, sender) => {
  const tell = answerFollowers(new AbortController().signal);
  let refused: { postMessage: ReturnType<typeof vi.fn> } | null = null;
  try {
    refused = port(sender);
  } catch {
    // Refused outright.
  }
  tell();
  expect(refused?.postMessage.mock.calls ?? []).toEqual([]);
});

it('tells nothing over a port with another name', () => {
  const tell = answerFollowers(new AbortController().signal);
  const other = port(PAGE, 'panel');
  tell();
  expect(other.disconnect).toHaveBeenCalledTimes(1);
  expect(other.postMessage).not.toHaveBeenCalled();
});

it('continues after one page has gone', () => {
  const tell = answerFollowers(new AbortController().signal);
  const [dead, alive] = [port(PAGE), port(PAGE)];
  dead.postMessage.mockImplementation(() => {
    throw new Error('Attempting to use a disconnected port object');
  });
  tell();
  tell();
  expect(dead.postMessage).toHaveBeenCalledTimes(1);
  expect(alive.postMessage).toHaveBeenCalledTimes(2);
});

it('is silent once the script has ended', () => {
  const life = new AbortController();
  answerFollowers(life.signal);
  life.abort();
  expect(stage.connected).toEqual([]);
});
