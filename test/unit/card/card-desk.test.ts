// @vitest-environment happy-dom
/** What stands in a card, by what the reader script says, the background answers and the reader presses. Long because every rule of the card is here. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CardProps, OpenEditor } from '../../../components/card';
import { createCardDesk } from '../../../entrypoints/card/card-desk';
import { createLateParts } from '../../../entrypoints/card/late-parts';
import type { MapSeam } from '../../../entrypoints/card/map-seam';
import type { PictureSeam } from '../../../entrypoints/card/picture-seam';
import type { FrameLine } from '../../../lib/border';
import type { Article, ArticleState } from '../../../lib/knowledge';
import { CallError, type CardAnswer, type Drawing, type FromCard } from '../../../lib/messages';
import type { EditorSession } from '../../../lib/notes';
import { STORIES } from '../../browser/card/stories';

const host = 'en.wikipedia.org';
const article: Article = {
  title: 'Iran',
  extract: 'Iran is a country.',
  description: null,
  url: 'https://en.wikipedia.org/wiki/Iran',
  fetchedOn: '2026-10-01',
  credit: 'Wikipedia, CC BY-SA',
  stale: false,
};
const ready: ArticleState = { state: 'ready', article };
const stale: ArticleState = { state: 'ready', article: { ...article, stale: true } };
const fetching: ArticleState = { state: 'fetching', host };

const drawingOf = (token: number, ...stack: string[]): Drawing => ({
  token,
  stack: stack.length > 0 ? stack : ['iran'],
  canNest: true,
  day: '2020-11-20',
  pageDay: '2020-11-20',
  here: ['iran', 'iraq'],
  unknown: null,
  link: { entity: stack[0] ?? 'iran', form: 'Persia', evidence: { type: 'only' }, runnersUp: [] },
  mode: 'hover',
  theme: 'system',
  passage: null,
});

const answerOf = (entity: string, change: Partial<CardAnswer> = {}): CardAnswer => ({
  view: { ...STORIES.bare.view, entity, name: `Name of ${entity}` },
  nested: [],
  article: { state: 'ask', host },
  note: { state: 'none' },
  parts: [],
  namedIn: [],
  automatic: false,
  ...change,
});

interface Pending {
  readonly name: string;
  readonly ask: Record<string, unknown>;
  readonly done: (value: unknown) => void;
  readonly failed: (why: unknown) => void;
}

function open({ canTell = true }: { canTell?: boolean } = {}) {
  const said: FromCard[] = [];
  const drawn: (CardProps | null)[] = [];
  const seams: PictureSeam[] = [];
  const maps: MapSeam[] = [];
  const calls: Pending[] = [];
  const proven = { now: true };
  const size = { width: 378, height: 200 };
  const line = {
    call: vi.fn(
      (name: string, ask: Record<string, unknown>) =>
        new Promise((done, failed) => {
          calls.push({ name, ask, done, failed });
        }),
    ),
    say: (say: FromCard) => void said.push(say),
    wake: () => {},
  };
  const focus = { now: true };
  const sight = { canTell, look: vi.fn(), isProven: () => proven.now };
  const openEditor = vi.fn(async (): Promise<OpenEditor | null> => null);
  const desk = createCardDesk({
    line: line as unknown as FrameLine,
    sight,
    comeWith: createLateParts(line as unknown as FrameLine),
    openEditor: openEditor as never,
    hasFocus: () => focus.now,
    draw: (props) => void drawn.push(props),
    showPicture: (seam) => void seams.push(seam),
    showMap: (seam) => void maps.push(seam),
    measure: () => ({ ...size }),
  });
  const settle = () => vi.advanceTimersByTimeAsync(0);
  const card = () => drawn.at(-1) as CardProps;
  const asked = (name: string) => calls.filter((call) => call.name === name);
  /** The card of a drawing comes. */
  async function show(drawing = drawingOf(1), answer = answerOf(drawing.stack.at(-1) as string)) {
    desk.hear({ type: 'draw', drawing });
    asked('card').at(-1)?.done(answer);
    await settle();
  }
  return { desk, said, drawn, seams, maps, calls, asked, card, proven, size, sight, focus, openEditor, settle, show };
}

const types = (said: readonly FromCard[]) => said.map(({ type }) => type);

beforeEach(() => {
  vi.useFakeTimers();
  // What the desk looks for in the document.
  document.body.innerHTML = '<div class="card"><textarea></textarea></div>';
});
afterEach(() => vi.useRealTimers());

describe('a picture', () => {
  it('is shown by a script that is requested only when the card has a place for one', async () => {
    const { asked, show, seams, settle } = open();
    await show();
    expect(asked('cardPart')).toHaveLength(0);
    await show(drawingOf(2), answerOf('iran', { picture: 'ask' }));
    expect(asked('cardPart')).toHaveLength(1);
    expect(seams).toHaveLength(0);
    asked('cardPart')[0]?.done(undefined);
    await settle();
    expect(seams.at(-1)).toMatchObject({ entity: 'iran', name: 'Name of iran', article: 'ask' });
    // Once for all cards of the frame, and again whenever the card is drawn.
    await show(drawingOf(3, 'iraq'), answerOf('iraq', { picture: 'kept', article: ready }));
    expect(asked('cardPart')).toHaveLength(1);
    expect(seams.at(-1)).toMatchObject({ entity: 'iraq', article: 'ready' });
  });

  it('is not shown on a card that has been replaced by the time the script arrives', async () => {
    const { asked, desk, show, seams, settle } = open();
    await show(drawingOf(1), answerOf('iran', { picture: 'ask' }));
    desk.hear({ type: 'clear' });
    asked('cardPart')[0]?.done(undefined);
    await settle();
    expect(seams).toEqual([]);
  });

  it.each([
    [true, 'sight'],
    [false, 'none'],
  ])('is requested with proof only at the press (the browser can tell: %s)', async (canTell, press) => {
    const { asked, show, seams, settle } = open({ canTell });
    await show(drawingOf(1), answerOf('iran', { picture: 'ask' }));
    asked('cardPart')[0]?.done(undefined);
    await settle();
    void seams[0]?.ask(false);
    void seams[0]?.ask(true);
    expect(asked('picture').map(({ ask }) => ask)).toEqual([
      { entity: 'iran', press: null },
      { entity: 'iran', press },
    ]);
  });

  it('whose press was not believed is explained in the foot', async () => {
    const { asked, card, show, seams, settle } = open();
    await show(drawingOf(1), answerOf('iran', { picture: 'ask' }));
    asked('cardPart')[0]?.failed(new CallError('failed', 'no such frame'));
    await settle();
    seams[0]?.refused();
    expect(card().refusal).toBe('unproven');
  });

  it('whose script did not load is requested again with the next card', async () => {
    const { asked, show, settle } = open();
    await show(drawingOf(1), answerOf('iran', { picture: 'ask' }));
    asked('cardPart')[0]?.failed(new CallError('failed', 'no such frame'));
    await settle();
    await show(drawingOf(2, 'iraq'), answerOf('iraq', { picture: 'ask' }));
    expect(asked('cardPart')).toHaveLength(2);
  });
});

