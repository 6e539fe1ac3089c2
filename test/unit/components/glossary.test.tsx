// @vitest-environment happy-dom
/** The list of names in the popup. Long because each thing a reader can do with it is one short story over the same list. */
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import {
  type PopupCalls,
  PopupCard,
  type PopupCardProps,
  type PopupState,
  PopupView,
  UnstoredNotes,
} from '../../../components/glossary';
import type { NameSenses } from '../../../lib/knowledge';
import type { GlossaryAnswer, NotesDanger } from '../../../lib/messages';
import type { GlossaryEntry } from '../../../lib/page';
import { render } from './render';

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
  on: { lookUp() {}, cancel() {}, open() {}, note() {}, openSettings() {} },
};

const NOTHING_SOUGHT: Parameters<typeof PopupView>[0]['world'] = {
  words: '',
  hosts: { wiki: 'en.wikipedia.org', items: 'www.wikidata.org' },
  search: { state: 'idle' },
  opening: null,
  refusal: null,
  on: { search() {}, open() {}, openSettings() {} },
};

type Found = Parameters<typeof PopupView>[0]['found'];

interface Change {
  marksHidden?: boolean;
  danger?: NotesDanger;
  found?: Found;
  senses?: NameSenses;
  notesMayGo?: boolean;
  takesFocus?: boolean;
  keys?: Parameters<typeof PopupView>[0]['keys'];
}
const COUNTRY = { gloss: '', isCountry: true, lines: [] };

function show(state: PopupState, change: Change = {}) {
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
    openNote: vi.fn(),
    noteOn: vi.fn(),
    know: vi.fn(),
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
      takesFocus={true}
      senses={{}}
      notesMayGo={true}
      world={NOTHING_SOUGHT}
      unknown={NOBODY_UNKNOWN}
      keys={{ lines: [], change: null }}
      {...change}
      on={on}
    />,
  );
  return { ...result, on };
}
const press = (name: string | RegExp, role = 'button') => fireEvent.click(screen.getByRole(role, { name }));

describe('the day of the story in the popup', () => {
  it('is shown and can be changed', () => {
    const { on } = show({ at: 'reading', glossary });
    expect(screen.getByText(/^Cards as of 20 November 2020/)).toBeTruthy();
    press('Change');
    fireEvent.input(screen.getByLabelText('Day of the story'), { target: { value: '2020-11-19' } });
    press('Set');
    expect(on.setDay).toHaveBeenCalledExactlyOnceWith('2020-11-19');
    expect(screen.queryByLabelText('Day of the story')).toBeNull();
  });

  it('is reported as unknown', () => {
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

describe('the list in the popup', () => {
  it('has every name with a way to its card', () => {
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
  ] as const)('reports in one line that notes are in danger (%j), on any page', (danger, line, button) => {
    const { on } = show({ at: 'closed', why: 'pdf' }, { danger });
    expect(screen.getByText(line, { exact: false })).toBeTruthy();
    press(button);
    expect(on.openLibrary).toHaveBeenCalledWith('backup');
  });

  it('reports in one line that the reader has not chosen where notes may go, and links there', () => {
    const { on } = show({ at: 'closed', why: 'pdf' }, { danger: { state: 'undecided' } });
    expect(screen.getByText(/nothing leaves it before you say so/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Choose' }));
    expect(on.openLibrary).toHaveBeenCalledWith('sync');
  });

  it('shows which names have a note', () => {
    const [first, ...rest] = glossary.entries;
    if (!first) throw new Error('no entries');
    show({ at: 'reading', glossary: { ...glossary, entries: [{ ...first, noted: true }, ...rest] } });
    const words = screen.getAllByText('your note');
    expect(words.map((word) => word.closest('button')?.textContent?.startsWith(first.name))).toEqual([true]);
  });

  it('can be filtered by text, and offers the way back', () => {
    show({ at: 'reading', glossary });
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'deal' } });
    expect(screen.queryByText('Qasem Soleimani')).toBeNull();
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'deal of nobody' } });
    expect(screen.getByText('No name matches the filter.')).toBeTruthy();
    press('Clear the filter');
    expect(screen.getByText('Qasem Soleimani')).toBeTruthy();
  });

  it('is sorted by importance if the reader wants it', () => {
    show({ at: 'reading', glossary });
    const people = () => within(screen.getByRole('list', { name: 'People' })).getAllByRole('listitem');
    expect(people()[0]?.textContent).toContain('Qasem');
    fireEvent.change(screen.getByRole('combobox', { name: 'Order' }), { target: { value: 'importance' } });
    expect(people()[0]?.textContent).toContain('Qasem');
    const entries = glossary.entries.map((one) => ({ ...one, salience: 1 - one.salience }));
    cleanup();
    show({ at: 'reading', glossary: { ...glossary, entries } });
    fireEvent.change(screen.getByRole('combobox', { name: 'Order' }), { target: { value: 'importance' } });
    expect(people()[0]?.textContent).toContain('Abu Mahdi');
  });

  it('shows by which words of the story a name was found if the name itself does not show it', () => {
    show({ at: 'reading', glossary });
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'mohand' } });
    expect(screen.getByText('“Mohandes” in the story')).toBeTruthy();
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'mahdi' } });
    expect(screen.queryByText(/” in the story$/)).toBeNull();
  });

  it('folds countries away under their names, and opens them for a search', () => {
    const { container } = show({ at: 'reading', glossary }, { senses: { kasaï: COUNTRY } });
    expect(container.querySelector('details:not([open]) > summary')?.textContent).toBe('CountriesKasaï');
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'kasai' } });
    expect(container.querySelector('details')).toBeNull();
    expect(within(screen.getByRole('list', { name: 'Countries' })).getByText('Kasaï')).toBeTruthy();
  });
});

