// @vitest-environment happy-dom
/** The list of notes, the way back, and the page of one note. Long because they share what a note is shown with. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import type { ComponentProps } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NoteList, NotePageView, UndoLine } from '../../../components/notes';
import type { Note, Version, WholeNote } from '../../../lib/notes';
import { render } from './render';

afterEach(() => vi.useRealTimers());

const note = (change: Partial<WholeNote> = {}): WholeNote => {
  const own = noteRow(change);
  return { today: own.entity, parts: [own], isApart: false, asks: [], ...own, ...change };
};
const noteRow = (change: Partial<Note> = {}): Note => ({
  entity: 'iran',
  name: 'Iran',
  kind: 'place',
  text: 'Asked its allies to keep calm.',
  tags: ['watch'],
  quotes: [],
  createdAt: Date.UTC(2026, 5, 1, 12),
  changedAt: Date.UTC(2026, 5, 2, 12),
  kept: 1,
  deletedAt: null,
  links: [],
  linked: 1,
  digest: 'd',
  ...change,
});
const press = (name: string | RegExp, role = 'button') => fireEvent.click(screen.getByRole(role, { name }));

async function complaints(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

type ListProps = ComponentProps<typeof NoteList>;
function list(change: Partial<ListProps> = {}) {
  const on = { ask: vi.fn(), more: vi.fn(), takeBack: vi.fn() };
  const props: ListProps = {
    query: { words: '', tag: null, order: 'changed', kept: true },
    page: { notes: [note()], total: 1 },
    tags: [['watch', 1]],
    counts: { kept: 1, bin: 0 },
    on,
    ...change,
  };
  return { ...render(<NoteList {...props} />), on };
}

describe('the list of notes', () => {
  it('tells a reader without notes how to write one, and offers no search', () => {
    list({ page: { notes: [], total: 0 }, tags: [], counts: { kept: 0, bin: 0 } });
    expect(screen.getByText(/Rest on a marked name in a story/)).toBeTruthy();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('links to where a note on any name is begun, with the searched words', () => {
    const begin = () => screen.getByRole('link', { name: /begin a note/i }).getAttribute('href');
    const { unmount } = list();
    expect(begin()).toBe('#knowledge');
    unmount();
    const query = { words: ' Oman & Qatar ', tag: null, order: 'changed' } as const;
    const { unmount: go } = list({ query: { ...query, kept: true }, page: { notes: [], total: 0 } });
    expect(begin()).toBe('#knowledge?q=Oman+%26+Qatar');
    go();
    // What was found is what was sought.
    const { unmount: found } = list({ query: { ...query, kept: true } });
    expect(screen.queryByRole('link', { name: /begin a note/i })).toBeNull();
    found();
    list({ query: { ...query, kept: false }, page: { notes: [], total: 0 } });
    expect(screen.queryByRole('link', { name: /begin a note/i })).toBeNull();
  });

  it('shows notes under several keys of one entity as one, and marks open questions', () => {
    const parts = [
      noteRow({ entity: 'q5', text: 'Cuts its output' }),
      noteRow({ entity: 'opec', text: 'Founded in 1960' }),
    ];
    const joined = note({ entity: 'q5', today: 'q5', parts });
    const asking = note({ entity: 'q9', today: 'q9', asks: ['a', 'b'] });
    const late = note({ entity: 'opec-two', today: 'q55' });
    list({ page: { notes: [joined, asking, late], total: 3 } });
    const items = screen.getAllByRole('listitem');
    expect(items[0]?.textContent).toMatch(/Cuts its output\s+Founded in 1960/);
    expect(items.map((item) => item.textContent?.includes('Whose is it?'))).toEqual([false, true, false]);
    const links = items.map((item) => within(item).getByRole('link').getAttribute('href'));
    expect(links).toEqual(['#note/q5', '#note/q9', '#note/q55']);
  });

  it('shows the name, kind, text, tags, quotes and day of each note, and links to it', () => {
    const quote = { id: 'q', text: 'Keep calm', title: 'Story', url: 'https://a.org/1', day: '2026-06-01', at: 1 };
    list({ page: { notes: [note({ quotes: [quote] })], total: 1 } });
    const item = screen.getByRole('listitem');
    for (const words of ['Place', '2 June 2026', 'Asked its allies to keep calm.', 'watch', 'one quote'])
      expect(item.textContent).toContain(words);
    expect(screen.getByRole('link', { name: 'Iran' }).getAttribute('href')).toBe('#note/iran');
  });

  it('searches once when typing has stopped', () => {
    vi.useFakeTimers();
    const { on } = list();
    const box = screen.getByRole('searchbox', { name: 'Search notes' });
    for (const value of ['k', 'ke', 'kee']) {
      fireEvent.input(box, { target: { value } });
      act(() => void vi.advanceTimersByTime(60));
    }
    expect(on.ask).not.toHaveBeenCalled();
    act(() => void vi.advanceTimersByTime(200));
    expect(on.ask.mock.calls).toEqual([[{ words: 'kee' }]]);
  });

  it('keeps what is typed while the list is redrawn', () => {
    const { again, on } = list();
    const box = screen.getByRole('searchbox') as HTMLInputElement;
    fireEvent.input(box, { target: { value: 'kee' } });
    const query = { words: '', tag: null, order: 'changed', kept: true } as const;
    again(<NoteList query={query} page={{ notes: [], total: 0 }} tags={[]} counts={{ kept: 1, bin: 0 }} on={on} />);
    expect((screen.getByRole('searchbox') as HTMLInputElement).value).toBe('kee');
  });

  it('keeps a letter typed just as a search starts, and accepts words from elsewhere', () => {
    vi.useFakeTimers();
    const box = () => screen.getByRole('searchbox') as HTMLInputElement;
    const on = { ask: vi.fn(), more: vi.fn(), takeBack: vi.fn() };
    /** Types when the list is there, before its effects. */
    const Typist = ({ words, typed }: { words: string; typed: string | null }) => {
      useLayoutEffect(() => {
        if (typed !== null) fireEvent.input(box(), { target: { value: typed } });
      }, [typed]);
      const query = { words, tag: null, order: 'changed', kept: true } as const;
      return <NoteList query={query} page={null} tags={[]} counts={{ kept: 1, bin: 0 }} on={on} />;
    };
    const { again } = render(<Typist words="" typed={null} />);
    fireEvent.input(box(), { target: { value: 'k' } });
    act(() => void vi.advanceTimersByTime(200));
    expect(on.ask).toHaveBeenLastCalledWith({ words: 'k' });
    again(<Typist words="k" typed="ke" />);
    expect(box().value).toBe('ke');
    act(() => void vi.advanceTimersByTime(200));
    expect(on.ask).toHaveBeenLastCalledWith({ words: 'ke' });
    again(<Typist words="calm" typed="ke" />);
    expect(box().value).toBe('calm');
  });

  it('filters by a tag and removes the filter, and changes the order', () => {
    const { on, again } = list();
    press(/^watch/);
    expect(on.ask).toHaveBeenLastCalledWith({ tag: 'watch' });
    const query = { words: '', tag: 'watch', order: 'changed', kept: true } as const;
    again(
      <NoteList
        query={query}
        page={{ notes: [], total: 0 }}
        tags={[['watch', 1]]}
        counts={{ kept: 1, bin: 0 }}
        on={on}
      />,
    );
    expect(screen.getByRole('button', { name: /^watch/ }).getAttribute('aria-pressed')).toBe('true');
    press(/^watch/);
    expect(on.ask).toHaveBeenLastCalledWith({ tag: null });
    fireEvent.change(screen.getByRole('combobox', { name: 'Order' }), { target: { value: 'name' } });
    expect(on.ask).toHaveBeenLastCalledWith({ order: 'name' });
  });

  it('offers many tags as a list to choose from', () => {
    const tags = Array.from({ length: 40 }, (_, index) => [`tag${index}`, 40 - index] as const);
    const { on } = list({ tags });
    fireEvent.change(screen.getByRole('combobox', { name: 'Tag' }), { target: { value: 'tag7' } });
    expect(on.ask).toHaveBeenCalledWith({ tag: 'tag7' });
  });

  it('shows how many were found, only for a search', () => {
    list({ query: { words: 'calm', tag: null, order: 'changed', kept: true } });
    expect(screen.getByRole('status').textContent).toBe('One note found.');
  });

  it('offers more only if there is more', () => {
    const { on } = list({ page: { notes: [note()], total: 120 } });
    press('Show more (119 left)');
    expect(on.more).toHaveBeenCalledTimes(1);
  });

  it('keeps deleted notes in a bin, from which they can be restored', () => {
    const binned = note({ kept: 0, deletedAt: Date.UTC(2026, 5, 9, 12) });
    const { on } = list({
      query: { words: '', tag: null, order: 'changed', kept: false },
      page: { notes: [binned], total: 1 },
      counts: { kept: 0, bin: 1 },
    });
    expect(screen.getByRole('heading', { name: 'Bin' })).toBeTruthy();
    expect(screen.getByText('9 June 2026')).toBeTruthy();
    press('Take out of the bin: Iran');
    expect(on.takeBack).toHaveBeenCalledWith(binned);
  });

  it('links to the bin when it is not empty', () => {
    list({ counts: { kept: 1, bin: 2 } });
    expect(screen.getByRole('link', { name: 'Bin (2 notes)' }).getAttribute('href')).toBe('#bin');
  });

  it('reports when notes cannot be read', () => {
    list({ page: 'unavailable' });
    expect(screen.getByText(/^This could not be read just now: reload the page/)).toBeTruthy();
  });

  it('has no accessibility violations', async () => {
    const { container } = list({ undo: <UndoLine line="The note is in the bin." turn={1} onUndo={() => {}} /> });
    expect(await complaints(container)).toEqual([]);
  });
});

