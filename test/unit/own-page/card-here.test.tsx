// @vitest-environment happy-dom
/** A card in a page of ours over a store of its own, with the background's answers in between. Long because every press is one short story over them. */
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createNoteDesk } from '../../../entrypoints/background/notes';
import type { CardView } from '../../../lib/facts';
import type { ArticleState } from '../../../lib/knowledge';
import { CallError, type Caller, type CardAnswer, type CardNote, cardCallSchemas } from '../../../lib/messages';
import { createDevice } from '../notes/device';

type Ask = Readonly<Record<string, unknown>> & { readonly entity: string };

const stage = vi.hoisted(() => ({
  asked: [] as (readonly [name: string, ask: unknown])[],
  answers: {} as Record<string, (ask: Ask) => unknown>,
  /** Calls to the script in the story's page. */
  told: [] as string[],
}));
vi.mock('../../../lib/messages', async (original) => ({
  ...(await original<object>()),
  async callBackground(name: string, ask: Ask) {
    stage.asked.push([name, ask]);
    return stage.answers[name]?.(ask);
  },
  async callReader(tabId: number, name: string) {
    stage.told.push(`${tabId} ${name}`);
  },
}));

import { CardHere, type CardHereProps } from '../../../entrypoints/own-page/card-here';
import { render } from '../components/render';

const NAMES: Readonly<Record<string, string>> = { iran: 'Iran', iraq: 'Iraq', syria: 'Syria' };
const source = { name: 'Wikidata', url: 'https://www.wikidata.org/', licence: null, asOf: '2026-06-01' };
const viewOf = (entity: string): CardView => ({
  entity,
  kind: 'place',
  qualifier: '',
  name: NAMES[entity] ?? entity,
  also: [],
  gloss: 'country',
  storyDay: '2020-11-20',
  day: [],
  around: [],
  lastKnown: [],
  before: [],
  isOver: false,
  ties: Object.keys(NAMES)
    .filter((other) => other !== entity)
    .map((other) => ({
      entity: other,
      name: NAMES[other] ?? '',
      property: 'related' as const,
      side: 'own' as const,
      words: 'neighbour',
      amount: null,
      start: null,
      end: null,
      here: false,
      unconfirmed: false,
      source,
    })),
  background: null,
  since: [],
  wikipedia: NAMES[entity] ?? null,
  sources: [source],
});
const article: ArticleState = {
  state: 'ready',
  article: {
    title: 'Iran',
    extract: 'A country in West Asia.',
    description: null,
    url: 'https://en.wikipedia.org/wiki/Iran',
    fetchedOn: '2026-11-22',
    credit: 'Wikipedia, CC BY-SA',
    stale: false,
  },
};
const caller = { incognito: false } as Caller;

let device: ReturnType<typeof createDevice>;
let answer: Partial<CardAnswer>;
beforeEach(() => {
  device = createDevice();
  answer = { article: { state: 'ask', host: 'en.wikipedia.org' } };
  const desk = createNoteDesk({
    store: device.store,
    subjectOf: async (entity) => (NAMES[entity] ? { entity, name: NAMES[entity], kind: 'place' } : null),
    remember: async () => {},
    openPage: async () => {},
    stored: () => {},
    settled: async () => {},
  });
  stage.asked = [];
  stage.told = [];
  stage.answers = {
    async card({ entity }): Promise<CardAnswer> {
      if (!NAMES[entity]) throw new CallError('failed', 'nobody knows it');
      const noted = await desk.noteOf(entity, caller);
      const article: ArticleState = { state: 'none' };
      return { view: viewOf(entity), nested: [], article, ...noted, namedIn: [], automatic: false, ...answer };
    },
    article: () => article,
    mute: () => undefined,
    know: () => undefined,
    chooseDay: () => undefined,
    noteSubject: (ask) => desk.answers.noteSubject(ask, caller),
    exchangeNote: (ask) => desk.answers.exchangeNote(ask as never, caller),
  };
});