describe('a name that the reader knows', () => {
  it('is marked as known', () => {
    const { on } = show({ at: 'reading', glossary });
    fireEvent.click(screen.getByRole('button', { name: 'I know this: Kasaï' }));
    expect(on.know.mock.calls).toEqual([['kasaï', true]]);
  });

  it('is dimmed in a folded section, where this can be undone; a whole kind cannot', () => {
    const [first, second] = glossary.entries;
    const senses = {
      [first!.entity]: { ...COUNTRY, isCountry: false, known: 'itself' },
      [second!.entity]: { ...COUNTRY, known: 'kind' },
    } as const;
    const { container, on } = show({ at: 'reading', glossary }, { senses });
    const fold = container.querySelector<HTMLElement>('details:not([open])')!;
    expect(fold.querySelector('summary')?.textContent).toContain('What you know');
    expect(fold.querySelectorAll('li.glossary-known')).toHaveLength(2);
    expect(container.querySelectorAll('li.glossary-known')).toHaveLength(2);
    const again = [...fold.querySelectorAll<HTMLElement>('[aria-label^="Mark it again"]')];
    expect(again.map((one) => one.getAttribute('aria-label'))).toEqual([`Mark it again: ${first!.name}`]);
    fireEvent.click(again[0]!);
    expect(on.know.mock.calls).toEqual([[first!.entity, false]]);
  });
});

