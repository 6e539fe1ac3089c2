// @vitest-environment happy-dom
/** The list of names in the popup. Long because each thing a reader can do with it is one short story over the same list. */
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import {
  ALL,
  arrange,
  glossaryFileName,
  glossaryMarkdown,
  type PopupCalls,
  PopupCard,
  type PopupCardProps,
  type PopupState,
  PopupView,
  UnstoredNotes,
} from '../../../components/glossary';
import type { GlossaryAnswer, NotesDanger } from '../../../lib/messages';
import type { GlossaryEntry } from '../../../lib/page';
import { render, text } from './render';

const entry = (name: string, change: Partial<GlossaryEntry>): GlossaryEntry => ({
  entity: name.toLowerCase().replaceAll(' ', '-'),
  kind: 'person',
  name,
  gloss: '',
  count: 1,
  salience: 0.5,
  order: 0,
  forms: [name],
  ...change,
});
const entries = [
  entry('Qasem Soleimani', { gloss: 'Iranian general', count: 3, salience: 0.9, order: 2 }),
  entry('Kasaï', { kind: 'place', order: 1, salience: 0.1 }),
  entry('Iran nuclear deal', { kind: 'deal', gloss: '2015 agreement', order: 3, salience: 1 }),
  entry('Abu Mahdi al-Muhandis', {
    gloss: 'Iraqi commander',
    order: 4,
    salience: 0.2,
    forms: ['Mohandes', "Kata'ib chief"],
  }),
];
const glossary: GlossaryAnswer = {
  state: 'ready',
  title: 'A *story*',
  day: '2020-11-20',
  pageDay: '2020-11-20',
  entries,
  unknown: [],
  marksHidden: false,
};

const NOBODY_UNKNOWN: Parameters<typeof PopupView>[0]['unknown'] = {
  names: [],
  states: {},
  refresh: [],
  progress: null,
  outcome: null,
  on: { lookUp() {}, cancel() {}, open() {}, openSettings() {} },
};

const NOTHING_SOUGHT: Parameters<typeof PopupView>[0]['world'] = {
  words: '',
  hosts: { wiki: 'en.wikipedia.org', items: 'www.wikidata.org' },
  search: { state: 'idle' },
  opening: null,
  refusal: null,
  on: { search() {}, open() {}, openSettings() {} },
};

const names = (groups: ReturnType<typeof arrange>) => groups.map(({ entries: some }) => some.map(({ name }) => name));

describe('the order of the glossary', () => {
  it('groups by kind, as the story names them', () => {
    expect(names(arrange(entries, ALL))).toEqual([
      ['Kasaï'],
      ['Qasem Soleimani', 'Abu Mahdi al-Muhandis'],
      ['Iran nuclear deal'],
    ]);
  });

  it.each([
    ['mohandes', ['Abu Mahdi al-Muhandis']],
    ['kataib', ['Abu Mahdi al-Muhandis']],
    ['Kata’ib', ['Abu Mahdi al-Muhandis']],
    ['al-muh', ['Abu Mahdi al-Muhandis']],
    ['kasai', ['Kasaï']],
    ['mohandes iraqi', ['Abu Mahdi al-Muhandis']],
    ['chief mohandes', ['Abu Mahdi al-Muhandis']],
    ['xyz', []],
  ])('finds by the story’s own words: %s', (typed, expected) => {
    expect(names(arrange(entries, { ...ALL, text: typed })).flat()).toEqual(expected);
  });

  it('sorts by importance', () => {
    expect(names(arrange(entries, { ...ALL, sort: 'importance' }))[0]).toEqual(['Iran nuclear deal']);
  });

  it.each([
    ['kasai', ['Kasaï']],
    ['GENERAL iran', ['Qasem Soleimani']],
    ['  ', ['Kasaï', 'Qasem Soleimani', 'Abu Mahdi al-Muhandis', 'Iran nuclear deal']],
    ['nobody', []],
  ])('finds %j', (sought, found) => {
    expect(names(arrange(entries, { ...ALL, text: sought })).flat()).toEqual(found);
  });
});

