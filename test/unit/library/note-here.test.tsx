// @vitest-environment happy-dom
/** The library's page of one note over a store of its own, with the background's answers in between. */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { createDevice, type Device } from '../notes/device';

const stage = vi.hoisted(() => ({
  device: null as unknown as Device,
  /** Whom the packs know. */
  known: [] as readonly string[],
  /** Resolves when the background may answer. */
  gate: Promise.resolve() as Promise<unknown>,
}));

vi.mock('../../../entrypoints/library/stores', () => ({
  get notes() {
    return stage.device.store;
  },
  sightings: { of: async () => [] },
}));
vi.mock('../../../lib/messages', async (original) => ({
  ...(await original<object>()),
  callBackground: async (name: string, { entity }: { entity: string }) => {
    if (name === 'nameSenses') {
      const sense = { gloss: 'Country in western Asia', isCountry: true, lines: [] };
      return Object.fromEntries(stage.known.map((key) => [key, sense]));
    }
    if (name !== 'noteSubject') throw new Error(name);
    return stage.known.includes(entity) ? { entity, name: 'Iran', kind: 'place' } : null;
  },
}));
vi.mock('../../../entrypoints/own-page/exchange-by-message', () => ({
  exchangeByMessage: async (news: Parameters<Device['store']['exchange']>[0]) => {
    await stage.gate;
    return stage.device.store.exchange(news);
  },
}));

import { NoteHere } from '../../../entrypoints/library/note-here';
import type { Tell } from '../../../entrypoints/library/tell';
import { render } from '../components/render';

const iran = { entity: 'iran', name: 'Iran', kind: 'place' } as const;

afterEach(() => {
  stage.gate = Promise.resolve();
});

function open(known: readonly string[] = ['iran']) {
  stage.device = createDevice();
  stage.known = known;
  const after = vi.fn();
  const left = vi.fn();
  const show = () =>
    render(<NoteHere entity="iran" history={false} onHistory={() => {}} undo={null} tell={{ after, left }} />);
  return { after, left, show, store: stage.device.store };
}
const field = () => screen.findByRole('textbox', { name: 'Your note on Iran' }) as Promise<HTMLTextAreaElement>;
const writable = async () => {
  const area = await field();
  await waitFor(() => expect(area.readOnly).toBe(false));
  return area;
};

it('begins a note on a name that a pack knows, with the first key pressed, in the same field', async () => {
  const { show, store } = open();
  show();
  const area = await writable();
  expect(screen.getByRole('heading', { name: 'Iran' })).toBeTruthy();
  expect(await screen.findByText('Country in western Asia')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Delete this note' })).toBeNull();
  expect(await store.read('iran')).toBeNull();
  fireEvent.input(area, { target: { value: 'K' } });
  await screen.findByRole('button', { name: 'Delete this note' });
  expect(await field()).toBe(area);
  expect(await store.read('iran')).toMatchObject({ name: 'Iran', kind: 'place', text: 'K' });
});

it('reports that there is no note if no pack knows the name either', async () => {
  open([]).show();
  expect(await screen.findByText(/no note on this name/)).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
});

it('shows a restored text as soon as the database has it', async () => {
  const { show, store } = open();
  await stage.device.type(iran, 'Older.');
  await stage.device.type(iran, 'Newer.');
  show();
  const area = await writable();
  expect(area.value).toBe('Newer.');
  const [version] = await store.versions('iran');
  await store.restoreVersion('iran', version?.id as number);
  await waitFor(() => expect(area.value).toBe('Older.'), { timeout: 5_000 });
});

it('deletes a note only when the last key is stored, since that would restore the note from the bin', async () => {
  const { show, store, after } = open();
  await stage.device.type(iran, 'Known.');
  show();
  const area = await writable();
  let answer = () => {};
  stage.gate = new Promise<void>((done) => {
    answer = done;
  });
  fireEvent.input(area, { target: { value: 'Known. K' } });
  const remove = vi.spyOn(store, 'remove');
  fireEvent.click(screen.getByRole('button', { name: 'Delete this note' }));
  await new Promise((next) => setTimeout(next, 50));
  expect(remove).not.toHaveBeenCalled();
  answer();
  await after.mock.calls[0]?.[0];
  expect(await store.read('iran')).toMatchObject({ kept: 0, text: 'Known. K' });
});

it('puts a removed quote back where it was', async () => {
  const { show, store, after } = open();
  const passage = (text: string) => ({ text, title: 'Talks', url: 'https://a.org/1', day: null });
  for (const text of ['First.', 'Second.']) {
    await store.addQuote(iran, passage(text));
    stage.device.clock.at += 1_000;
  }
  const quotes = async () => (await store.read('iran'))?.quotes.map(({ text }) => text);
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Remove the quote “First.”' }));
  const [removed, undo] = after.mock.calls[0] as Parameters<Tell['after']>;
  await removed;
  expect(await quotes()).toEqual(['Second.']);
  await undo?.back();
  expect(await quotes()).toEqual(['First.', 'Second.']);
});

it('asks before the page is left with unstored words, and stores them when the note is left', async () => {
  const { show, left } = open();
  const { unmount } = show();
  const area = await writable();
  const asks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(asks()).toBe(false);
  let answer = () => {};
  stage.gate = new Promise<void>((done) => {
    answer = done;
  });
  fireEvent.input(area, { target: { value: 'K' } });
  expect(asks()).toBe(true);
  unmount();
  await waitFor(() => expect(left).toHaveBeenCalledTimes(1));
  const [name, session] = left.mock.calls[0] as Parameters<Tell['left']>;
  expect([name, session.save().at]).toEqual(['Iran', 'saving']);
  answer();
  expect(await session.settled()).toBe(true);
  expect(asks()).toBe(false);
});

it('shows an existing note, whatever the packs know', async () => {
  const { show, store } = open([]);
  await store.addTag(iran, 'watch');
  show();
  await writable();
  expect(screen.getByRole('button', { name: 'Remove the tag watch' })).toBeTruthy();
});