describe('keyboard control of the list', () => {
  const hit = (key: string, more: object = {}) =>
    fireEvent.keyDown(document.activeElement as Element, { key, ...more });
  const at = () => document.activeElement?.textContent ?? '';
  const field = () => screen.getByRole('searchbox');

  it('begins in the search field', () => {
    show({ at: 'reading', glossary });
    expect(document.activeElement).toBe(field());
  });

  it('leaves the focus if the reader has already moved it, and if nothing was opened', () => {
    const before = document.body.appendChild(document.createElement('button'));
    before.focus();
    show({ at: 'reading', glossary });
    expect(document.activeElement).toBe(before);
    before.remove();
    cleanup();
    show({ at: 'reading', glossary }, { takesFocus: false });
    expect(document.activeElement).toBe(document.body);
  });

  it('reaches the third name with three presses of Tab', () => {
    const { container } = show({ at: 'reading', glossary });
    const all = [...container.querySelectorAll<HTMLElement>('input, select, button, summary, a[href]')];
    const stops = all.filter(({ tabIndex }) => tabIndex >= 0);
    const third = stops[stops.indexOf(field()) + 3];
    expect(third?.textContent).toContain('Kasaï');
  });

  it('moves from the field down to the last name, stops there, and moves up again to the field', () => {
    show({ at: 'reading', glossary });
    hit('ArrowUp');
    expect(document.activeElement).toBe(field());
    hit('ArrowDown');
    expect(at()).toContain('Qasem');
    for (let i = 0; i < 9; i += 1) hit('ArrowDown');
    expect(at()).toContain('Iran nuclear deal');
    hit('ArrowUp');
    expect(at()).toContain('Kasaï');
    hit('Home');
    expect(at()).toContain('Qasem');
    hit('ArrowUp');
    expect(document.activeElement).toBe(field());
    hit('Home');
    expect(document.activeElement).toBe(field());
  });

  it('moves to the ends, and to the card and the note of a name and back', () => {
    show({ at: 'reading', glossary });
    hit('ArrowDown');
    hit('End');
    expect(at()).toContain('Iran nuclear deal');
    hit('ArrowRight');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Card of Iran nuclear deal');
    hit('ArrowRight');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Note on Iran nuclear deal');
    hit('ArrowRight');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('I know this: Iran nuclear deal');
    hit('ArrowRight');
    expect(document.activeElement?.className).toBe('glossary-entry');
    hit('ArrowLeft');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('I know this: Iran nuclear deal');
    hit('ArrowLeft');
    hit('ArrowLeft');
    hit('ArrowLeft');
    expect(at()).toContain('Iran nuclear deal');
    expect(document.activeElement?.className).toBe('glossary-entry');
  });

  it('moves to the next name with a word that begins with the typed letter', () => {
    show({ at: 'reading', glossary });
    hit('ArrowDown');
    hit('k');
    expect(at()).toContain('Kasaï');
    cleanup();
    show({ at: 'reading', glossary });
    hit('ArrowDown');
    hit('m');
    hit('u');
    expect(at()).toContain('Abu Mahdi al-Muhandis');
    cleanup();
    show({ at: 'reading', glossary });
    hit('ArrowDown');
    hit('x');
    expect(at()).toContain('Qasem');
    hit('k', { ctrlKey: true });
    expect(at()).toContain('Qasem');
  });

  it('skips folded names, and stops at the line that opens them', () => {
    const { container } = show({ at: 'reading', glossary }, { senses: { kasaï: COUNTRY } });
    hit('ArrowDown');
    hit('End');
    expect(document.activeElement?.localName).toBe('summary');
    container.querySelector('details')?.setAttribute('open', '');
    hit('ArrowDown');
    expect(at()).toContain('Kasaï');
  });

  it('is the browser’s own in the search field', () => {
    show({ at: 'reading', glossary });
    for (const key of ['k', 'End', 'ArrowLeft', ' ']) expect(hit(key)).toBe(true);
    expect(document.activeElement).toBe(field());
  });
});