function show(change: Partial<CardHereProps> = {}) {
  const on = {
    onAskInCards: vi.fn(),
    onBack: vi.fn(),
    openTab: vi.fn(),
    openNotes: vi.fn(),
    onShown: vi.fn(),
  };
  const leave = vi.fn();
  const props: CardHereProps = {
    entity: 'iran',
    unknown: null,
    days: { day: '2020-11-20', pageDay: '2020-11-20' },
    tabId: 7,
    ofStory: true,
    here: ['iraq'],
    inPrivate: false,
    insteadOfPage: false,
    settings: { theme: 'system', askInCards: false },
    leave,
    ...on,
    ...change,
  };
  return { ...render(<CardHere {...props} />), on, leave };
}
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const card = (name: string) => screen.findByRole('article', { name: `Backstory: ${name}` });
const field = async (name = 'Iran') => {
  const area = (await screen.findByRole('textbox', { name: `Your note on ${name}` })) as HTMLTextAreaElement;
  await waitFor(() => expect(area.readOnly).toBe(false));
  return area;
};
const calls = (name: string) => stage.asked.filter(([one]) => one === name).map(([, ask]) => ask);

describe('a card in a page of ours', () => {
  it('is requested as of the day of the story and moves the focus to its name', async () => {
    const { on } = show();
    await card('Iran');
    expect(calls('card')).toEqual([{ entity: 'iran', day: '2020-11-20', here: ['iraq'], inPrivate: false, tab: 7 }]);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Iran' })));
    expect(on.onShown).toHaveBeenCalledWith('Iran');
    for (const name of ['Pin', 'Close', 'Not this one', 'Write it in its own window'])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('is redrawn when the reader sets the day, and restores the original one', async () => {
    show();
    await card('Iran');
    await press('Day');
    fireEvent.input(await screen.findByLabelText('Day of the story'), { target: { value: '2019-05-06' } });
    await press('Set');
    await waitFor(() =>
      expect(calls('card').map((ask) => (ask as { day: string }).day)).toEqual(['2020-11-20', '2019-05-06']),
    );
    await press('As the page says: 20 November 2020');
    await waitFor(() => expect(calls('card')).toHaveLength(3));
    expect(calls('card')[2]).toMatchObject({ day: '2020-11-20' });
    expect(calls('chooseDay')).toEqual([
      { day: '2019-05-06', tab: 7, proof: 'sight', inPrivate: false },
      { day: null, tab: 7, proof: 'sight', inPrivate: false },
    ]);
  });

  it('offers no day to set if its story is unknown', async () => {
    show({ ofStory: false });
    await card('Iran');
    expect(screen.queryByRole('button', { name: 'Day' })).toBeNull();
  });

  it('is requested within the limits even if a page names more than any story does', async () => {
    show({ here: Array.from({ length: 6_000 }, (_, n) => `name-${n}`) });
    await card('Iran');
    expect(v.safeParse(cardCallSchemas.card, calls('card')[0]).success).toBe(true);
  });

  it('opens names on top of one another and returns one by one', async () => {
    show();
    await card('Iran');
    await press('Iraq');
    await card('Iraq');
    await press('Syria');
    await card('Syria');
    await press(/Back to .Iraq/);
    await card('Iraq');
    await press(/Back to .Iran/);
    await card('Iran');
    expect(screen.queryByRole('button', { name: /^‹?.*Back to/ })).toBeNull();
  });

  it('stays on the present card when a name leads nowhere, and says so', async () => {
    show();
    await card('Iran');
    stage.answers.card = () => Promise.reject(new CallError('failed', ''));
    await press('Iraq');
    expect((await screen.findByRole('alert')).textContent).toMatch(/could not be done/);
    await card('Iran');
  });

  it('shows the name that was pressed last, however late another one comes', async () => {
    show();
    await card('Iran');
    const { card: works } = stage.answers;
    let late: () => void = () => {};
    stage.answers.card = (ask) =>
      ask.entity === 'iraq' ? new Promise<void>((done) => (late = done)).then(() => works?.(ask)) : works?.(ask);
    await press('Iraq');
    await press('Syria');
    await card('Syria');
    await act(async () => late());
    expect(screen.queryByRole('article', { name: 'Backstory: Iraq' })).toBeNull();
    await press(/Back to .Iran/);
    await card('Iran');
  });

  it('that could not be read can be requested again', async () => {
    const { card: works } = stage.answers;
    stage.answers.card = () => Promise.reject(new CallError('no-receiver', ''));
    show();
    await screen.findByText('This card could not be read just now.');
    stage.answers.card = works as never;
    await press('Try again');
    await card('Iran');
  });

  it('opens links and the library', async () => {
    answer = { article };
    const { on } = show();
    fireEvent.click(await screen.findByRole('link', { name: 'Whole article' }));
    expect(on.openTab).toHaveBeenCalledWith('https://en.wikipedia.org/wiki/Iran');
    await press('Iraq');
    await card('Iraq');
    await press('Open in the library');
    expect(on.openNotes).toHaveBeenCalledWith('iraq');
  });

  it.each([
    ['settings tell the story', false, []],
    ['in private, where the story is told', true, ['7 readAgain', '7 readAgain']],
  ])('mutes, and can undo it within ten seconds: %s', async (_, inPrivate, told) => {
    show({ inPrivate });
    await press('Mute');
    await press('Undo');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
    expect(calls('mute')).toEqual([
      { entity: 'iran', muted: true, proof: 'sight', inPrivate },
      { entity: 'iran', muted: false, proof: 'sight', inPrivate },
    ]);
    expect(stage.told).toEqual(told);
  });

  it.each([
    ['settings tell the story', false, []],
    ['in private, where the story is told', true, ['7 readAgain', '7 readAgain', '7 readAgain']],
  ])('can mark a name, or its kind, as known; each can be undone: %s', async (_, inPrivate, told) => {
    answer = { familiar: { known: false, kind: 'countries', kindKnown: false } };
    show({ inPrivate });
    await press('I know this');
    await screen.findByRole('button', { name: 'Mark it again' });
    await press('I know all of these: Countries');
    expect((await screen.findByText('You know: Countries')).localName).toBe('span');
    await press('Undo');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
    expect(screen.getByRole('button', { name: 'Mark it again' })).toBeTruthy();
    const ask = { proof: 'sight', inPrivate };
    expect(calls('know')).toEqual([
      { entity: 'iran', known: true, ...ask },
      { entity: '*countries', known: true, ...ask },
      { entity: '*countries', known: false, ...ask },
    ]);
    expect(stage.told).toEqual(told);
  });

  it('reports when it could not mute, and offers nothing to undo', async () => {
    stage.answers.mute = () => Promise.reject(new CallError('failed', ''));
    show({ inPrivate: true });
    await press('Mute');
    expect((await screen.findByRole('alert')).textContent).toMatch(/could not be done/);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(stage.told).toEqual([]);
  });

  it('has no accessibility violations', async () => {
    const { container } = show({ insteadOfPage: true });
    await field();
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('its article', () => {
  it('is requested with a press, which no page can fake here', async () => {
    show();
    await press(/^Ask Wikipedia/);
    await screen.findByText('A country in West Asia.');
    expect(calls('article')).toEqual([{ entity: 'iran', proof: 'sight', inPrivate: false }]);
  });

  it('is requested automatically if the reader wants every article', async () => {
    answer = { article: { state: 'fetching', host: 'en.wikipedia.org' }, automatic: true };
    show();
    await screen.findByText('A country in West Asia.');
    expect(calls('article')).toEqual([{ entity: 'iran', proof: 'consent', inPrivate: false }]);
  });

  it('is fetched again when outdated, without changing the text being read', async () => {
    const stale: ArticleState = { state: 'ready', article: { ...article.article, extract: 'Old words.', stale: true } };
    answer = { article: stale, automatic: true };
    show();
    await screen.findByText('Old words.');
    await waitFor(() => expect(calls('article')).toHaveLength(1));
    expect(screen.queryByText('A country in West Asia.')).toBeNull();
  });

  it('that is outdated is left as it is unless the reader wants every article', async () => {
    answer = { article: { state: 'ready', article: { ...article.article, stale: true } }, automatic: false };
    show();
    await field();
    expect(calls('article')).toEqual([]);
  });

  it('of a card that was left does not appear in another', async () => {
    let give: (state: ArticleState) => void = () => {};
    stage.answers.article = () => new Promise((done) => (give = done));
    show();
    await press(/^Ask Wikipedia/);
    await press('Iraq');
    await card('Iraq');
    await act(async () => {
      give(article);
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    });
    expect(screen.queryByText('A country in West Asia.')).toBeNull();
  });

  it('once requested offers to trust presses in cards, in browsers that cannot tell what covers them', async () => {
    const { on, unmount } = show();
    await card('Iran');
    const offer = () => screen.queryByRole('switch', { name: 'Buttons in cards may ask Wikipedia' });
    expect(offer()).toBeNull();
    await press(/^Ask Wikipedia/);
    await waitFor(() => expect(offer()).not.toBeNull());
    fireEvent.click(offer() as HTMLElement);
    expect(on.onAskInCards).toHaveBeenCalledWith(true);
    unmount();

    // Chromium can.
    vi.stubGlobal(
      'IntersectionObserverEntry',
      class {
        get isVisible() {
          return true;
        }
      },
    );
    show();
    await press(/^Ask Wikipedia/);
    await screen.findByText('A country in West Asia.');
    expect(offer()).toBeNull();
    vi.unstubAllGlobals();
  });

  it('makes no such offer if that was allowed before', async () => {
    show({ settings: { theme: 'system', askInCards: true } });
    await press(/^Ask Wikipedia/);
    await screen.findByText('A country in West Asia.');
    expect(screen.queryByRole('switch')).toBeNull();
  });
});

describe('its note', () => {
  const text = async (entity: string) => (await device.store.read(entity))?.text ?? null;

  it('can be edited at once, with no button in between and without taking the focus', async () => {
    show();
    const area = await field();
    expect(document.activeElement).not.toBe(area);
    fireEvent.input(area, { target: { value: 'In my own words.' } });
    await waitFor(async () => expect(await text('iran')).toBe('In my own words.'));
  });

  it('belongs to its card: each name has its own, and none gets the words of another', async () => {
    const { leave } = show();
    fireEvent.input(await field(), { target: { value: 'Of Iran.' } });
    await press('Iraq');
    const second = await field('Iraq');
    expect(second.value).toBe('');
    fireEvent.input(second, { target: { value: 'Of Iraq.' } });
    await waitFor(async () => expect([await text('iran'), await text('iraq')]).toEqual(['Of Iran.', 'Of Iraq.']));
    await press(/Back to .Iran/);
    expect((await field()).value).toBe('Of Iran.');
    expect(leave.mock.calls.every(([, session]) => !session.holdsWords())).toBe(true);
  });

  it('whose words are not stored is kept: the page asks before it is left, and storing is tried again', async () => {
    const { leave } = show();
    const { exchangeNote } = stage.answers;
    const area = await field();
    stage.answers.exchangeNote = () => Promise.reject(new CallError('failed', ''));
    fireEvent.input(area, { target: { value: 'Kept.' } });
    const leaves = () => dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leaves()).toBe(false);
    await press('Iraq');
    await card('Iraq');
    await waitFor(() => expect(leave).toHaveBeenCalledTimes(1));
    const [name, session] = leave.mock.calls[0] ?? [];
    expect(name).toBe('Iran');
    stage.answers.exchangeNote = exchangeNote as never;
    await session.settled();
    await waitFor(async () => expect(await text('iran')).toBe('Kept.'));
  });

  it('sends the last words when the page closes, even those that wait for a busy store', async () => {
    show();
    const area = await field();
    const { exchangeNote } = stage.answers;
    let free: () => void = () => {};
    const busy = new Promise<void>((done) => (free = done));
    stage.answers.exchangeNote = (ask) => busy.then(() => exchangeNote?.(ask));
    // More at once than a session has under way.
    for (let n = 1; n <= 80; n++) fireEvent.input(area, { target: { value: 'x'.repeat(n) } });
    const before = calls('exchangeNote').length;
    dispatchEvent(new Event('pagehide'));
    expect(calls('exchangeNote').length).toBe(before + 1);
    free();
    await waitFor(async () => expect(await text('iran')).toBe('x'.repeat(80)));
  });

  it('includes a half-typed tag when the page closes', async () => {
    show();
    await field();
    fireEvent.input(screen.getByLabelText('Add a tag'), { target: { value: 'asia' } });
    dispatchEvent(new Event('pagehide'));
    await waitFor(async () => expect((await device.store.read('iran'))?.tags).toEqual(['asia']));
  });

  it.each<CardNote>([
    { state: 'none' },
    { state: 'noted', note: { text: 'Of before.', tags: [], quotes: 0, changedOn: '2026-11-22' } },
  ])('is shown and never edited for a private window (%o)', async (note) => {
    answer = { ...answer, note };
    show({ inPrivate: true });
    await card('Iran');
    expect(screen.getByText('Notes are not kept from private windows.')).toBeTruthy();
    if (note.state === 'noted') expect(screen.getByText('Of before.')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Open in the library' })).toBeNull();
    await press(/^Ask Wikipedia/);
    await press('Mute');
    await screen.findByRole('button', { name: 'Undo' });
    expect(calls('exchangeNote')).toEqual([]);
    // Neither the answer nor the decision outlives the private windows.
    expect([calls('article'), calls('mute')]).toEqual([
      [{ entity: 'iran', proof: 'sight', inPrivate: true }],
      [{ entity: 'iran', muted: true, proof: 'sight', inPrivate: true }],
    ]);
  });
});
