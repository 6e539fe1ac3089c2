// @vitest-environment happy-dom
/** The search of the popup as far as it goes: names of the story, those that nobody knows, the packs, and the open world. */
import { fireEvent, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { type PopupState, PopupView } from '../../../components/glossary';
import type { GlossaryAnswer } from '../../../lib/messages';
import type { GlossaryEntry, UnknownEntry } from '../../../lib/page';
import { render } from './render';

type Props = Parameters<typeof PopupView>[0];
type World = Props['world'];

const unknownName = (name: string, says: string): UnknownEntry => ({
  key: `name-${name}`,
  name,
  language: 'en',
  kind: 'person',
  roles: [],
  count: 1,
  says: [{ text: says, by: 'apposition', role: null } as unknown as UnknownEntry['says'][number]],
});
const entry: GlossaryEntry = {
  entity: 'rostock',
  kind: 'place',
  name: 'Rostock',
  gloss: 'port in Germany',
  count: 2,
  salience: 1,
  order: 0,
  forms: ['Rostock'],
};
const story: GlossaryAnswer = {
  state: 'ready',
  title: 'A story',
  day: '2026-11-20',
  pageDay: '2026-11-20',
  entries: [entry],
  unknown: [],
  marksHidden: false,
};
const UNKNOWN = [
  unknownName('Wendell Ockerby', 'the deputy commissioner'),
  unknownName('Ilva Brandecker', 'the minister'),
];
const FINDS = [
  { entity: 'q1', name: 'Ilva Brandecker', gloss: 'politician' },
  { entity: 'q2', name: 'Ilva', gloss: '' },
] as const;
const NOT_ALLOWED: PopupState = { at: 'not-allowed', site: 'news.example', incognito: false, why: 'not-asked' };

function show(
  state: PopupState,
  begin: string | null,
  change: Partial<World> = {},
  unknown: readonly UnknownEntry[] = [],
) {
  const asks = { search: vi.fn(), open: vi.fn(), openSettings: vi.fn() };
  const seek = vi.fn();
  const lookUp = vi.fn();
  const tree = (state: PopupState, more: Partial<World> = change) => (
    <PopupView
      state={state}
      begin={begin}
      marksHidden={false}
      takesFocus={true}
      senses={{}}
      notesMayGo={true}
      word={null}
      danger={{ state: 'none' }}
      found={null}
      keys={{ lines: [], change: null }}
      world={{
        words: begin ?? '',
        hosts: { wiki: 'en.wikipedia.org', items: 'www.wikidata.org' },
        search: { state: 'idle' },
        opening: null,
        refusal: null,
        ...more,
        on: asks,
      }}
      unknown={{
        names: unknown,
        states: Object.fromEntries(unknown.map(({ name }) => [name, { state: 'ask', hosts: ['en.wikipedia.org'] }])),
        refresh: [],
        progress: null,
        outcome: null,
        on: { lookUp, cancel() {}, open() {}, note() {}, openSettings() {} },
      }}
      on={{ seek } as unknown as Props['on']}
    />
  );
  const result = render(tree(state));
  return {
    ...result,
    asks,
    seek,
    lookUp,
    turn: (next: PopupState, more?: Partial<World>) => result.again(tree(next, more)),
  };
}
const field = () => screen.getByRole('searchbox') as HTMLInputElement;
const world = () => screen.getByRole('region', { name: 'On Wikipedia' });
const status = () =>
  within(world())
    .getAllByRole('status')
    .map((one) => one.textContent)
    .filter(Boolean);

describe('a search that was opened for given words', () => {
  it.each<PopupState>([
    { at: 'loading' },
    { at: 'closed', why: 'browser-page' },
    NOT_ALLOWED,
    { at: 'off', site: 'news.example' },
    { at: 'reload' },
    { at: 'failed' },
    { at: 'pack-broken' },
    { at: 'reading', glossary: { ...story, entries: [], state: 'not-an-article' } },
    { at: 'reading', glossary: { ...story, entries: [], state: 'off-limits' } },
    { at: 'reading', glossary: { ...story, entries: [] } },
  ])('is shown alone if there are no names: %o', (state) => {
    show(state, 'Ilva');
    expect(field().value).toBe('Ilva');
    expect(document.activeElement).toBe(field());
    expect(screen.queryAllByRole('combobox')).toEqual([]);
    expect(
      within(screen.getByRole('main'))
        .queryAllByRole('status')
        .map((one) => one.textContent),
    ).toEqual(['']);
    expect(world()).toBeTruthy();
  });

  it('is not shown if the popup was opened for the page', () => {
    show(NOT_ALLOWED, null);
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('keeps the field and its text while a story is read', () => {
    const { turn } = show({ at: 'loading' }, 'Ilva');
    const before = field();
    fireEvent.input(before, { target: { value: 'Rostock' } });
    turn({ at: 'reading', glossary: { ...story, state: 'scanning', entries: [] } });
    turn({ at: 'reading', glossary: story });
    expect(field()).toBe(before);
    expect(field().value).toBe('Rostock');
    expect(screen.getByRole('button', { name: /^Rostock/ })).toBeTruthy();
  });

  it('filters the names of the story, including unknown ones', () => {
    const { container } = show({ at: 'reading', glossary: story }, 'ockerby', {}, UNKNOWN);
    const listed = () => [...container.querySelectorAll('.glossary-name')].map((one) => one.textContent);
    expect(listed()).toEqual(['Wendell Ockerby']);
    expect(screen.queryByRole('button', { name: /^Look up these/ })).toBeNull();
    expect(screen.queryByText('No name matches the filter.')).toBeNull();
    fireEvent.input(field(), { target: { value: 'minister' } });
    expect(listed()).toEqual(['Ilva Brandecker']);
    fireEvent.input(field(), { target: { value: 'nobody' } });
    expect(listed()).toEqual([]);
    expect(screen.getByText('No name matches the filter.')).toBeTruthy();
    fireEvent.input(field(), { target: { value: '' } });
    expect(listed()).toEqual(['Rostock', 'Wendell Ockerby', 'Ilva Brandecker']);
    expect(screen.getByRole('button', { name: 'Look up these 2 names' })).toBeTruthy();
  });
});

describe('the open world below the search', () => {
  const on = (change: Partial<World>) => show(NOT_ALLOWED, 'Ilva', change);

  it('is asked only by a button that says what is sent to whom', () => {
    const { asks } = on({});
    const button = screen.getByRole('button', { name: 'Search Wikipedia for “Ilva”' });
    expect(asks.search).not.toHaveBeenCalled();
    const said = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(said?.textContent).toBe('Sends these words, and nothing else, to en.wikipedia.org.');
    fireEvent.click(button);
    expect(asks.search).toHaveBeenCalledOnce();
  });

  it('is not offered without words', () => {
    show(NOT_ALLOWED, '');
    expect(screen.queryByRole('region', { name: 'On Wikipedia' })).toBeNull();
  });

  it('cannot be asked if the reader turned that off, and says so', () => {
    const { asks } = on({ search: { state: 'off' } });
    expect(screen.queryByRole('button', { name: /Search Wikipedia/ })).toBeNull();
    expect(world().textContent).toContain('you have switched that off');
    fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    expect(asks.openSettings).toHaveBeenCalledOnce();
  });

  it.each<readonly [World['search'], string, boolean]>([
    [{ state: 'searching' }, 'Asking Wikipedia.', false],
    [{ state: 'nothing' }, 'Wikipedia has found nothing under these words.', true],
    [{ state: 'offline' }, 'No answer. Is this device online?', true],
    [
      { state: 'busy', retryAt: new Date(2026, 10, 27, 9, 5).getTime() },
      'Wikipedia asks for a pause until 09:05.',
      true,
    ],
    [{ state: 'failed', reason: 'bad-answer' }, 'The answer could not be read.', true],
  ])('reports the outcome: %o', (search, words, again) => {
    const { asks } = on({ search });
    expect(status()).toEqual([words]);
    fireEvent.click(screen.getByRole('button', { name: /Search Wikipedia/ }));
    expect(asks.search).toHaveBeenCalledTimes(again ? 1 : 0);
  });

  it('shows what was found, each with its description, and opens what is chosen', () => {
    const { asks, container } = on({ search: { state: 'found', finds: FINDS } });
    expect(status()).toEqual(['Choose one, and www.wikidata.org is asked about it.']);
    expect([...container.querySelectorAll('.glossary-entry')].map((one) => one.textContent)).toEqual([
      'Ilva Brandeckerpolitician',
      'Ilva',
    ]);
    fireEvent.click(screen.getByRole('button', { name: /^Ilva Brandecker/ }));
    expect(asks.open.mock.calls).toEqual([[FINDS[0]]]);
    // By keys alone, from the field.
    fireEvent.keyDown(field(), { key: 'ArrowDown' });
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toBe('Ilva');
  });

  it('moves the focus from the button to what was found', () => {
    const { turn } = on({});
    screen.getByRole('button', { name: /Search Wikipedia/ }).focus();
    turn(NOT_ALLOWED, { search: { state: 'searching' } });
    expect(document.activeElement?.textContent).toMatch(/^Search Wikipedia/);
    turn(NOT_ALLOWED, { search: { state: 'found', finds: FINDS } });
    expect(document.activeElement?.textContent).toMatch(/^Ilva Brandecker/);
  });

  it('leaves the focus to a reader who keeps typing', () => {
    const { turn } = on({ search: { state: 'searching' } });
    field().focus();
    turn(NOT_ALLOWED, { search: { state: 'found', finds: FINDS } });
    expect(document.activeElement).toBe(field());
  });

  it('says that it is asking about one of them, and why none opened', () => {
    const { turn } = on({ search: { state: 'found', finds: FINDS }, opening: FINDS[0] });
    expect(status()).toContain('Asking about “Ilva Brandecker”.');
    for (const [trouble, words] of [
      [{ state: 'gone' }, 'Ilva Brandecker: Wikidata has nothing about it that a card could show.'],
      [{ state: 'offline' }, 'Ilva Brandecker: No answer. Is this device online?'],
    ] as const) {
      turn(NOT_ALLOWED, { search: { state: 'found', finds: FINDS }, refusal: { find: FINDS[0], trouble } });
      expect(status()).toContain(words);
    }
  });

  it('has no accessibility violations', async () => {
    const { container } = on({ search: { state: 'found', finds: FINDS } });
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