describe('the undo button', () => {
  it('has the focus, since what was pressed is gone', () => {
    const undo = vi.fn();
    render(<UndoLine line="The note on Iran is in the bin." turn={1} onUndo={undo} />);
    const button = screen.getByRole('button', { name: 'Undo' });
    expect(document.activeElement).toBe(button);
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'The note on Iran is in the bin.',
    );
    fireEvent.click(button);
    expect(undo).toHaveBeenCalledTimes(1);
  });

  it('takes the focus again for a second action with the same words, and passes it to the title when it is gone', () => {
    const { again } = list({ undo: <UndoLine line="The quote was removed." turn={1} onUndo={() => {}} /> });
    const props = { page: null, tags: [], counts: null, on: { ask: vi.fn(), more: vi.fn(), takeBack: vi.fn() } };
    const query = { words: '', tag: null, order: 'changed', kept: true } as const;
    screen.getByRole('searchbox').focus();
    const undo = <UndoLine line="The quote was removed." turn={2} onUndo={() => {}} />;
    again(<NoteList query={query} {...props} undo={undo} />);
    expect(document.activeElement?.textContent).toBe('Undo');
    press('Undo');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Notes' }));
  });
});

const version = (change: Partial<Version> = {}): Version => ({
  id: 7,
  entity: 'iran',
  at: Date.UTC(2026, 5, 1, 12),
  text: 'An older text',
  tags: [],
  endedBy: 'merge',
  ...change,
});