describe('a map', () => {
  it('is shown by its own script if the answer says that there is one, with the place and the story', async () => {
    const { asked, maps, card, show, settle } = open();
    await show();
    expect([asked('cardPart'), card().map]).toEqual([[], undefined]);
    await show(drawingOf(2), answerOf('iran', { map: true }));
    expect(card().map).toBe(true);
    expect(asked('cardPart').map(({ ask }) => ask)).toEqual([{ part: 'map' }]);
    expect(maps).toEqual([]);
    asked('cardPart')[0]?.done(undefined);
    await settle();
    expect(maps.at(-1)?.entity).toBe('iran');
    void maps.at(-1)?.ask(348);
    expect(asked('placeMap').map(({ ask }) => ask)).toEqual([{ entity: 'iran', here: ['iran', 'iraq'], width: 348 }]);
    await show(drawingOf(3, 'iraq'), answerOf('iraq', { map: true, picture: 'ask' }));
    // The other part is another script.
    expect(asked('cardPart').map(({ ask }) => ask)).toEqual([{ part: 'map' }, { part: 'picture' }]);
  });

  it('is not shown on a card that has been replaced, and its script is requested again with the next', async () => {
    const { asked, desk, maps, show, settle } = open();
    await show(drawingOf(1), answerOf('iran', { map: true }));
    desk.hear({ type: 'clear' });
    asked('cardPart')[0]?.failed(new CallError('failed', 'no such frame'));
    await settle();
    expect(maps).toEqual([]);
    await show(drawingOf(2, 'iraq'), answerOf('iraq', { map: true }));
    expect(asked('cardPart')).toHaveLength(2);
  });
});

describe('a name that is in no pack', () => {
  const unknown = {
    key: 'name-jo-doe',
    name: 'Jo Doe',
    language: 'en',
    kind: 'person',
    roles: ['judge'],
    count: 2,
    says: [],
  } as const;
  const wanted = { name: 'Jo Doe', language: 'en', kind: 'person', roles: ['judge'], says: [] };
  const ask = { state: 'ask', hosts: ['en.wikipedia.org'] } as const;
  const ana = { entity: 'q900', name: 'Jo Doe', kind: 'person', gloss: 'A judge' } as const;
  const asked = { on: '2026-11-27', stale: false } as const;

  async function show(parts: ReturnType<typeof open>) {
    parts.desk.hear({ type: 'draw', drawing: { ...drawingOf(1, unknown.key), unknown } });
    await parts.settle();
    parts
      .asked('nameCard')
      .at(-1)
      ?.done({ key: unknown.key, state: ask, note: { state: 'none' } });
    await parts.settle();
    return parts;
  }

  it('has a card with what the story says, and asks the packs for nothing', async () => {
    const { asked, card } = await show(open());
    expect(asked('nameCard').map((call) => call.ask)).toEqual([{ name: wanted }]);
    expect(asked('card')).toEqual([]);
    expect(card()).toMatchObject({
      view: { entity: 'name-jo-doe', name: 'Jo Doe' },
      unknown: { entry: unknown, state: ask },
    });
  });

  it('is looked up at the press, and replaced by the entity that it certainly means', async () => {
    const parts = await show(open());
    parts.card().on.lookUp();
    const [call] = parts.asked('lookUpName');
    expect(call?.ask).toEqual({ name: wanted, day: '2020-11-20', proof: 'sight' });
    call?.done({ state: 'found', found: ana, sure: true, ...asked });
    await parts.settle();
    expect(parts.said.at(-1)).toEqual({ type: 'instead', entity: 'q900' });
  });

  it('stays, with what was found, when the result is not certain', async () => {
    const parts = await show(open());
    const found = { state: 'found', found: ana, sure: false, ...asked } as const;
    parts.card().on.lookUp();
    parts.asked('lookUpName')[0]?.done(found);
    await parts.settle();
    expect(types(parts.said)).not.toContain('instead');
    expect(parts.card().unknown?.state).toEqual(found);
    parts.card().on.instead('q900');
    expect(parts.said.at(-1)).toEqual({ type: 'instead', entity: 'q900' });
  });

  it('reports that a press does not count here, and keeps its button', async () => {
    const parts = await show(open({ canTell: false }));
    parts.card().on.lookUp();
    const [call] = parts.asked('lookUpName');
    expect(call?.ask).toMatchObject({ proof: 'none' });
    call?.failed(new CallError('refused', ''));
    await parts.settle();
    expect(parts.card().refusal).toBe('unproven');
    expect(parts.card().unknown?.state).toEqual(ask);
  });

  it('reports a missing answer, and accepts no answer for another card', async () => {
    const parts = await show(open());
    parts.card().on.lookUp();
    parts.asked('lookUpName')[0]?.failed(new Error('gone'));
    await parts.settle();
    expect(parts.card().unknown?.state).toMatchObject({ state: 'failed' });
    parts.card().on.lookUp();
    await parts.show(drawingOf(2, 'iran'));
    parts.asked('lookUpName')[1]?.done({ state: 'found', found: ana, sure: true, ...asked });
    await parts.settle();
    expect(types(parts.said)).not.toContain('instead');
    expect(parts.card().view.entity).toBe('iran');
  });

  it('stores a note under its own key and name', async () => {
    const parts = await show(open());
    await parts.card().on.openEditor('name-jo-doe');
    expect(parts.openEditor).toHaveBeenCalledWith({ entity: 'name-jo-doe', named: 'Jo Doe' }, expect.anything());
  });
});

