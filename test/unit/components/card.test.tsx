// @vitest-environment happy-dom
/** What the card says and does. Long because every state of a card is looked at over the same book of stories. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { Card, type CardCalls, type CardProps, type OpenEditor } from '../../../components/card';
import { toParagraphs } from '../../../components/card/runs';
import { lineWords, tieWords } from '../../../components/kit';
import type { EditorSessionParts } from '../../../lib/notes';
import { STORIES, type StoryName } from '../../browser/card/stories';
import { openSession } from './open-session';
import { render, text } from './render';

const NAMES = Object.keys(STORIES) as StoryName[];

/** A story whose calls are watched. */
function watched(name: StoryName, change: Partial<CardProps> = {}) {
  const on = Object.fromEntries(Object.keys(STORIES[name].on).map((key) => [key, vi.fn()])) as {
    [K in keyof CardCalls]: ReturnType<typeof vi.fn> & CardCalls[K];
  };
  const props: CardProps = { ...STORIES[name], ...change, on };
  const result = render(<Card {...props} />);
  const again = (more: Partial<CardProps>) => result.again(<Card {...props} {...more} />);
  return { ...result, on, props, again };
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('what a card says', () => {
  it('is in its own language and direction, whatever the page is', () => {
    document.body.dir = 'rtl';
    document.body.lang = 'ar';
    try {
      watched('person');
      const { dir, lang } = screen.getByRole('dialog');
      expect([dir, lang]).toEqual(['ltr', 'en']);
    } finally {
      document.body.removeAttribute('dir');
      document.body.removeAttribute('lang');
    }
  });

  it('reports a press without effect, and only then', () => {
    const { again } = watched('person');
    expect(screen.queryByRole('alert')).toBeNull();
    again({ refusal: 'failed' });
    expect(screen.getByRole('alert').textContent).toBe(
      'That could not be done just now; try again, or reload the page.',
    );
  });

  it.each([
    ['unseen', 'Not done: this card was not fully visible'],
    ['unproven', 'Nothing was sent: this browser does not tell'],
  ] as const)('says why a press was not accepted (%s), and offers a window of our own', (refusal, said) => {
    const { on } = watched('person', { refusal });
    expect(screen.getByRole('alert').textContent).toContain(said);
    press('Open it in its own window');
    expect(on.openBeside).toHaveBeenCalledExactlyOnceWith('abu-mahdi-al-muhandis');
  });

  it.each([
    [
      { what: 'muted', name: 'Abu Mahdi al-Muhandis', form: 'al-Mohandes' },
      'Abu Mahdi al-Muhandis will not be marked any more.',
    ],
    [
      { what: 'refused', name: 'Abu Mahdi al-Muhandis', form: 'al-Mohandes' },
      '“al-Mohandes” will not be taken for Abu Mahdi al-Muhandis any more.',
    ],
    [
      { what: 'chosen', name: 'Abu Mahdi al-Muhandis', form: 'al-Mohandes' },
      '“al-Mohandes” will not be taken for Abu Mahdi al-Muhandis any more.',
    ],
  ] as const)('reports what was done and undoes it at a press, with the focus on it: %j', (done, said) => {
    const { on, again } = watched('person');
    again({ done });
    const undo = screen.getByRole('button', { name: 'Undo' });
    expect(undo.closest('[role=status]')?.textContent).toBe(`${said} Undo`);
    expect(document.activeElement).toBe(undo);
    press('Undo');
    expect(on.undo).toHaveBeenCalledTimes(1);
    again({ done: null });
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('offers “I know this”, the same for all of its kind, and the way back', () => {
    const { on, again } = watched('person', { familiar: { known: false, kind: 'politics_us', kindKnown: false } });
    press('I know this');
    expect(on.know.mock.calls).toEqual([['abu-mahdi-al-muhandis', true]]);
    again({
      familiar: { known: true, kind: 'politics_us', kindKnown: false },
      done: { what: 'known', name: 'Abu Mahdi al-Muhandis', form: '', kind: 'politics_us' },
    });
    press('I know all of these: US politics');
    expect(on.knowAll.mock.calls).toEqual([['politics_us']]);
    press('Mark it again');
    expect(on.know.mock.calls[1]).toEqual(['abu-mahdi-al-muhandis', false]);
    again({
      familiar: { known: true, kind: 'politics_us', kindKnown: true },
      done: { what: 'knows-all', name: '', form: '', kind: 'politics_us' },
    });
    expect(screen.getByText('You know: US politics')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Mark it again' })).toBeNull();
    expect(screen.getByText(/^No marks any more: US politics/)).toBeTruthy();
  });

  it('says how often the entity was met, if that is stored', () => {
    const { again } = watched('person', { met: { thisMonth: 2, ever: 5, isNew: false } });
    expect(screen.getByText('Third time this month')).toBeTruthy();
    again({ met: null });
    expect(screen.queryByText('Third time this month')).toBeNull();
  });

  it('marks every button with a lasting effect, and no other, for the press guard', () => {
    const { container } = watched('person');
    press('Not this one');
    const costly = [...container.querySelectorAll('[data-costly]')].map((button) => button.textContent);
    expect(costly).toEqual([
      'Ask Wikipedia (sends the title “Abu Mahdi al-Muhandis” to en.wikipedia.org)',
      'Mute',
      'Yahya Ayyash Palestinian bomb maker called “the Engineer”',
      'Mohandessin Quarter of Giza in Egypt',
      'None of these',
    ]);
    watched('event');
    expect(screen.getByRole('button', { name: 'Try again' }).dataset.costly).toBe('network');
  });

  it('follows the reading order: kind, name, day, ties, background, article, since, foot', () => {
    const { container } = watched('person');
    const read = container.textContent ?? '';
    const order = [
      'Person · Iraq',
      'Abu Mahdi al-Muhandis',
      'Iraqi militia commander',
      'also ',
      'Before 20 November 2020',
      'Killed by an American drone at Baghdad airport 3 January 2020',
      'Popular Mobilization Forces',
      'Ask Wikipedia (sends the title “Abu Mahdi al-Muhandis” to en.wikipedia.org)',
      'Since this story',
      'arrest warrant for Donald Trump over the killing 7 January 2021',
      'Backstory pack, June 2026',
      'Not this one',
    ].map((part) => read.indexOf(part));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('is a dialog by the name of the entity', () => {
    watched('deal');
    expect(screen.getByRole('dialog', { name: 'Backstory: Iran nuclear deal' })).toBeTruthy();
  });

  it('shows of an office what the reader of that day could know, and its end only under “since”', () => {
    watched('president');
    const day = screen.getByRole('heading', { name: 'On 20 November 2020' }).parentElement;
    expect(day?.textContent).toContain('President of the United States since 20 January 2017');
    expect(day?.textContent).not.toContain('2021');
    const since = screen.getByRole('heading', { name: 'Since this story' }).closest('section');
    expect(since?.textContent).toContain('President of the United States until 20 January 2021');
  });

  it('dates unconfirmed facts by their source', () => {
    watched('place');
    const known = screen.getByRole('heading', { name: 'Last known on 1 July 2018' }).parentElement;
    expect(known?.textContent).toContain('In the hands of the Iraqi army from October 2017');
    expect(screen.getByRole('dialog').textContent).not.toContain('On 20 November 2020');
  });

  it('shows a past event under its own date, not under the day of the story', () => {
    const { props } = watched('event');
    const { container } = render(<Card {...props} view={{ ...props.view, storyDay: '2026-11-27' }} />);
    expect([...container.querySelectorAll('h3')].map((heading) => heading.textContent)).toContain(
      'Last known: 27 December 2019',
    );
    expect(container.textContent).not.toContain('On 27 November 2026');
  });

  it('hedges all unconfirmed ties once', () => {
    const { props } = watched('deal');
    const ties = props.view.ties.map((tie) => ({ ...tie, unconfirmed: tie.end === null }));
    const { container } = render(<Card {...props} view={{ ...props.view, ties }} />);
    const section = container.querySelector('.ties')?.textContent ?? '';
    expect(section.match(/As known on 1 June 2026/g)).toHaveLength(1);
    expect(section).toContain('from 14 July 2015');
    expect(section).not.toContain('since');
  });

  it('reports that the story has no date', () => {
    watched('event');
    expect(screen.getByText('As of today: the day of this story is not known')).toBeTruthy();
  });

  it('shows a tie once that two facts tell in the same words', () => {
    const { props } = watched('deal');
    const [tie] = props.view.ties;
    if (!tie) throw new Error('The deal has no tie.');
    const { container } = render(<Card {...props} view={{ ...props.view, ties: [tie, { ...tie }] }} />);
    expect(container.querySelector('.tie-text')?.textContent).not.toContain(';');
    const later = { ...tie, start: '2022' as const, end: null };
    const { container: two } = render(<Card {...props} view={{ ...props.view, ties: [tie, later] }} />);
    expect(two.querySelector('.tie-text')?.textContent).toContain('; ');
  });

  it('puts ties to names of this story first', () => {
    const { props } = watched('person');
    const ties = [...props.view.ties].reverse();
    const { container } = render(<Card {...props} view={{ ...props.view, ties }} />);
    const here = [...container.querySelectorAll('.tie')].map((tie) => tie.textContent?.includes('named in this story'));
    expect(here).toEqual([true, true, true, false]);
  });

  it('leaves no empty box for unknown things', () => {
    const { container } = watched('bare');
    for (const box of container.querySelectorAll('section, ul, p, header, footer')) {
      if (box.getAttribute('role') === 'status' || box.querySelector('[role=status]')) continue;
      expect(box.textContent?.trim(), box.outerHTML).not.toBe('');
    }
    expect(screen.queryByRole('button', { name: 'Sources' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Not this one' })).toBeNull();
  });

  it('sets each name in its own direction', () => {
    const { container } = watched('place');
    expect(container.querySelector('.also')?.textContent).toBe('also \u2068كركوك\u2069, \u2068Kerkûk\u2069');
    expect(container.querySelector('h2')?.getAttribute('dir')).toBe('auto');
  });

  it('has the reader’s note in its foot, before the actions', () => {
    const { container } = watched('person');
    const note = container.querySelector('.note');
    expect(note?.textContent).toBe('Add a note');
    expect(note?.parentElement?.tagName).toBe('FOOTER');
    expect(note?.nextElementSibling?.textContent).toMatch(/^Pin/);
  });

  it('can be moved with the arrow keys when pinned, and says how', () => {
    const { on, again } = watched('pinned');
    const move = screen.getByRole('button', { name: 'Move' });
    for (const key of ['ArrowRight', 'ArrowUp', 'Enter']) fireEvent.keyDown(move, { key });
    fireEvent.keyDown(move, { key: 'ArrowLeft', altKey: true });
    expect(on.move.mock.calls).toEqual([
      [24, 0],
      [0, -24],
    ]);
    press('Move');
    expect(screen.getByText('Drag the card by its head, or press the arrow keys here.')).toBeTruthy();
    again({ mode: 'hover' });
    expect(screen.queryByRole('button', { name: 'Move' })).toBeNull();
  });

  it('omits other names that are contained in its name, or in one before', () => {
    const view = { ...STORIES.person.view, name: 'Türkiye', also: ['Turkiye', 'Turkey', 'the Turkey'] };
    const { container, again } = watched('person', { view });
    expect(container.querySelector('.also')?.textContent).toBe('also \u2068Turkey\u2069');
    again({ view: { ...view, also: ['TÜRKIYE'] } });
    expect(container.querySelector('.also')).toBeNull();
  });
});

describe('the note', () => {
  const glimpse = { text: 'Same man.\nAsk again.', tags: ['asia'], quotes: 2, changedOn: '2026-11-22' };

  it('is shown with tags, passages and day', () => {
    const { container } = watched('person', { note: { state: 'noted', note: glimpse } });
    expect(container.querySelector('.note-words')?.textContent).toBe(glimpse.text);
    expect(container.querySelector('.note .credit')?.textContent).toBe(
      'asia · 2 passages quoted · Changed 22 November 2026',
    );
    expect(screen.queryByRole('button', { name: 'Show all' })).toBeNull();
  });

  it('is cut if long, and shown whole on request', () => {
    const { container } = watched('person', {
      note: { state: 'noted', note: { ...glimpse, text: 'long '.repeat(90) } },
    });
    expect(container.querySelector('.note-cut')).not.toBeNull();
    press('Show all');
    expect(container.querySelector('.note-cut')).toBeNull();
  });

  /** A card whose note opens, with what the store says to each of its news. */
  async function writing(change: Partial<CardProps> = {}, button = 'Add a note') {
    const store = vi.fn<EditorSessionParts['exchange']>(async ({ update }) => ({
      update: null,
      savedAt: update && 2_000,
    }));
    const close = vi.fn();
    const session = openSession(store);
    const written = { ...glimpse, text: 'What I wrote.' };
    const editor: OpenEditor = { session, name: 'Muhandis', explain: () => 'failed', glimpse: () => written, close };
    const card = watched('person', change);
    card.on.openEditor.mockResolvedValue(editor);
    await act(async () => void press(button));
    const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your note on Muhandis' });
    return { ...card, store, session, close, field, editor };
  }
  const type = async (field: HTMLTextAreaElement, value: string) => {
    await act(async () => void fireEvent.input(field, { target: { value } }));
  };

  it('is replaced by the editor, which has the focus, and shows what was stored when editing ends', async () => {
    const { on, container, field, session, close } = await writing();
    expect(on.openEditor).toHaveBeenCalledExactlyOnceWith('abu-mahdi-al-muhandis');
    expect(document.activeElement).toBe(field());
    expect(screen.queryByRole('button', { name: 'Add a note' })).toBeNull();
    await type(field(), 'What I wrote.');
    expect(session.content().text).toBe('What I wrote.');
    await act(async () => void press('Done'));
    expect(close).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(container.querySelector('.note-words')?.textContent).toBe('What I wrote.');
    expect(document.activeElement?.textContent).toBe('Edit note');
  });

  const passage = { text: 'Calm.', title: 'T', url: 'https://a.org/', day: null };

  it('quotes the selection, also into a note that is being edited', async () => {
    const { on, session, field } = await writing({ canQuote: true });
    expect(session.content().quotes).toEqual([]);
    on.passage.mockResolvedValue(passage);
    await act(async () => void press('Quote the selection'));
    expect(on.openEditor).toHaveBeenCalledTimes(1);
    expect(session.content().quotes).toMatchObject([passage]);
    expect(document.activeElement).toBe(field());
  });

  it('opens to quote the selection, and explains it to readers who have selected nothing', async () => {
    const session = openSession(async () => ({ update: null, savedAt: null }));
    const editor = { session, name: 'Muhandis', explain: () => 'failed', glimpse: () => null, close() {} } as const;
    const { on } = watched('person', { canQuote: true });
    on.openEditor.mockResolvedValue(editor);
    on.passage.mockResolvedValue(null);
    await act(async () => void press('Quote the selection'));
    expect(screen.getByText(/^Nothing is selected\./).getAttribute('role')).toBe('status');
    expect(on.openEditor).not.toHaveBeenCalled();
    on.passage.mockResolvedValue(passage);
    await act(async () => void press('Quote the selection'));
    expect(session.content().quotes).toMatchObject([passage]);
    expect(screen.queryByText(/^Nothing is selected\./)).toBeNull();
  });

  it('offers no quoting when there is no story', () => {
    watched('person', { canQuote: false });
    expect(screen.queryByRole('button', { name: 'Quote the selection' })).toBeNull();
  });

  it('returns the focus to the button that opened it, also under a long note', async () => {
    const long = { ...glimpse, text: 'long '.repeat(90) };
    const { editor } = await writing({ note: { state: 'noted', note: long } }, 'Edit note');
    vi.spyOn(editor, 'glimpse').mockReturnValue(long);
    await act(async () => void press('Done'));
    expect(document.activeElement?.textContent).toBe('Edit note');
  });

  it.each([
    ['Escape', {}],
    ['Enter', { ctrlKey: true }],
    ['Enter', { metaKey: true }],
  ])('is left by %s %j without closing the card', async (key, held) => {
    const { field, close } = await writing();
    const outside = vi.fn();
    document.body.addEventListener('keydown', outside, { once: true });
    await act(async () => void fireEvent.keyDown(field(), { key, isComposing: true, ...held }));
    expect(close).not.toHaveBeenCalled();
    expect(outside).toHaveBeenCalledTimes(1);
    outside.mockClear();
    document.body.addEventListener('keydown', outside, { once: true });
    await act(async () => void fireEvent.keyDown(field(), { key, ...held }));
    expect(close).toHaveBeenCalledTimes(1);
    expect(outside).not.toHaveBeenCalled();
    document.body.removeEventListener('keydown', outside);
  });

  it('stays open with its words while they are not stored, and says why', async () => {
    const { field, store, close } = await writing();
    store.mockRejectedValue(new Error('no disk'));
    await type(field(), 'What I wrote.');
    await act(async () => void press('Done'));
    expect(close).not.toHaveBeenCalled();
    expect(field().value).toBe('What I wrote.');
    expect(screen.getByRole('alert').textContent).toContain('Not saved');
  });

  it('adds a typed tag that was not confirmed yet', async () => {
    const { session } = await writing();
    await act(async () => void fireEvent.input(screen.getByLabelText('Add a tag'), { target: { value: 'asia' } }));
    await act(async () => void press('Done'));
    expect(session.content().tags).toEqual(['asia']);
  });

  it('is opened once, however often the button is pressed', async () => {
    const { on } = watched('person');
    on.openEditor.mockReturnValue(new Promise(() => {}));
    press('Add a note');
    press('Add a note');
    expect(on.openEditor).toHaveBeenCalledTimes(1);
  });

  it('is closed with the card of its name, even if it opens later', async () => {
    const { again, close } = await writing();
    again(STORIES.nested);
    expect(close).toHaveBeenCalledTimes(1);
    const late = watched('deal');
    let opened: (editor: OpenEditor) => void = () => {};
    late.on.openEditor.mockReturnValue(new Promise<OpenEditor>((done) => (opened = done)));
    fireEvent.click(within(late.container as HTMLElement).getByRole('button', { name: 'Add a note' }));
    late.unmount();
    const gone = vi.fn();
    await act(async () => opened({ close: gone } as unknown as OpenEditor));
    expect(gone).toHaveBeenCalledTimes(1);
  });

  it('says where it can be edited when no editor opens', async () => {
    const { on } = watched('person', { canQuote: true });
    on.openEditor.mockResolvedValue(null);
    on.passage.mockResolvedValue(passage);
    await act(async () => void press('Quote the selection'));
    expect((await screen.findByRole('alert')).textContent).toContain('The note editor did not open');
    press('Open it in the library');
    expect(on.openNotes).toHaveBeenCalledWith('abu-mahdi-al-muhandis');
    const session = openSession(async () => ({ update: null, savedAt: null }));
    const editor = {
      session,
      name: 'Muhandis',
      explain: () => 'failed',
      glimpse: () => null,
      close: () => {},
    } as const;
    on.openEditor.mockResolvedValue(editor);
    await act(async () => void press('Quote the selection'));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    await act(async () => void press('Done'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('accepts no key while it is checked who took the focus, and reports nothing yet', async () => {
    const { again, field } = await writing();
    await type(field(), 'What I wrote.');
    again({ lock: 'checking' });
    expect([field().readOnly, field().value]).toEqual([true, 'What I wrote.']);
    expect(screen.queryByRole('alert')).toBeNull();
    again({ lock: 'none' });
    expect(field().readOnly).toBe(false);
  });

  it('reports that the page took the keyboard focus, keeps the words, and offers two ways to continue', async () => {
    const { again, field, on } = await writing();
    await type(field(), 'What I wrote.');
    again({ lock: 'taken' });
    expect([field().readOnly, field().value]).toEqual([true, 'What I wrote.']);
    expect(screen.getByRole('alert').textContent).toContain('The page took the keyboard. What you wrote is kept;');
    expect(screen.getAllByRole('button', { name: 'Write it in its own window' })).toHaveLength(1);
    press('Write it in its own window');
    expect(on.openBeside).toHaveBeenCalledExactlyOnceWith('abu-mahdi-al-muhandis');
    press('Write on');
    expect(on.unlock).toHaveBeenCalledTimes(1);
  });

  it('can be edited in a window of its own from the start, unless the card is in one', async () => {
    const { on, again } = await writing();
    press('Write it in its own window');
    expect(on.openBeside).toHaveBeenCalledExactlyOnceWith('abu-mahdi-al-muhandis');
    again({ mode: 'own-page' });
    expect(screen.queryByRole('button', { name: 'Write it in its own window' })).toBeNull();
  });

  it('is shown in a private window, but cannot be edited', () => {
    const { container } = watched('person', { note: { state: 'private', note: glimpse }, canQuote: true });
    expect(container.querySelector('.note')?.textContent).toContain('Notes are not kept from private windows.');
    expect(container.querySelectorAll('.note button')).toHaveLength(0);
  });

  it('that could not be read shows one sentence and one action', () => {
    const { container } = watched('person', { note: { state: 'failed' } });
    expect(container.querySelector('.note')?.textContent).toBe('Your note could not be read. Open it in the library');
    expect(container.querySelectorAll('.note button')).toHaveLength(1);
  });

  const part = { entity: 'opec-plus', name: 'OPEC Plus', note: glimpse, why: 'joined', asks: [] } as const;

  it('shows its parts above it, each with its origin and an editor of its own', () => {
    const { on, container } = watched('person', { note: { state: 'noted', note: glimpse }, parts: [part] });
    const [other, own] = container.querySelectorAll<HTMLElement>('.note');
    expect(own?.textContent).not.toContain('OPEC Plus');
    expect(other?.textContent).toContain('Noted under “\u2068OPEC Plus\u2069”, before the two became one.');
    fireEvent.click(within(other as HTMLElement).getByRole('button', { name: 'Edit note' }));
    expect(on.openEditor).toHaveBeenCalledWith('opec-plus');
    press('Keep apart');
    expect(on.placeNote).toHaveBeenCalledWith(part, 'opec-plus');
  });

  it('asks whose a part is, and lets the answer be undone', () => {
    const asks = [
      { entity: 'q6', name: 'Left' },
      { entity: 'q7', name: 'Right' },
    ];
    const asking = { ...part, why: 'asks', asks } as const;
    const { on, again } = watched('person', { note: { state: 'none' }, parts: [asking] });
    expect(screen.getByText(/took \u2068Left\u2069 and \u2068Right\u2069 for one\. It belongs to:/)).toBeTruthy();
    press('Right');
    expect(on.placeNote).toHaveBeenCalledWith(asking, 'q7');
    again({ parts: [{ ...part, why: 'placed' }] });
    press('Ask again');
    expect(on.placeNote).toHaveBeenLastCalledWith(expect.objectContaining({ why: 'placed' }), null);
  });

  it('opens no part by itself in a window of its own, and changes none in a private one', () => {
    const { on, again, container } = watched('person', { note: { state: 'none' }, parts: [part], mode: 'own-page' });
    expect(on.openEditor).toHaveBeenCalledTimes(1);
    again({ note: { state: 'private', note: null } });
    expect(container.querySelectorAll('.note-part button')).toHaveLength(0);
  });

  it.each([
    ['apart', 'Kept apart: the note on OPEC stands by itself in the library.'],
    ['placed', 'The note belongs to OPEC now.'],
  ] as const)('reports that it was %s', (what, words) => {
    const { container } = watched('person', { done: { what, name: 'OPEC', form: '' } });
    expect(container.querySelector('.undo')?.textContent).toContain(words);
  });

  it('lists the notes on other entities that mention this one', () => {
    const { on } = watched('person', { namedIn: [{ entity: 'iran', name: 'My Iran' }] });
    press('My Iran');
    expect(on.nested).toHaveBeenCalledWith('iran');
  });
});

describe('the article part', () => {
  it.each([
    ['off', { state: 'off' }, 'Asking Wikipedia is switched off in your settings.', null],
    ['missing', { state: 'missing' }, 'Wikipedia has no article under this name.', null],
    ['offline', { state: 'offline' }, 'You are offline, and the article is not on this device.', 'Try again'],
    ['busy', { state: 'busy', retryAt: 0 }, /^Wikipedia asks for a pause until \d\d:\d\d\.$/, null],
    ['failed', { state: 'failed', reason: 'HTTP 500' }, 'Wikipedia did not answer.', 'Try again'],
  ] as const)('%s shows one sentence and at most one action', (_, article, said, action) => {
    const { container } = watched('place', { article });
    const section = container.querySelector<HTMLElement>('.article');
    expect(section?.querySelector('[role=status]')?.textContent).toMatch(said);
    const buttons = within(section as HTMLElement).queryAllByRole('button');
    expect(buttons.map((button) => button.textContent)).toEqual(action === null ? [] : [action]);
  });

  it('does not mention being off when there is a background', () => {
    const { container } = watched('president');
    expect(container.querySelector('.article')).toBeNull();
  });

  it('is requested once when pressed, says so, keeps the focus, and announces the result', () => {
    const { on, again, container } = watched('person');
    press(/^Ask Wikipedia/);
    expect(on.askArticle).toHaveBeenCalledExactlyOnceWith('abu-mahdi-al-muhandis');
    expect(screen.getByRole('status').textContent).toBe('Asking Wikipedia for the article.');
    expect(screen.queryByRole('button', { name: /^Ask Wikipedia/ })).toBeNull();
    expect(document.activeElement).toBe(container.querySelector('.article'));
    again({ article: STORIES.elect.article });
    expect(screen.getByRole('status').textContent).toBe('The article is here.');
    expect(container.textContent).toContain('Wikipedia, CC BY-SA, read on 22 November 2026');
  });

  it('says that it is being fetched when no press is needed, and announces the result', () => {
    const { again, container } = watched('person', { article: { state: 'fetching', host: 'en.wikipedia.org' } });
    expect(screen.getByRole('status').textContent).toBe('Asking Wikipedia for the article.');
    expect(container.querySelector('.article')?.getAttribute('aria-busy')).toBe('true');
    expect(screen.queryByRole('button', { name: /^Ask Wikipedia/ })).toBeNull();
    again({ article: STORIES.elect.article });
    expect(screen.getByRole('status').textContent).toBe('The article is here.');
  });

  it('can be requested again after another failure', () => {
    const { on, again } = watched('event');
    press('Try again');
    again({ article: { state: 'failed', reason: 'HTTP 500' } });
    press('Try again');
    expect(on.askArticle).toHaveBeenCalledTimes(2);
  });

  it('names a different wiki by its host', () => {
    watched('person', { article: { state: 'ask', host: 'wiki.example.org' } });
    expect(screen.getByRole('button', { name: /^Ask wiki\.example\.org \(sends/ })).toBeTruthy();
  });

  it('shows the date of an article, and says when it may be outdated', () => {
    const { container, again, props } = watched('elect');
    const credit = () => container.querySelector('.credit')?.textContent;
    if (props.article?.state !== 'ready') throw new Error('the story has an article');
    const article = { ...props.article.article, fetchedOn: '2026-09-03' };
    again({ article: { state: 'ready', article: { ...article, stale: false } } });
    expect(credit()).toMatch(/read on 3 September 2026 ·/);
    again({ article: { state: 'ready', article: { ...article, stale: true } } });
    expect(credit()).toMatch(/read on 3 September 2026, may be out of date/);
  });

  it('opens the article through us, and only web addresses', () => {
    const { on, again, props } = watched('elect');
    fireEvent.click(screen.getByRole('link', { name: 'Whole article' }));
    expect(on.openLink).toHaveBeenCalledWith('https://en.wikipedia.org/wiki/Joe_Biden');
    if (props.article?.state !== 'ready') throw new Error('the story has an article');
    again({ article: { state: 'ready', article: { ...props.article.article, url: 'javascript:alert(1)' } } });
    expect(screen.queryByRole('link', { name: 'Whole article' })).toBeNull();
  });
});

describe('the actions', () => {
  it('open the card beside the story, unless it is in a page of ours, and say how if no press can', () => {
    const hover = watched('person');
    press('Beside the story');
    expect(hover.on.besideStory).toHaveBeenCalledExactlyOnceWith('abu-mahdi-al-muhandis');
    hover.again({ waits: { key: 'Alt+Shift+S' } });
    expect(screen.getByText(/^Press Alt\+Shift\+S, or the Backstory button/).getAttribute('role')).toBe('status');
    hover.again({ waits: { key: null } });
    expect(screen.getByText(/^Press the Backstory button/).getAttribute('role')).toBe('status');
    hover.again({ waits: null, mode: 'own-page' });
    expect(screen.queryByText(/^Press/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Beside the story' })).toBeNull();
  });

  it('Pin, Unpin, Close and Back are shown where they make sense', () => {
    const hover = watched('person');
    press('Pin');
    expect(hover.on.pin).toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
    hover.unmount();

    const pinned = watched('pinned');
    press('Unpin');
    press('Close');
    expect(pinned.on.unpin).toHaveBeenCalled();
    expect(pinned.on.close).toHaveBeenCalled();
    pinned.unmount();

    const nested = watched('nested');
    press(/Back to .Donald Trump/);
    expect(nested.on.back).toHaveBeenCalled();
    nested.unmount();

    watched('sheet');
    expect(screen.queryByRole('button', { name: 'Pin' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Close' })).toBeTruthy();
  });

  it('Not this one shows the other candidates with descriptions, and a way out', () => {
    const { on } = watched('person');
    const toggle = screen.getByRole('button', { name: 'Not this one' });
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(toggle);
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    press('Mohandessin Quarter of Giza in Egypt');
    expect(on.choose).toHaveBeenCalledWith('al-mohandessin');
    press('None of these');
    expect(on.refuse).toHaveBeenCalled();
  });

  it('opens the card of the name pressed in a line, unless the stack of cards is full', () => {
    const { view } = STORIES.person;
    const head = {
      ...view.day[0]!,
      property: 'heads' as const,
      side: 'told' as const,
      words: 'prime minister',
      name: 'Ada Morrow',
      other: 'ada-morrow',
    };
    const { on, again, props } = watched('person', { view: { ...view, day: [head] } });
    const item = () => screen.getAllByRole('listitem').find(({ textContent }) => textContent?.startsWith('Prime'));
    expect(item()?.textContent).toMatch(/^Prime minister: Ada Morrow /);
    press('Ada Morrow');
    expect(on.nested).toHaveBeenCalledWith('ada-morrow');
    again({ ...props, canNest: false });
    expect(screen.queryByRole('button', { name: 'Ada Morrow' })).toBeNull();
    expect(item()?.textContent).toMatch(/^Prime minister: Ada Morrow /);
  });

  it('opens one panel at a time', () => {
    const { container } = watched('person');
    press('Why this one');
    expect(container.querySelector('.panel')?.textContent).toBe('“al-Mohandes” is another spelling of “al-Muhandis”.');
    press('Sources');
    expect(container.querySelectorAll('.panel')).toHaveLength(1);
    press('Sources');
    expect(container.querySelector('.panel')).toBeNull();
  });

  it('Sources lists every fact under its source and date', () => {
    const { container, props } = watched('person');
    press('Sources');
    const panel = container.querySelector('.panel')?.textContent ?? '';
    const { day, lastKnown, before, ties, since } = props.view;
    for (const line of [...day, ...lastKnown, ...before, ...since]) expect(panel).toContain(lineWords(text, line));
    for (const tie of ties) expect(panel).toContain(`${tie.name}: ${tieWords(text, tie)}`);
    expect(panel).toContain('Wikidata as of 1 June 2026');
    expect(panel).toContain('Backstory pack as of 14 June 2026');
  });

  it('Mute mutes the entity on show', () => {
    const { on } = watched('person');
    press('Mute');
    expect(on.mute).toHaveBeenCalledWith('abu-mahdi-al-muhandis');
  });

  it.each([
    [{ type: 'only' }, 'Nothing else that Backstory knows is called “X”.'],
    [{ type: 'usual' }, '“X” can mean other things too; in the news it is mostly this.'],
    [{ type: 'spelling', usual: 'Y' }, '“X” is another spelling of “Y”.'],
    [{ type: 'full-name', form: 'X Y' }, 'The story also has the full name “X Y”, and “X” is short for it.'],
    [
      { type: 'company', names: ['Iran', 'Iraq', 'Syria'] },
      'The story also mentions Iran, Iraq and Syria, which “X” has to do with.',
    ],
    [{ type: 'words', words: ['tanks', 'border'] }, 'The story has words that go with this “X”: tanks and border.'],
    [
      { type: 'office', office: 'prime minister' },
      '“prime minister” stands before “X”, and this is who held that office on the day of the story.',
    ],
    [{ type: 'demonym', of: 'Iran' }, '“X” describes what belongs to Iran: its people, its government, its products.'],
    [{ type: 'place', before: 'in' }, '“in” before “X” shows that it is a place.'],
  ] as const)('Why this one gives the reason %o', (evidence, said) => {
    const { container } = watched('person', { link: { form: 'X', evidence, runnersUp: [] } });
    press('Why this one');
    expect(container.querySelector('.panel')?.textContent).toBe(said);
  });
});

describe('names in the card', () => {
  it('open their own card, from ties and from texts', () => {
    const { on } = watched('person');
    press('Quds Force');
    press('Qasem Soleimani');
    expect(on.nested.mock.calls).toEqual([['quds-force'], ['qasem-soleimani']]);
  });

  it('are plain text when no card can be stacked', () => {
    watched('full');
    expect(screen.queryByRole('button', { name: 'Quds Force' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Qasem Soleimani' })).toBeNull();
  });

  it('move the focus to the new heading, since the pressed button is gone', () => {
    const { again } = watched('person');
    press('Quds Force');
    again(STORIES.nested);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Joe Biden' }));
  });

  it('do not move the focus when the card is merely filled or shown for another mention', () => {
    const { again } = watched('person');
    again(STORIES.deal);
    expect(document.activeElement).toBe(document.body);
  });

  it('remain text when their offsets do not fit', () => {
    const mention = (start: number, end: number) => ({ field: 'article' as const, start, end, entity: 'x' });
    expect(toParagraphs('Iran and Iraq', [mention(9, 13), mention(0, 4), mention(2, 6), mention(10, 99)])).toEqual([
      [
        { text: 'Iran', entity: 'x' },
        { text: ' and ', entity: null },
        { text: 'Iraq', entity: 'x' },
      ],
    ]);
    expect(toParagraphs('One.\n\nTwo.', [])).toEqual([
      [{ text: 'One.', entity: null }],
      [{ text: 'Two.', entity: null }],
    ]);
  });
});

describe('the day of the story', () => {
  const field = () => screen.getByLabelText<HTMLInputElement>('Day of the story');

  it('can be set, but not while the field is empty', () => {
    const { on } = watched('event');
    press('Set the day');
    expect(screen.getByText(/^The page does not say on which day/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'As of today' })).toBeNull();
    press('Set');
    expect(on.setDay).not.toHaveBeenCalled();
    fireEvent.input(field(), { target: { value: '2019-12-28' } });
    press('Set');
    expect(on.setDay).toHaveBeenCalledExactlyOnceWith('2019-12-28');
  });

  it('from the page can be corrected, and restored', () => {
    const { on } = watched('person', { days: { day: '2020-11-19', pageDay: '2020-11-20' } });
    press('Day');
    expect(screen.getByText('The page says 20 November 2020. You set 19 November 2020.')).toBeTruthy();
    expect(field().value).toBe('2020-11-19');
    press('As the page says: 20 November 2020');
    expect(on.setDay).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('needs a fully visible press, like everything with a lasting effect', () => {
    watched('person', { days: { day: '2020-11-19', pageDay: null } });
    press('Day');
    for (const name of ['Set', 'As of today'])
      expect(screen.getByRole('button', { name }).hasAttribute('data-costly'), name).toBe(true);
  });

  it('cannot be set when there is no story', () => {
    watched('person', { days: null });
    expect(screen.queryByRole('button', { name: 'Day' })).toBeNull();
  });

  it('is reported as unknown, even if nothing is known as of the day', () => {
    const { view } = STORIES.event;
    watched('event', { view: { ...view, day: [] } });
    expect(screen.getByText('As of today: the day of this story is not known')).toBeTruthy();
  });
});

it.each(NAMES)('axe finds no violation in the story “%s”', async (name) => {
  const { container } = watched(name);
  // Colours and sizes need a layout: those are checked in the browser.
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