type PageProps = ComponentProps<typeof NotePageView>;
function page(change: Partial<PageProps> = {}) {
  const on = {
    addTag: vi.fn(),
    removeTag: vi.fn(),
    removeQuote: vi.fn(),
    remove: vi.fn(),
    takeBack: vi.fn(),
    restore: vi.fn(),
    place: vi.fn(),
    keepHistory: vi.fn(),
    openPast: vi.fn(),
  };
  const props: PageProps = {
    note: note(),
    begin: null,
    editorOf: (entity) => <textarea aria-label="Your note" data-of={entity} />,
    apart: [],
    who: '',
    nameOf: (entity) => `Name of ${entity}`,
    knownTags: ['watch', 'oil'],
    namedIn: [],
    history: false,
    sightings: [],
    versions: null,
    removed: null,
    on,
    ...change,
  };
  return { ...render(<NotePageView {...props} />), on };
}

describe('the page of a note', () => {
  it('reports when there is no note on the name', () => {
    page({ note: 'none' });
    expect(screen.getByText(/no note on this name/)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('has the field, the way back to all, and a deletion without confirmation', () => {
    const { on } = page();
    expect(screen.getByRole('heading', { name: 'Iran', level: 2 })).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'Your note' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'All notes' }).getAttribute('href')).toBe('#notes');
    press('Delete this note');
    expect(on.remove).toHaveBeenCalledTimes(1);
  });

  it('adds tags, several at once, and removes them', () => {
    const { on } = page();
    const field = screen.getByRole('combobox', { name: 'Add a tag' });
    fireEvent.input(field, { target: { value: ' oil, , sanctions ' } });
    fireEvent.submit(field.closest('form') as HTMLFormElement);
    expect(on.addTag.mock.calls.flat()).toEqual(['oil', 'sanctions']);
    press('Remove the tag watch');
    expect(on.removeTag).toHaveBeenCalledWith('watch');
  });

  it('shows quotes with their story, and links only web addresses', () => {
    const base = { text: 'Keep calm', title: 'Iran asks its allies', day: '2020-11-20', at: 1 };
    const good = { ...base, id: 'a', url: 'https://news.org/1' };
    const bad = { ...base, id: 'b', title: 'From a file', url: 'javascript:alert(1)' };
    const { on } = page({ note: note({ quotes: [good, bad] }) });
    const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links).toContain('https://news.org/1');
    expect(links.join()).not.toContain('javascript');
    expect(screen.getByText('From a file')).toBeTruthy();
    expect(screen.getAllByText('20 November 2020')).toHaveLength(2);
    fireEvent.click(screen.getAllByRole('button', { name: 'Remove the quote “Keep calm”' })[1] as HTMLElement);
    expect(on.removeQuote).toHaveBeenCalledWith(bad);
  });

  it('shows each part of a note separately, and can separate one', () => {
    const parts = [
      noteRow({ entity: 'q5', name: 'OPEC' }),
      noteRow({ entity: 'opec-plus', name: 'OPEC Plus' }),
      noteRow({ entity: 'opec', name: 'OPEC' }),
      noteRow({ entity: 'q1', name: 'Other', place: 'q5' }),
    ];
    const { on } = page({ note: note({ ...parts[0], today: 'q5', parts }) });
    const fields = screen.getAllByRole('textbox', { name: 'Your note' });
    expect(fields.map((field) => field.dataset.of)).toEqual(['q5', 'opec-plus', 'opec', 'q1']);
    expect(screen.getByText(/Noted under “\u2068OPEC Plus\u2069”, before/)).toBeTruthy();
    expect(screen.getByText(/Noted apart under the same name/)).toBeTruthy();
    fireEvent.click(screen.getAllByRole('button', { name: 'Keep apart' })[0] as HTMLElement);
    expect(on.place).toHaveBeenLastCalledWith('opec-plus', 'opec-plus');
    press('Ask again');
    expect(on.place).toHaveBeenLastCalledWith('q1', null);
  });

  it('asks whose a note is if its key was split', () => {
    const { on } = page({ note: note({ entity: 'q5', today: 'q5', asks: ['q6', 'q7'] }) });
    expect(
      screen.getByText(/when Backstory took \u2068Name of q6\u2069 and \u2068Name of q7\u2069 for one/),
    ).toBeTruthy();
    press('Name of q7');
    expect(on.place).toHaveBeenCalledWith('q5', 'q7');
  });

  it('joins again what was separated, from either side', () => {
    const apart = noteRow({ entity: 'opec-plus', name: 'OPEC Plus', place: 'opec-plus' });
    const { on } = page({ apart: [apart] });
    expect(screen.getByRole('link', { name: 'OPEC Plus' }).getAttribute('href')).toBe('#note/opec-plus');
    press('Put together again');
    expect(on.place).toHaveBeenLastCalledWith('opec-plus', null);
    document.body.replaceChildren();
    const other = page({ note: note({ ...apart, parts: [apart], isApart: true }) });
    expect(screen.getByText(/You keep this note apart/)).toBeTruthy();
    press('Put together again');
    expect(other.on.place).toHaveBeenLastCalledWith('opec-plus', null);
  });

  it('does not mention keys when there is one note, whatever its key was', () => {
    for (const own of [noteRow({ entity: 'opec' }), noteRow({ entity: 'q5', place: 'q5' })]) {
      const { container } = page({ note: note({ ...own, today: 'q5', parts: [own] }) });
      expect(container.querySelector('.note-origin')).toBeNull();
    }
  });

  it('says whom it is about, if a pack knows', () => {
    page({ who: 'Country in western Asia' });
    expect(screen.getByText('Country in western Asia')).toBeTruthy();
    page({ who: '' });
    expect(document.querySelectorAll('.note-who')).toHaveLength(1);
  });

  it('lists the notes that mention it', () => {
    page({ namedIn: [note({ entity: 'jcpoa', name: 'Iran nuclear deal' })] });
    expect(screen.getByRole('link', { name: 'Iran nuclear deal' }).getAttribute('href')).toBe('#note/jcpoa');
  });

  it('shows stories only while history is on, and says what it stores', () => {
    const sightings = [{ url: 'https://news.org/1', title: 'A story', day: '2026-06-01', at: 1 }];
    const { on, again } = page({ sightings });
    expect(screen.queryByText('A story')).toBeNull();
    expect(screen.getByText(/on this device alone/)).toBeTruthy();
    press('Remember what I meet', 'switch');
    expect(on.keepHistory).toHaveBeenCalledWith(true);
    again(
      <NotePageView
        note={note()}
        begin={null}
        editorOf={() => null}
        who=""
        apart={[]}
        nameOf={(entity) => entity}
        knownTags={[]}
        namedIn={[]}
        history={true}
        sightings={sightings}
        versions={null}
        removed={null}
        on={on}
      />,
    );
    expect(screen.getByRole('link', { name: 'A story' })).toBeTruthy();
  });

  it('reads versions on request, and restores those that differ from the present', () => {
    const same = version({ id: 8, text: note().text, endedBy: 'edit' });
    const { on, container } = page({ versions: [version(), same], removed: ['a passage'] });
    const past = container.querySelector('details') as HTMLDetailsElement;
    past.open = true;
    fireEvent(past, new Event('toggle'));
    const lines = within(past).getAllByRole('listitem');
    expect(lines[0]?.textContent).toMatch(/change came from another device.*An older text/);
    expect(lines[1]?.textContent).toContain('The same as now');
    expect(within(past).getByText('a passage')).toBeTruthy();
    fireEvent.click(within(past).getByRole('button', { name: /^Restore the text of 1 June 2026/ }));
    expect(on.restore).toHaveBeenCalledWith(version());
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Iran' }));
    expect(within(past).getAllByRole('button')).toHaveLength(1);
  });

  it('requests the history only when it is opened', async () => {
    const { on, container } = page();
    expect(on.openPast).not.toHaveBeenCalled();
    (container.querySelector('details') as HTMLDetailsElement).open = true;
    await waitFor(() => expect(on.openPast).toHaveBeenCalled());
  });

  it('allows no change to a note in the bin until it is restored', () => {
    const { on } = page({ note: note({ kept: 0, deletedAt: 5 }), versions: [version()] });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: /Delete|Remove|Restore/ })).toBeNull();
    expect(screen.getByText('Asked its allies to keep calm.')).toBeTruthy();
    press('Take out of the bin');
    expect(on.takeBack).toHaveBeenCalledTimes(1);
    expect(document.activeElement?.textContent).toBe('Iran');
  });

  it('has no accessibility violations', async () => {
    const { container } = page({ versions: [version()], removed: ['x'], namedIn: [note({ entity: 'b' })] });
    expect(await complaints(container)).toEqual([]);
  });
});