describe('the popup while switched on', () => {
  it('begins a note from the row of a name, but not in a private window', () => {
    const { on } = show({ at: 'reading', glossary });
    press('Note on Qasem Soleimani');
    expect(on.openNote.mock.calls).toEqual([['qasem-soleimani']]);
    expect(on.openCard).not.toHaveBeenCalled();
    cleanup();
    show({ at: 'reading', glossary }, { notesMayGo: false });
    expect(screen.queryByRole('button', { name: /^Note on/ })).toBeNull();
  });

  it('begins a note on words that are neither in the story nor in a pack', () => {
    const { on } = show({ at: 'reading', glossary }, { found: { found: [], total: 0 } });
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: ' Wendell Ockerby ' } });
    press('Begin a note on “Wendell Ockerby”');
    expect(on.noteOn).toHaveBeenCalledExactlyOnceWith('Wendell Ockerby');
    // One that stands above has a card of its own.
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'Soleimani' } });
    expect(screen.queryByRole('button', { name: /^Begin a note/ })).toBeNull();
    cleanup();
    show({ at: 'reading', glossary }, { found: { found: [], total: 0 }, notesMayGo: false });
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'Ockerby' } });
    expect(screen.queryByRole('button', { name: /^Begin a note/ })).toBeNull();
  });

  it('shows the browser’s current keys and how to change them; if there are none, no such button', () => {
    const change = vi.fn();
    show({ at: 'reading', glossary }, { keys: { lines: [{ does: 'Next', keys: 'Alt+N' }], change } });
    expect(screen.queryByText('Alt+N')).toBeNull();
    press('Keys');
    expect(screen.getByText('Alt+N')).toBeTruthy();
    press('Change the keys');
    expect(change).toHaveBeenCalledOnce();
    press('Keys');
    expect(screen.queryByText('Alt+N')).toBeNull();
    cleanup();
    show({ at: 'reading', glossary });
    expect(screen.queryByRole('button', { name: 'Keys' })).toBeNull();
  });

  it('offers the card of each name beside it, and moves on to the next name from there', () => {
    const { on } = show({ at: 'reading', glossary });
    const card = screen.getByRole('button', { name: 'Card of Qasem Soleimani' });
    fireEvent.click(card);
    expect(on.openCard.mock.calls).toEqual([['qasem-soleimani']]);
    expect(on.reveal).not.toHaveBeenCalled();
    card.focus();
    fireEvent.keyDown(card, { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toContain('Abu Mahdi');
    screen.getByRole('button', { name: 'Card of Kasaï' }).focus();
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowUp' });
    expect(document.activeElement?.textContent).toContain('Abu Mahdi');
  });

  it('shows below what else the packs have for the same words, and links to the cards', () => {
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
      [1, 2, 3, 4, 5].map((at) => `Forces ${at}Group · IraqArmedNote`),
    );
    press(/^Forces 2/);
    expect(on.openCard).toHaveBeenCalledExactlyOnceWith('other-2');
    press('Note on Forces 3');
    expect(on.openNote).toHaveBeenCalledExactlyOnceWith('other-3');
    press('More in the library');
    expect(on.seekInLibrary).toHaveBeenCalledOnce();
  });

  it('reports that the packs have nothing else, and stays silent about packs that cannot be read', () => {
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

  it('moves by arrow keys from the names of the story to those of the packs', () => {
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
  });

  const noted = { ...glossary, entries: glossary.entries.map((one, at) => ({ ...one, noted: at < 2 })) };

  it('saves the names in a chosen format, with notes only on request', () => {
    const { on } = show({ at: 'reading', glossary: noted });
    press('Export');
    expect(document.activeElement?.textContent).toBe('With my notes on 2 names');
    press('Markdown');
    expect(screen.queryByRole('button', { name: 'Markdown' })).toBeNull();
    press('Export');
    press('With my notes on 2 names', 'switch');
    press('Page to print');
    press('Export');
    press('Table (CSV)');
    expect(on.exportGlossary.mock.calls).toEqual([
      [noted, { format: 'markdown', notes: false }],
      [noted, { format: 'page', notes: true }],
      [noted, { format: 'table', notes: false }],
    ]);
  });

  it('does not offer to include notes if there are none, or if they may not leave', () => {
    for (const [entries, notesMayGo] of [
      [glossary.entries, true],
      [noted.entries, false],
    ] as const) {
      show({ at: 'reading', glossary: { ...glossary, entries } }, { notesMayGo });
      press('Export');
      expect(screen.queryByRole('switch', { name: /notes/ })).toBeNull();
      expect(document.activeElement?.textContent).toBe('Markdown');
      cleanup();
    }
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
  it.each(states)('shows one sentence: %s', async (_name, state, sentence, actions) => {
    const { container } = show(state);
    expect(screen.getByRole('status').textContent).toMatch(sentence);
    const buttons = [...container.querySelectorAll('main button')].map((button) => button.textContent);
    expect(buttons).toEqual(actions);
  });

  it('rereads, on request, a page that does not look like a story, or whose scan failed', () => {
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

  it('has no accessibility violations', async () => {
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

  it('links back to all names and to the library, if they are available', () => {
    const first = showCard();
    expect(screen.getByText('the card')).toBeTruthy();
    press(/All names$/);
    press('Open in the library');
    expect([first.on.onBack.mock.calls.length, first.on.onLibrary.mock.calls.length]).toEqual([1, 1]);
    first.unmount();
    showCard({ onBack: null, onLibrary: null });
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('says why it is there instead of in the page, and only then', () => {
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

  it('offers to trust presses in cards', () => {
    const change = vi.fn();
    showCard({ askInCards: { on: false, change } });
    press('Buttons in cards may ask Wikipedia', 'switch');
    expect(change).toHaveBeenCalledWith(true);
  });
});
