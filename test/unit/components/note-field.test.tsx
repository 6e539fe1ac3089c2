// @vitest-environment happy-dom
/** The field of a note over a session whose store answers when it is told to. */
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { NoteField, type NoteTrouble } from '../../../components/notes/note-field';
import type { EditorAnswer, EditorNews } from '../../../lib/notes';
import { draft, openSession } from './open-session';
import { render } from './render';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function open(trouble: NoteTrouble = 'failed') {
  const asked: { news: EditorNews; done: (answer: EditorAnswer) => void; fail: (why: unknown) => void }[] = [];
  const session = openSession((news) => new Promise((done, fail) => asked.push({ news, done, fail })));
  const shown = render(<NoteField session={session} name="Iran" explain={() => trouble} />);
  const area = screen.getByRole('textbox', { name: 'Your note on Iran' }) as HTMLTextAreaElement;
  return {
    ...shown,
    session,
    area,
    /** The oldest question is answered with a note of that text. */
    answer: (text: string) =>
      act(async () => {
        const other = draft();
        other.write(text);
        asked.shift()?.done({ update: other.take().update, savedAt: null });
      }),
    fail: () => act(async () => asked.shift()?.fail('no')),
  };
}

it('places the caret after the text as soon as it can be edited', async () => {
  const { area, answer } = open();
  area.focus();
  expect(area.readOnly).toBe(true);
  await answer('Known so far.');
  expect(area.readOnly).toBe(false);
  expect([area.value, area.selectionStart, area.selectionEnd]).toEqual(['Known so far.', 13, 13]);
});

it('leaves the caret where the reader has put it', async () => {
  const { area, answer, session } = open();
  await answer('Known so far.');
  area.setSelectionRange(5, 5);
  fireEvent.input(area, { target: { value: 'Known, so far.' } });
  area.setSelectionRange(6, 6);
  await answer('More. ');
  expect(session.content().text).toContain('Known, so far.');
  expect(area.selectionStart).toBe(session.content().text.indexOf('Known,') + 6);
});

it('grows with its text in a narrower window, too, where the browser does not do that', async () => {
  const watched: { look: () => void; ended: boolean }[] = [];
  vi.stubGlobal('CSS', { supports: () => false });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly of: { look: () => void; ended: boolean };
      constructor(look: () => void) {
        this.of = { look, ended: false };
      }
      observe() {
        watched.push(this.of);
      }
      disconnect() {
        this.of.ended = true;
      }
    },
  );
  const size = { width: 300, height: 80 };
  const prototype = HTMLTextAreaElement.prototype;
  vi.spyOn(prototype, 'clientWidth', 'get').mockImplementation(() => size.width);
  vi.spyOn(prototype, 'scrollHeight', 'get').mockImplementation(() => size.height);
  const { area, answer, unmount } = open();
  await answer('Known so far.');
  await waitFor(() => expect(area.style.height).toBe('80px'));
  Object.assign(size, { width: 150, height: 160 });
  for (const { look } of watched) look();
  await waitFor(() => expect(area.style.height).toBe('160px'));
  unmount();
  await waitFor(() => expect(watched.map(({ ended }) => ended)).toEqual([true]));
});

it.each([
  ['failed', 'The note could not be opened. It is tried again by itself.'],
  ['full', 'The note could not be opened. The disk is full: free some space and it opens by itself.'],
  ['refused', 'The note could not be opened. Notes are not kept from private windows.'],
] as const)('does not mention storing for a note that could not be opened (%s)', async (trouble, said) => {
  const { fail } = open(trouble);
  await fail();
  expect(screen.getByRole('alert').textContent).toBe(`${said} Try again`);
});