describe('drawing a card', () => {
  it('is requested with the story’s day and names, done when the card arrives, and measured', async () => {
    const { desk, calls, card, said, show } = open();
    await show(drawingOf(4, 'iran'));
    expect(calls.map(({ name, ask }) => [name, ask])).toEqual([
      ['card', { entity: 'iran', day: '2020-11-20', here: ['iran', 'iraq'] }],
    ]);
    expect(card()).toMatchObject({
      view: { entity: 'iran' },
      mode: 'hover',
      depth: 0,
      backTo: null,
      canQuote: true,
      link: { form: 'Persia' },
      refusal: null,
      done: null,
      lock: 'none',
    });
    expect(said).toEqual([{ type: 'drawn', token: 4, width: 378, height: 200 }]);
    desk.resized();
    expect(said).toHaveLength(1);
  });

  it('reports each new size once', async () => {
    const { desk, said, size, show } = open();
    await show();
    size.height = 260;
    desk.resized();
    desk.resized();
    size.width = 300;
    desk.resized();
    expect(said.slice(1)).toEqual([
      { type: 'drawn', token: 1, width: 378, height: 260 },
      { type: 'drawn', token: 1, width: 300, height: 260 },
    ]);
  });

  it('of a prefetched entity requests it once, and is done only when the card is wanted', async () => {
    const { desk, asked, drawn, said, card, settle } = open();
    desk.hear({ type: 'look-up', drawing: drawingOf(2) });
    asked('card')[0]?.done(answerOf('iran'));
    await settle();
    expect([drawn, said]).toEqual([[], []]);
    desk.hear({ type: 'draw', drawing: drawingOf(2) });
    await settle();
    expect(asked('card')).toHaveLength(1);
    expect(card().view.entity).toBe('iran');
  });

  it('is never done by a late answer over the card that is wanted now', async () => {
    const { desk, asked, drawn, said, card, settle } = open();
    desk.hear({ type: 'draw', drawing: drawingOf(1, 'iran') });
    desk.hear({ type: 'draw', drawing: drawingOf(2, 'iraq') });
    asked('card')[1]?.done(answerOf('iraq'));
    await settle();
    asked('card')[0]?.done(answerOf('iran'));
    await settle();
    expect(drawn).toHaveLength(1);
    expect(card().view.entity).toBe('iraq');
    expect(said).toMatchObject([{ type: 'drawn', token: 2 }]);
  });

  it('is not done, nor reported, when the answer comes after the card was closed', async () => {
    const { desk, asked, said, card, settle } = open();
    desk.hear({ type: 'draw', drawing: drawingOf(1) });
    desk.hear({ type: 'clear' });
    asked('card')[0]?.done(answerOf('iran'));
    await settle();
    expect(card()).toBeNull();
    expect(said).toEqual([]);
  });

  it.each(['failed', 'context-lost'] as const)(
    'for which there is no card is reported, and leaves the card that is showing (%s)',
    async (code) => {
      const { desk, asked, said, drawn, settle, show } = open();
      await show(drawingOf(1));
      desk.hear({ type: 'draw', drawing: drawingOf(2, 'nobody') });
      asked('card')[1]?.failed(new CallError(code, 'no pack knows nobody'));
      await settle();
      expect(said.at(-1)).toEqual({ type: 'no-card', token: 2 });
      expect(drawn).toHaveLength(1);
    },
  );

  it('that is overtaken does not report a missing card', async () => {
    const { desk, asked, said, settle } = open();
    desk.hear({ type: 'draw', drawing: drawingOf(1, 'nobody') });
    desk.hear({ type: 'draw', drawing: drawingOf(2, 'iran') });
    asked('card')[0]?.failed(new CallError('failed', 'no'));
    await settle();
    expect(said).toEqual([]);
  });

  it('applies mode and theme that arrived while the card was requested', async () => {
    const { desk, asked, card, settle } = open();
    desk.hear({ type: 'draw', drawing: drawingOf(1) });
    desk.hear({ type: 'mode', mode: 'pinned' });
    desk.hear({ type: 'theme', theme: 'dark' });
    asked('card')[0]?.done(answerOf('iran'));
    await settle();
    expect(card()).toMatchObject({ mode: 'pinned', theme: 'dark' });
  });

  it('follows mode and theme while the card is showing', async () => {
    const { desk, card, show } = open();
    await show();
    desk.hear({ type: 'mode', mode: 'sheet' });
    desk.hear({ type: 'theme', theme: 'light' });
    expect(card()).toMatchObject({ mode: 'sheet', theme: 'light' });
  });

  it('on top of another card has the way back to its name, and no question about the story’s words', async () => {
    const { card, show } = open();
    await show(drawingOf(1, 'iran'));
    await show(drawingOf(2, 'iran', 'quds-force'));
    expect(card()).toMatchObject({ depth: 1, backTo: 'Name of iran', link: null });
  });

  it('keeps at most three prefetched cards', async () => {
    const { desk, asked } = open();
    for (let token = 1; token <= 4; token++) desk.hear({ type: 'look-up', drawing: drawingOf(token, `e${token}`) });
    desk.hear({ type: 'look-up', drawing: drawingOf(4, 'e4') });
    expect(asked('card')).toHaveLength(4);
    desk.hear({ type: 'look-up', drawing: drawingOf(1, 'e1') });
    expect(asked('card')).toHaveLength(5);
  });

  it('leaves nothing behind when the card is closed', async () => {
    const { desk, drawn, asked, card, said, settle, show } = open();
    await show();
    desk.hear({ type: 'clear' });
    expect(card()).toBeNull();
    desk.hear({ type: 'mode', mode: 'pinned' });
    desk.resized();
    expect(drawn.filter(Boolean)).toHaveLength(1);
    said.length = 0;
    // The same question again: the card is asked for anew, since a note may have changed, and said again to stand.
    desk.hear({ type: 'draw', drawing: drawingOf(1) });
    expect(asked('card')).toHaveLength(2);
    asked('card')[1]?.done(answerOf('iran'));
    await settle();
    expect(types(said)).toEqual(['drawn']);
  });

  it('has the browser observe what is in the card', async () => {
    const { sight, show } = open();
    await show();
    expect(sight.look).toHaveBeenCalledWith(document);
  });
});