describe('the exported glossary', () => {
  it('is Markdown in which no name can do anything', () => {
    const hostile = entry('[x](javascript:y) <b>', { gloss: 'line\nbreak # no', order: 0 });
    const markdown = glossaryMarkdown({ ...glossary, entries: [hostile, ...entries] }, text);
    expect(markdown).toContain('# Names in “A \\*story\\*”');
    expect(markdown).toContain('Story of 20 November 2020.');
    expect(markdown).toContain('- **\\[x\\](javascript:y) \\<b\\>**: line break \\# no');
    expect(markdown).toContain('## Deals and treaties\n\n- **Iran nuclear deal**: 2015 agreement');
    expect(markdown.endsWith('\n')).toBe(true);
  });

  it('has a name that every file system takes', () => {
    expect(glossaryFileName({ ...glossary, title: 'Iran: "a/b\\c"?' })).toBe('backstory-2020-11-20-iran-a-b-c.md');
    expect(glossaryFileName({ ...glossary, title: '', day: null })).toBe('backstory.md');
    expect(glossaryFileName({ ...glossary, title: 'x'.repeat(500) }).length).toBeLessThan(100);
  });
});

type Found = Parameters<typeof PopupView>[0]['found'];

function show(state: PopupState, change: { marksHidden?: boolean; danger?: NotesDanger; found?: Found } = {}) {
  const on = {
    switchSite: vi.fn(),
    grant: vi.fn(),
    once: vi.fn(),
    reload: vi.fn(),
    retry: vi.fn(),
    readAnyway: vi.fn(),
    readAgain: vi.fn(),
    reveal: vi.fn(),
    openCard: vi.fn(),
    setDay: vi.fn(),
    hideMarks: vi.fn(),
    exportGlossary: vi.fn(),
    openLibrary: vi.fn(),
    seek: vi.fn(),
    seekInLibrary: vi.fn(),
  } satisfies PopupCalls;
  const result = render(
    <PopupView
      state={state}
      marksHidden={false}
      word={null}
      danger={{ state: 'none' }}
      found={null}
      begin={null}
      world={NOTHING_SOUGHT}
      unknown={NOBODY_UNKNOWN}
      {...change}
      on={on}
    />,
  );
  return { ...result, on };
}
const press = (name: string | RegExp, role = 'button') => fireEvent.click(screen.getByRole(role, { name }));