describe('the article fetched without a press', () => {
  const wanted = { article: fetching, automatic: true };

  it('is requested once, by consent, when the card has been visible', async () => {
    const { desk, asked, card, settle, show } = open();
    await show(drawingOf(1), answerOf('iran', wanted));
    expect(asked('article')).toEqual([]);
    desk.hear({ type: 'shown' });
    await settle();
    expect(asked('article').map(({ ask }) => ask)).toEqual([{ entity: 'iran', proof: 'consent' }]);
    desk.hear({ type: 'mode', mode: 'pinned' });
    desk.hear({ type: 'shown' });
    await settle();
    expect(asked('article')).toHaveLength(1);
    asked('article')[0]?.done(ready);
    await settle();
    expect(card().article).toEqual(ready);
  });

  it('is requested for the card that replaced another', async () => {
    const { desk, asked, settle, show } = open();
    await show(drawingOf(1));
    desk.hear({ type: 'shown' });
    await show(drawingOf(2, 'iran', 'iraq'), answerOf('iraq', wanted));
    await settle();
    expect(asked('article').map(({ ask }) => ask)).toEqual([{ entity: 'iraq', proof: 'consent' }]);
  });

  it('waits four seconds for the card to be visible, then sends nothing, and tries again with the next drawing', async () => {
    const { desk, asked, proven, show } = open();
    proven.now = false;
    await show(drawingOf(1), answerOf('iran', wanted));
    desk.hear({ type: 'shown' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked('article')).toEqual([]);
    proven.now = true;
    desk.hear({ type: 'mode', mode: 'pinned' });
    await vi.advanceTimersByTimeAsync(0);
    expect(asked('article')).toHaveLength(1);
  });

  it('is requested as soon as the card has been visible for long enough', async () => {
    const { desk, asked, proven, show } = open();
    proven.now = false;
    await show(drawingOf(1), answerOf('iran', wanted));
    desk.hear({ type: 'shown' });
    await vi.advanceTimersByTimeAsync(550);
    expect(asked('article')).toEqual([]);
    proven.now = true;
    await vi.advanceTimersByTimeAsync(100);
    expect(asked('article')).toHaveLength(1);
  });

  it('is not requested if the card was closed or replaced before it was seen', async () => {
    for (const next of ['clear', 'turn']) {
      const { desk, asked, proven, show } = open();
      proven.now = false;
      await show(drawingOf(1), answerOf('iran', wanted));
      desk.hear({ type: 'shown' });
      await vi.advanceTimersByTimeAsync(300);
      if (next === 'clear') desk.hear({ type: 'clear' });
      else await show(drawingOf(2, 'iran', 'iraq'), answerOf('iraq', { article: ready }));
      proven.now = true;
      await vi.advanceTimersByTimeAsync(10_000);
      expect(asked('article'), next).toEqual([]);
    }
  });

  it('is requested by consent alone when the browser cannot tell what is visible', async () => {
    const { desk, asked, proven, settle, show } = open({ canTell: false });
    proven.now = false;
    await show(drawingOf(1), answerOf('iran', wanted));
    desk.hear({ type: 'shown' });
    await settle();
    expect(asked('article').map(({ ask }) => ask)).toEqual([{ entity: 'iran', proof: 'consent' }]);
  });

  it('is requested only when its own card is seen: one seen before it was closed no longer counts', async () => {
    const { desk, asked, settle, show } = open();
    await show(drawingOf(1));
    desk.hear({ type: 'shown' });
    desk.hear({ type: 'clear' });
    await show(drawingOf(2), answerOf('iran', wanted));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked('article')).toEqual([]);
    desk.hear({ type: 'shown' });
    await settle();
    expect(asked('article')).toHaveLength(1);
    // And with each card that is opened anew.
    desk.hear({ type: 'clear' });
    await show(drawingOf(3), answerOf('iran', wanted));
    desk.hear({ type: 'shown' });
    await settle();
    expect(asked('article')).toHaveLength(2);
  });

  it('is fetched for the next time if an old one is shown, and the text being read stays', async () => {
    const { desk, asked, card, settle, show } = open();
    await show(drawingOf(1), answerOf('iran', { article: stale, automatic: true }));
    desk.hear({ type: 'shown' });
    await settle();
    expect(asked('article')).toHaveLength(1);
    asked('article')[0]?.done(ready);
    await settle();
    expect(card().article).toEqual(stale);
  });

  it.each<readonly [string, ArticleState, boolean]>([
    ['an old one, not wanted automatically', stale, false],
    ['a fresh one', ready, true],
    ['one behind a button', { state: 'ask', host }, true],
    ['none', { state: 'none' }, true],
    ['a missing one', { state: 'missing' }, true],
    ['one that failed', { state: 'failed', reason: 'x' }, true],
    ['one that is switched off', { state: 'off' }, true],
    ['a wiki that wants a pause', { state: 'busy', retryAt: 0 }, true],
  ])('is left as it is: %s', async (_, state, automatic) => {
    const { desk, asked, show } = open();
    await show(drawingOf(1), answerOf('iran', { article: state, automatic }));
    desk.hear({ type: 'shown' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked('article')).toEqual([]);
  });

  it('that fails is reported as failed', async () => {
    const { desk, asked, card, settle, show } = open();
    await show(drawingOf(1), answerOf('iran', wanted));
    desk.hear({ type: 'shown' });
    await settle();
    asked('article')[0]?.failed(new CallError('no-receiver', 'the worker went'));
    await settle();
    expect(card().article?.state).toBe('failed');
  });
});

describe('the article fetched by a press', () => {
  it.each([
    [true, 'sight'],
    [false, 'none'],
  ] as const)('is requested with what the browser can tell (%s: %s), and shown', async (canTell, proof) => {
    const { asked, card, settle, show } = open({ canTell });
    await show();
    card().on.askArticle('iran');
    expect(asked('article').map(({ ask }) => ask)).toEqual([{ entity: 'iran', proof }]);
    asked('article')[0]?.done(ready);
    await settle();
    expect(card()).toMatchObject({ article: ready, refusal: null });
  });

  it('is not requested if that is not enough: the button comes back, with the reason', async () => {
    const { asked, card, settle, show } = open({ canTell: false });
    await show();
    const before = card().article;
    card().on.askArticle('iran');
    asked('article')[0]?.failed(new CallError('refused', 'nobody has seen this button'));
    await settle();
    expect(card()).toMatchObject({ article: { state: 'ask', host }, refusal: 'unproven' });
    // Another object: whoever waits for another state has got one.
    expect(card().article).not.toBe(before);
  });

  it('that fails is reported as failed', async () => {
    const { asked, card, settle, show } = open();
    await show();
    card().on.askArticle('iran');
    asked('article')[0]?.failed(new CallError('failed', 'x'));
    await settle();
    expect(card()).toMatchObject({ article: { state: 'failed' }, refusal: null });
  });

  it('appears in no other card, however late it comes', async () => {
    const { asked, card, settle, show } = open();
    await show();
    card().on.askArticle('iran');
    await show(drawingOf(2, 'iran', 'iraq'));
    asked('article')[0]?.done(ready);
    await settle();
    expect(card()).toMatchObject({ view: { entity: 'iraq' }, article: { state: 'ask' } });
  });
});

describe('a press that has a lasting effect', () => {
  it('counts if the button was fully visible, or the browser cannot tell', async () => {
    const button = document.createElement('button');
    for (const [canTell, isProven, may] of [
      [true, true, true],
      [true, false, false],
      [false, false, true],
    ] as const) {
      const { desk, card, proven, show } = open({ canTell });
      proven.now = isProven;
      await show();
      expect(desk.mayPress(button)).toBe(may);
      expect(card().refusal).toBe(may ? null : 'unseen');
    }
  });

  it('is refused only until the next one succeeds, or another name is shown', async () => {
    const { desk, asked, card, proven, settle, show } = open();
    proven.now = false;
    await show();
    desk.mayPress(document.createElement('button'));
    card().on.openLink('https://a.org/');
    asked('openLink')[0]?.done(null);
    await settle();
    expect(card().refusal).toBeNull();
    desk.mayPress(document.createElement('button'));
    await show(drawingOf(2, 'iran', 'iraq'));
    expect(card().refusal).toBeNull();
  });

  it.each([
    ['openLink', (on: CardProps['on']) => on.openLink('https://a.org/'), { url: 'https://a.org/' }],
    ['openNotes', (on: CardProps['on']) => on.openNotes('iran'), { entity: 'iran' }],
    ['openBeside', (on: CardProps['on']) => on.openBeside('iran'), { entity: 'iran', day: '2020-11-20' }],
    ['chooseDay', (on: CardProps['on']) => on.setDay('2020-11-19'), { day: '2020-11-19', tab: null, proof: 'sight' }],
    ['mute', (on: CardProps['on']) => on.mute('iran'), { entity: 'iran', muted: true, proof: 'sight' }],
    ['refuse', (on: CardProps['on']) => on.refuse(), { entity: 'iran', form: 'Persia', refused: true, proof: 'sight' }],
  ] as const)('%s reports a failure', async (name, act, ask) => {
    const { asked, card, said, settle, show } = open();
    await show();
    said.length = 0;
    act(card().on);
    expect(asked(name).map((call) => call.ask)).toEqual([ask]);
    asked(name)[0]?.failed(new CallError('context-lost', 'gone'));
    await settle();
    expect(card()).toMatchObject({ refusal: 'failed', done: null });
    expect(said).toEqual([]);
  });
});

describe('opening a card beside its story', () => {
  const beside = async () => {
    const stage = open();
    await stage.show();
    stage.said.length = 0;
    stage.card().on.besideStory('iran');
    return stage;
  };

  it('is requested with the day of the story, after which the card over the story closes', async () => {
    const { asked, said, settle } = await beside();
    expect(asked('besideStory').map(({ ask }) => ask)).toEqual([{ entity: 'iran', day: '2020-11-20' }]);
    expect(said).toEqual([]);
    asked('besideStory')[0]?.done({ state: 'here' });
    await settle();
    expect(said).toEqual([{ type: 'close' }]);
  });

  it('stays over the story and names the key if the reader has to open the panel, until another name is shown', async () => {
    const { asked, card, said, settle, show } = await beside();
    asked('besideStory')[0]?.done({ state: 'waits', key: 'Alt+Shift+S' });
    await settle();
    expect(card().waits).toEqual({ key: 'Alt+Shift+S' });
    expect(said).not.toContainEqual({ type: 'close' });
    await show(drawingOf(2, 'iran', 'iraq'));
    expect(card().waits).toBeNull();
  });

  it('reports a missing answer', async () => {
    const { asked, card, said, settle } = await beside();
    asked('besideStory')[0]?.failed(new CallError('context-lost', 'gone'));
    await settle();
    expect(card()).toMatchObject({ refusal: 'failed', waits: null });
    expect(said).not.toContainEqual({ type: 'close' });
  });
});

describe('setting the day of the story', () => {
  it('redraws the card in its place if the day has changed', async () => {
    const { asked, card, desk, settle, show } = open();
    await show();
    expect(card().days).toEqual({ day: '2020-11-20', pageDay: '2020-11-20' });
    desk.hear({ type: 'draw', drawing: { ...drawingOf(1), day: '2019-05-06' } });
    expect(asked('card').map(({ ask }) => ask.day)).toEqual(['2020-11-20', '2019-05-06']);
    asked('card')[1]?.done(answerOf('iran'));
    await settle();
    expect(card().days).toEqual({ day: '2019-05-06', pageDay: '2020-11-20' });
  });

  it('is ignored if it was requested for an earlier card', async () => {
    const { asked, card, desk, settle } = open();
    desk.hear({ type: 'draw', drawing: drawingOf(1) });
    desk.hear({ type: 'draw', drawing: { ...drawingOf(1), day: '2019-05-06' } });
    asked('card')[1]?.done(answerOf('iran'));
    await settle();
    asked('card')[0]?.done(answerOf('iran'));
    await settle();
    expect(card().days?.day).toBe('2019-05-06');
  });

  it('opens a panel whose buttons have to be fully visible as well', async () => {
    const { desk, show, sight } = open();
    await show();
    sight.look.mockClear();
    desk.resized();
    expect(sight.look).toHaveBeenCalled();
  });
});

describe('mute and "not this one"', () => {
  /** Pressed, and stored. */
  async function muted(parts = open()) {
    await parts.show();
    parts.said.length = 0;
    parts.card().on.mute('iran');
    parts.asked('mute')[0]?.done(null);
    await parts.settle();
    return parts;
  }

  it('are announced and can be undone for ten seconds; then the card closes', async () => {
    const { card, said } = await muted();
    expect(card().done).toMatchObject({ what: 'muted', name: 'Name of iran' });
    expect(said).toEqual([{ type: 'choices-changed' }, { type: 'hold', by: 'undo' }]);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(said).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(said.slice(2)).toEqual([{ type: 'hold', by: null }, { type: 'close' }]);
  });

  it('are announced only once they are stored', async () => {
    const { card, said, show, settle } = open();
    await show();
    said.length = 0;
    card().on.mute('iran');
    await settle();
    expect([card().done, said]).toEqual([null, []]);
  });

  it.each([
    [false, [true, false]],
    [true, [true]],
  ])(
    'are undone when the frame is removed, unless the browser could tell (%s) that the reader saw them',
    async (canTell, asks) => {
      const { desk, card, asked, settle, show } = open({ canTell });
      await show();
      card().on.mute('iran');
      asked('mute')[0]?.done(null);
      await settle();
      desk.leave();
      expect(asked('mute').map(({ ask }) => (ask as { muted: boolean }).muted)).toEqual(asks);
    },
  );

  it('are undone at a press, and the card stays', async () => {
    const { card, said, asked, settle } = await muted();
    said.length = 0;
    card().on.undo();
    expect(asked('mute')[1]?.ask).toEqual({ entity: 'iran', muted: false, proof: 'sight' });
    expect(card().done).not.toBeNull();
    asked('mute')[1]?.done(null);
    await settle();
    expect(card()).toMatchObject({ done: null, refusal: null });
    expect(said).toEqual([{ type: 'hold', by: null }, { type: 'choices-changed' }]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(types(said)).not.toContain('close');
    card().on.undo();
    expect(asked('mute')).toHaveLength(2);
  });

  it('differ from knowing a name, which offers the same for all of its kind, can be undone, and closes nothing', async () => {
    const { card, asked, said, settle, show } = open();
    const familiar = { known: false, kind: 'countries', kindKnown: false } as const;
    await show(undefined, answerOf('iran', { familiar }));
    expect(card().familiar).toEqual(familiar);
    said.length = 0;
    card().on.know('iran', true);
    expect(asked('know')[0]?.ask).toEqual({ entity: 'iran', known: true, proof: 'sight' });
    asked('know')[0]?.done(null);
    await settle();
    expect(card()).toMatchObject({ done: { what: 'known', kind: 'countries' }, familiar: { known: true } });
    expect(types(said)).toContain('choices-changed');
    card().on.undo();
    expect(asked('know')[1]?.ask).toEqual({ entity: 'iran', known: false, proof: 'sight' });
    asked('know')[1]?.done(null);
    await settle();
    expect(card()).toMatchObject({ done: null, familiar });
    card().on.knowAll('countries');
    expect(asked('know')[2]?.ask).toEqual({ entity: '*countries', known: true, proof: 'sight' });
    asked('know')[2]?.done(null);
    await settle();
    expect(card()).toMatchObject({ done: { what: 'knows-all' }, familiar: { known: false, kindKnown: true } });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(types(said)).not.toContain('close');
  });

  it('differ from no longer knowing a name, which needs no way back', async () => {
    const { card, asked, said, settle, show } = open();
    await show(undefined, answerOf('iran', { familiar: { known: true, kind: null, kindKnown: false } }));
    said.length = 0;
    card().on.know('iran', false);
    asked('know')[0]?.done(null);
    await settle();
    expect(card()).toMatchObject({ done: null, familiar: { known: false } });
    expect(types(said)).toEqual(['choices-changed']);
  });

  it('for a part of the note request the card again, can be undone, and close nothing', async () => {
    const { card, asked, said, settle, show } = open();
    await show();
    const part = {
      entity: 'opec',
      name: 'OPEC',
      note: {},
      why: 'asks',
      asks: [{ entity: 'q6', name: 'Left' }],
    } as never;
    const cards = asked('card').length;
    said.length = 0;
    card().on.placeNote(part, 'q6');
    expect(asked('placeNote')[0]?.ask).toEqual({ entity: 'opec', place: 'q6' });
    asked('placeNote')[0]?.done(null);
    await settle();
    asked('card')[cards]?.done(answerOf('iran', { namedIn: [{ entity: 'x', name: 'Anew' }] }));
    await settle();
    expect(card()).toMatchObject({ done: { what: 'placed', name: 'Left' }, namedIn: [{ name: 'Anew' }] });
    card().on.undo();
    expect(asked('placeNote')[1]?.ask).toEqual({ entity: 'opec', place: null });
    asked('placeNote')[1]?.done(null);
    await settle();
    asked('card')[cards + 1]?.done(answerOf('iran'));
    await settle();
    expect(card()).toMatchObject({ done: null, namedIn: [] });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(types(said)).not.toContain('close');
  });

  it('can be undone again after that failed, and report the failure', async () => {
    const { card, asked, settle } = await muted();
    card().on.undo();
    asked('mute')[1]?.failed(new CallError('failed', 'x'));
    await settle();
    expect(card().refusal).toBe('failed');
    expect(card().done).not.toBeNull();
    card().on.undo();
    asked('mute')[2]?.done(null);
    await settle();
    expect(card()).toMatchObject({ done: null, refusal: null });
  });

  it('name the story’s words when these are refused, and close the card after that', async () => {
    const { card, asked, said, settle, show } = open();
    await show();
    card().on.refuse();
    expect(asked('refuse')[0]?.ask).toEqual({ entity: 'iran', form: 'Persia', refused: true, proof: 'sight' });
    asked('refuse')[0]?.done(null);
    await settle();
    expect(card().done).toMatchObject({ what: 'refused', name: 'Name of iran', form: 'Persia' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(said.at(-1)).toEqual({ type: 'close' });
  });

  it('show the other entity if one was chosen instead, undo that, and close nothing', async () => {
    const { card, asked, said, settle, show } = open();
    await show();
    card().on.choose('persia-the-band');
    expect(types(said)).not.toContain('instead');
    asked('refuse')[0]?.done(null);
    await settle();
    expect(said.at(-1)).toEqual({ type: 'instead', entity: 'persia-the-band' });
    await show({ ...drawingOf(2, 'persia-the-band'), link: drawingOf(1, 'iran').link });
    expect(card().done).toMatchObject({ what: 'chosen' });
    card().on.undo();
    expect(asked('refuse')[1]?.ask).toEqual({ entity: 'iran', form: 'Persia', refused: false, proof: 'sight' });
    asked('refuse')[1]?.done(null);
    await settle();
    expect(said.at(-1)).toEqual({ type: 'instead', entity: 'iran' });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(types(said)).not.toContain('close');
  });

  it('do not mention the other choice if nothing was stored', async () => {
    const { card, asked, said, settle, show } = open();
    await show();
    card().on.choose('persia-the-band');
    asked('refuse')[0]?.failed(new CallError('failed', 'x'));
    await settle();
    expect(types(said)).not.toContain('instead');
    expect(card().refusal).toBe('failed');
  });

  it('are forgotten with the card: nothing closes the next one', async () => {
    const { desk, card, said, show } = await muted();
    desk.hear({ type: 'clear' });
    said.length = 0;
    await show(drawingOf(2, 'iraq'));
    expect(card().done).toBeNull();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(types(said)).toEqual(['drawn']);
  });

  it('do not count as undone if another choice was made meanwhile', async () => {
    const { card, asked, settle } = await muted();
    card().on.undo();
    card().on.refuse();
    asked('refuse')[0]?.done(null);
    await settle();
    asked('mute')[1]?.done(null);
    await settle();
    expect(card().done?.what).toBe('refused');
  });

  it('have ten seconds of their own each', async () => {
    const { card, asked, said, settle } = await muted();
    await vi.advanceTimersByTimeAsync(6_000);
    card().on.refuse();
    asked('refuse')[0]?.done(null);
    await settle();
    await vi.advanceTimersByTimeAsync(6_000);
    expect(types(said)).not.toContain('close');
    expect(card().done?.what).toBe('refused');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(said.at(-1)).toEqual({ type: 'close' });
  });
});

describe('editing a note', () => {
  function editorOf() {
    const session = { flush: vi.fn(), holdsWords: vi.fn(() => false) } as unknown as EditorSession;
    const close = vi.fn();
    const editor: OpenEditor = { session, name: 'Iran', explain: () => 'failed', glimpse: () => null, close };
    return { editor, session, close };
  }
  async function writing() {
    const parts = open();
    const { editor, session, close } = editorOf();
    parts.openEditor.mockResolvedValue(editor);
    await parts.show();
    parts.said.length = 0;
    const opened = (await parts.card().on.openEditor('iran')) as OpenEditor;
    const tell = (parts.openEditor.mock.lastCall as unknown as [unknown, (session: EditorSession) => void])[1];
    return { ...parts, opened, session, close, tell: () => tell(session) };
  }

  it('holds the card open while it lasts, and no longer', async () => {
    const { said, opened, close } = await writing();
    expect(said).toEqual([{ type: 'hold', by: 'note' }]);
    opened.close();
    expect(close).toHaveBeenCalledTimes(1);
    expect(said.at(-1)).toEqual({ type: 'hold', by: null });
  });

  it('that could not begin holds nothing', async () => {
    const { card, said, show } = open();
    await show();
    said.length = 0;
    expect(await card().on.openEditor('iran')).toBeNull();
    expect(said).toEqual([]);
  });

  it('provides the selection on request, and none if there is none', async () => {
    const { card, desk, show } = open();
    const passage = { text: 'Calm.', title: 'T', url: 'https://a.org/', day: null };
    await show({ ...drawingOf(1), passage });
    expect(await card().on.passage()).toEqual(passage);
    desk.hear({ type: 'passage', passage: null });
    expect(await card().on.passage()).toBeNull();
  });

  it('reports whether there are unstored words, whenever that changes', async () => {
    const { said, tell, session } = await writing();
    said.length = 0;
    tell();
    vi.mocked(session.holdsWords).mockReturnValue(true);
    tell();
    tell();
    vi.mocked(session.holdsWords).mockReturnValue(false);
    tell();
    expect(said).toEqual([
      { type: 'words', unstored: true },
      { type: 'words', unstored: false },
    ]);
  });

  it('sends what is unstored when the page closes', async () => {
    const { desk, session, opened } = await writing();
    desk.flush();
    expect(session.flush).toHaveBeenCalledTimes(1);
    opened.close();
    desk.flush();
    expect(session.flush).toHaveBeenCalledTimes(1);
  });

  it('is locked as soon as the focus is lost, until the reader script says who moved it', async () => {
    const { desk, card, said } = await writing();
    desk.focused(true);
    expect(card().lock).toBe('none');
    desk.focused(false);
    expect(card().lock).toBe('checking');
    expect(said.slice(-2)).toEqual([
      { type: 'focus', inside: true },
      { type: 'focus', inside: false },
    ]);
    desk.hear({ type: 'focus-left', asked: true });
    expect(card().lock).toBe('none');
    desk.focused(false);
    desk.hear({ type: 'focus-left', asked: false });
    expect(card().lock).toBe('taken');
    // The focus alone does not open it again: the page gives it back as easily.
    desk.focused(true);
    desk.focused(false);
    expect(card().lock).toBe('taken');
  });

  it('is locked if the page had the focus before the editor opened, and again when it takes it once more', async () => {
    const { focus, card, settle, ...parts } = open();
    parts.openEditor.mockResolvedValue(editorOf().editor);
    await parts.show();
    focus.now = false;
    await card().on.openEditor('iran');
    await settle();
    expect(card().lock).toBe('taken');
    card().on.unlock();
    await settle();
    expect(card().lock).toBe('taken');
    focus.now = true;
    card().on.unlock();
    await settle();
    expect(card().lock).toBe('none');
  });

  it('is locked if the page takes the focus just after the editor opened, without an event', async () => {
    const { focus, card, settle, ...parts } = open();
    parts.openEditor.mockResolvedValue(editorOf().editor);
    await parts.show();
    await card().on.openEditor('iran');
    await settle();
    expect(card().lock).toBe('none');
    focus.now = false;
    await vi.waitFor(() => expect(card().lock).toBe('taken'));
  });

  it('is not locked if the reader goes to the story as soon as the editor opens', async () => {
    const { desk, focus, card } = await writing();
    focus.now = false;
    desk.focused(false);
    desk.hear({ type: 'focus-left', asked: true });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(card().lock).toBe('none');
  });

  it('continues when the reader says so, with the caret in the text', async () => {
    const { desk, card } = await writing();
    desk.focused(false);
    desk.hear({ type: 'focus-left', asked: false });
    card().on.unlock();
    expect(card().lock).toBe('none');
    expect(document.activeElement).toBe(document.querySelector('textarea'));
  });

  it('is locked only while a note is edited', async () => {
    const plain = open();
    await plain.show();
    plain.desk.focused(false);
    plain.desk.hear({ type: 'focus-left', asked: false });
    expect(plain.card().lock).toBe('none');

    const { desk, card, opened } = await writing();
    desk.focused(false);
    opened.close();
    desk.hear({ type: 'theme', theme: 'dark' });
    expect(card().lock).toBe('none');
  });

  it('keeps its hold, and the card, when the time to undo a mute has passed', async () => {
    const { card, asked, said, settle, opened } = await writing();
    card().on.mute('iran');
    asked('mute')[0]?.done(null);
    await settle();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(card().done).toBeNull();
    expect(types(said)).not.toContain('close');
    expect(said.filter(({ type }) => type === 'hold')).toEqual([{ type: 'hold', by: 'note' }]);
    opened.close();
    expect(said.at(-1)).toEqual({ type: 'hold', by: null });
  });

  it('that ends leaves the hold of what can still be undone', async () => {
    const { card, asked, said, settle, opened } = await writing();
    card().on.mute('iran');
    asked('mute')[0]?.done(null);
    await settle();
    opened.close();
    expect(said.at(-1)).toEqual({ type: 'hold', by: 'undo' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(said.slice(-2)).toEqual([{ type: 'hold', by: null }, { type: 'close' }]);
  });
});

it('presses meant for the shell are passed on unchanged', async () => {
  const { card, said, show } = open();
  await show();
  said.length = 0;
  const { on } = card();
  on.pin();
  on.unpin();
  on.move(24, 0);
  on.back();
  on.close();
  on.nested('iraq');
  expect(said).toEqual([
    { type: 'pin' },
    { type: 'unpin' },
    { type: 'moved', x: 24, y: 0 },
    { type: 'back' },
    { type: 'close' },
    { type: 'nested', entity: 'iraq' },
  ]);
});