describe('the day in the popup', () => {
  it('is told, and set instead', () => {
    const { on } = show({ at: 'reading', glossary });
    expect(screen.getByText(/^Cards as of 20 November 2020/)).toBeTruthy();
    press('Change');
    fireEvent.input(screen.getByLabelText('Day of the story'), { target: { value: '2020-11-19' } });
    press('Set');
    expect(on.setDay).toHaveBeenCalledExactlyOnceWith('2020-11-19');
    expect(screen.queryByLabelText('Day of the story')).toBeNull();
  });

  it('is not known, and says so', () => {
    const { on } = show({ at: 'reading', glossary: { ...glossary, day: '2020-01-01', pageDay: null } });
    press('Change');
    press('As of today');
    expect(on.setDay).toHaveBeenCalledExactlyOnceWith(null);
    cleanup();
    show({ at: 'reading', glossary: { ...glossary, day: null, pageDay: null } });
    expect(screen.getByText(/^The day of this story is not known: cards are as of today/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Set the day' })).toBeTruthy();
  });
});

describe('the popup', () => {
  it('lists every name with a way to its card', () => {
    const { on } = show({ at: 'reading', glossary });
    expect(screen.getByText('4 names')).toBeTruthy();
    const people = screen.getByRole('list', { name: 'People' });
    expect(within(people).getAllByRole('listitem')).toHaveLength(2);
    press(/Qasem Soleimani\s+named 3 times/);
    expect(on.reveal).toHaveBeenCalledWith('qasem-soleimani');
  });

  it.each([
    [{ state: 'emptied', notes: 40 }, 'The browser has lost 40 notes.', 'Restore'],
    [
      { state: 'no-copy', notes: 20 },
      '20 notes, as they are now, have no copy elsewhere that Backstory knows of.',
      'Back up',
    ],
  ] as const)('says in one line that notes are in danger (%j), on whatever page', (danger, line, button) => {
    const { on } = show({ at: 'closed', why: 'pdf' }, { danger });
    expect(screen.getByText(line, { exact: false })).toBeTruthy();
    press(button);
    expect(on.openLibrary).toHaveBeenCalledWith('backup');
  });

  it('says in one line that the reader has not said where notes may go, and leads there', () => {
    const { on } = show({ at: 'closed', why: 'pdf' }, { danger: { state: 'undecided' } });
    expect(screen.getByText(/nothing leaves it before you say so/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Choose' }));
    expect(on.openLibrary).toHaveBeenCalledWith('sync');
  });

  it('says on which names there is a note', () => {
    const [first, ...rest] = glossary.entries;
    if (!first) throw new Error('no entries');
    show({ at: 'reading', glossary: { ...glossary, entries: [{ ...first, noted: true }, ...rest] } });
    const words = screen.getAllByText('your note');
    expect(words.map((word) => word.closest('button')?.textContent?.startsWith(first.name))).toEqual([true]);
  });

  it('filters by text and kind, and offers the way back', () => {
    show({ at: 'reading', glossary });
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'deal' } });
    expect(screen.queryByText('Qasem Soleimani')).toBeNull();
    fireEvent.change(screen.getByRole('combobox', { name: 'Kind' }), { target: { value: 'person' } });
    expect(screen.getByText('No name matches the filter.')).toBeTruthy();
    press('Clear the filter');
    expect(screen.getByText('Qasem Soleimani')).toBeTruthy();
  });

  it('is walked by arrow keys from the filter to the last name, where they stop', () => {
    show({ at: 'reading', glossary });
    const filter = screen.getByRole('searchbox');
    filter.focus();
    const down = () => fireEvent.keyDown(document.activeElement ?? filter, { key: 'ArrowDown' });
    down();
    expect(document.activeElement?.textContent).toContain('Kasaï');
    for (let i = 0; i < 9; i += 1) down();
    expect(document.activeElement?.textContent).toContain('Iran nuclear deal');
    fireEvent.keyDown(document.activeElement ?? filter, { key: 'ArrowUp' });
    expect(document.activeElement?.textContent).toContain('Abu Mahdi');
  });

  it('offers the card of each name beside it, and goes on to the next name from there', () => {
    const { on } = show({ at: 'reading', glossary });
    const card = screen.getByRole('button', { name: 'Card of Qasem Soleimani' });
    fireEvent.click(card);
    expect(on.openCard.mock.calls).toEqual([['qasem-soleimani']]);
    expect(on.reveal).not.toHaveBeenCalled();
    card.focus();
    fireEvent.keyDown(card, { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toContain('Abu Mahdi');
    card.focus();
    fireEvent.keyDown(card, { key: 'ArrowUp' });
    expect(document.activeElement?.textContent).toContain('Kasaï');
  });

  it('shows below what else the packs have under the same words, and leads to their cards', () => {
    const other = (at: number, entity = `other-${at}`) =>
      ({ entity, kind: 'group', name: `Forces ${at}`, qualifier: 'Iraq', gloss: 'Armed' }) as const;
    const known = { ...other(0), entity: 'qasem-soleimani' };
    const found = { total: 99, found: [known, ...[1, 2, 3, 4, 5, 6, 7].map((at) => other(at))] };
    const { on, container } = show({ at: 'reading', glossary }, { found });
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'f' } });
    expect(on.seek).toHaveBeenLastCalledWith('f');
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '' } });
    const packs = within(container.querySelector('.glossary-packs') as HTMLElement);
    expect(packs.getByRole('heading').textContent).toBe('In Backstory’s knowledge');
    expect(packs.getByRole('status').textContent).toBe('In Backstory’s knowledge: 99 found.');
    // What the story has is not shown twice.
    expect(packs.getAllByRole('listitem').map((one) => one.textContent)).toEqual(
      [1, 2, 3, 4, 5].map((at) => `Forces ${at}Group · IraqArmed`),
    );
    press(/^Forces 2/);
    expect(on.openCard).toHaveBeenCalledExactlyOnceWith('other-2');
    press('More in the library');
    expect(on.seekInLibrary).toHaveBeenCalledOnce();
  });

  it('says when the packs have nothing else, and nothing of packs that cannot be read', () => {
    const { container } = show({ at: 'reading', glossary }, { found: { total: 0, found: [] } });
    expect(container.querySelector('.glossary-packs')?.textContent).toBe(
      'In Backstory’s knowledgeNothing else is called so.',
    );
    cleanup();
    for (const found of [null, 'unavailable'] as const) {
      const { container: none } = show({ at: 'reading', glossary }, { found });
      expect(none.querySelector('.glossary-packs')).toBeNull();
      cleanup();
    }
  });

  it('walks on by arrow keys from the names of the story to those of the packs', () => {
    const found = {
      total: 1,
      found: [{ entity: 'pmf', kind: 'group', name: 'Forces', qualifier: '', gloss: '' } as const],
    };
    show({ at: 'reading', glossary }, { found });
    const all = screen.getAllByRole('button', { name: /^(Kasaï|Qasem|Abu|Iran n|Forces)/ });
    all.at(-2)?.focus();
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toMatch(/^Forces/);
  });

  it('switches the site and the marks', () => {
    const { on } = show({ at: 'reading', glossary });
    press('On for this site', 'switch');
    expect(on.switchSite).toHaveBeenCalledWith(false);
    press('Hide marks', 'switch');
    expect(on.hideMarks).toHaveBeenCalledWith(true);
    press('Export');
    expect(on.exportGlossary).toHaveBeenCalledWith(glossary);
  });

  const states: [name: string, state: PopupState, sentence: RegExp, actions: string[]][] = [
    ['loading', { at: 'loading' }, /Looking/, []],
    ['a browser page', { at: 'closed', why: 'browser-page' }, /lets no extension/, []],
    ['a PDF', { at: 'closed', why: 'pdf' }, /PDF/, []],
    [
      'not allowed',
      { at: 'not-allowed', site: 'a.org', incognito: false, why: 'not-asked' },
      /may not read/,
      ['Always read a.org', 'Just this once'],
    ],
    [
      'not allowed any more',
      { at: 'not-allowed', site: 'a.org', incognito: false, why: 'taken-back' },
      /browser does not let Backstory read a\.org any more/,
      ['Always read a.org', 'Just this once'],
    ],
    [
      'granted for something else',
      { at: 'not-allowed', site: 'a.org', incognito: false, why: 'not-chosen' },
      /a\.org is not on the list/,
      ['Always read a.org', 'Just this once'],
    ],
    [
      'private',
      { at: 'not-allowed', site: 'a.org', incognito: true, why: 'not-asked' },
      /keeps nothing/,
      ['Just this once'],
    ],
    ['off', { at: 'off', site: 'a.org' }, /switched off for a\.org/, []],
    ['reload', { at: 'reload' }, /Reload this page/, ['Reload']],
    ['no pack', { at: 'pack-broken' }, /pack cannot be opened/, ['Open the library']],
    ['failed', { at: 'failed' }, /could not read/, ['Try again']],
    [
      'no article',
      { at: 'reading', glossary: { ...glossary, state: 'not-an-article', entries: [] } },
      /not read like/,
      ['Read it anyway'],
    ],
    ['off limits', { at: 'reading', glossary: { ...glossary, state: 'off-limits', entries: [] } }, /never reads/, []],
    [
      'not looked up',
      { at: 'reading', glossary: { ...glossary, state: 'failed', code: 'failed', entries: [] } },
      /^The names of this story could not/,
      ['Try again'],
    ],
    [
      'a pack that breaks while it is read',
      { at: 'reading', glossary: { ...glossary, state: 'failed', code: 'pack-damaged', entries: [] } },
      /pack could not be read/,
      ['Try again'],
    ],
    ['nothing', { at: 'reading', glossary: { ...glossary, entries: [] } }, /No names/, []],
    ['scanning', { at: 'reading', glossary: { ...glossary, state: 'scanning', entries: [] } }, /Still reading/, []],
  ];
  it.each(states)('says in one sentence: %s', async (_name, state, sentence, actions) => {
    const { container } = show(state);
    expect(screen.getByRole('status').textContent).toMatch(sentence);
    const buttons = [...container.querySelectorAll('main button')].map((button) => button.textContent);
    expect(buttons).toEqual(actions);
  });

  it('has a page read that does not look like a story, and one whose scan failed once more', () => {
    const first = show({ at: 'reading', glossary: { ...glossary, state: 'not-an-article', entries: [] } });
    press('Read it anyway');
    expect(first.on.readAnyway).toHaveBeenCalledTimes(1);
    first.unmount();
    const { on } = show({ at: 'reading', glossary: { ...glossary, state: 'failed', code: 'no-receiver' } });
    expect(screen.getByRole('status').textContent).toMatch(/^Some names/);
    expect(screen.getByText('Kasaï')).toBeTruthy();
    press('Try again');
    expect(on.readAgain).toHaveBeenCalledTimes(1);
    expect(on.readAnyway).not.toHaveBeenCalled();
  });

  it('gives an assistive tool nothing to complain of', async () => {
    const found = {
      total: 9,
      found: [{ entity: 'pmf', kind: 'group', name: 'Forces', qualifier: 'Iraq', gloss: 'x' } as const],
    };
    const { container } = show({ at: 'reading', glossary }, { found });
    // Colours need a real browser.
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('a card in the popup', () => {
  function showCard(change: Partial<PopupCardProps> = {}) {
    const on = { onBack: vi.fn(), onLibrary: vi.fn(), onRetry: vi.fn() };
    const props: PopupCardProps = {
      state: 'there',
      insteadOfPage: false,
      askInCards: null,
      children: <p>the card</p>,
      ...on,
      ...change,
    };
    return { ...render(<PopupCard {...props} />), on };
  }
  const buttons = () => screen.getAllByRole('button').map((one) => one.textContent);

  it('leads back to all names and on to the library, where there are such', () => {
    const first = showCard();
    expect(screen.getByText('the card')).toBeTruthy();
    press(/All names$/);
    press('Open in the library');
    expect([first.on.onBack.mock.calls.length, first.on.onLibrary.mock.calls.length]).toEqual([1, 1]);
    first.unmount();
    showCard({ onBack: null, onLibrary: null });
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('says why it stands there instead of in the page, and only then', () => {
    const first = showCard();
    expect(screen.queryByRole('status')).toBeNull();
    first.unmount();
    showCard({ insteadOfPage: true });
    expect(screen.getByRole('status').textContent).toBe('The page could not show this card, so it is here.');
  });

  it('that could not be read can be tried again', () => {
    const { on } = showCard({ state: 'failed' });
    expect(screen.getByText('This card could not be read just now.')).toBeTruthy();
    expect(screen.queryByText('the card')).toBeNull();
    press('Try again');
    expect(on.onRetry).toHaveBeenCalledTimes(1);
    expect(buttons()).toContain('Open in the library');
  });

  it('names the notes whose last words are not stored yet', () => {
    render(<UnstoredNotes names={['Iran', 'Iraq']} />);
    expect(
      screen.getAllByRole('alert').map((one) => /on (\S+) are not stored/.exec(one.textContent ?? '')?.[1]),
    ).toEqual(['Iran', 'Iraq']);
  });

  it('offers to let cards ask', () => {
    const change = vi.fn();
    showCard({ askInCards: { on: false, change } });
    press('Buttons in cards may ask Wikipedia', 'switch');
    expect(change).toHaveBeenCalledWith(true);
  });
});
