// @vitest-environment happy-dom
/** When the open world is asked, and whose answer is shown: over a background that answers when it is told to. */
import { act } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OnWikipediaProps } from '../../../components/glossary';

const stage = vi.hoisted(() => ({
  asked: [] as (readonly [name: string, ask: unknown])[],
  answers: [] as ((answer: unknown) => void)[],
  may: true,
}));
vi.mock('../../../lib/messages', () => ({
  callBackground(name: string, ask: unknown) {
    stage.asked.push([name, ask]);
    return new Promise((answer) => stage.answers.push(answer));
  },
}));
vi.mock('../../../entrypoints/own-page/may-send-words', () => ({
  learnWhatMayBeSent: async () => {},
  maySendWords: async () => stage.may,
}));

import { useWorldSearch } from '../../../entrypoints/own-page/use-world-search';
import { render } from '../components/render';

const FIND = { entity: 'q1', name: 'Ilva Brandecker', gloss: '' };
const FOUND = { state: 'found', finds: [FIND] } as const;

function start(names: 'ask' | 'never' = 'ask') {
  let shown: OnWikipediaProps | null = null;
  const onCard = vi.fn();
  const settings = {
    names,
    wikiApi: 'https://wiki.example/w/api.php',
    wikidataApi: 'https://data.example:81/w/api.php',
  };
  function Probe({ typed }: { readonly typed: string }) {
    shown = useWorldSearch({ typed, inPrivate: true, settings, onCard, openSettings() {} });
    return null;
  }
  const { again } = render(<Probe typed=" Ilva " />);
  return {
    onCard,
    shown: () => shown as unknown as OnWikipediaProps,
    type: (typed: string) => again(<Probe typed={typed} />),
  };
}
/** Until all that follows from it by itself has happened. */
const press = (what: () => void) =>
  act(async () => {
    what();
    await new Promise((next) => setTimeout(next));
  });
const answer = (given: unknown) => press(() => stage.answers.shift()?.(given));

beforeEach(() => {
  stage.asked.length = 0;
  stage.answers.length = 0;
  stage.may = true;
});

describe('a search of the open world', () => {
  it('happens only at the press, for the words in one line', async () => {
    const { shown } = start();
    expect(shown()).toMatchObject({
      words: 'Ilva',
      hosts: { wiki: 'wiki.example', items: 'data.example:81' },
      search: { state: 'idle' },
    });
    expect(stage.asked).toEqual([]);
    await press(shown().on.search);
    expect(stage.asked).toEqual([['searchWorld', { words: 'Ilva', inPrivate: true }]]);
    expect(shown().search).toEqual({ state: 'searching' });
    await answer(FOUND);
    expect(shown().search).toEqual(FOUND);
  });

  it('does not happen if the browser’s permission was refused', async () => {
    stage.may = false;
    const { shown } = start();
    await press(shown().on.search);
    expect(stage.asked).toEqual([]);
    expect(shown().search).toEqual({ state: 'idle' });
  });

  it('is off if the reader never wants names looked up', () => {
    expect(start('never').shown().search).toEqual({ state: 'off' });
  });

  it('is started again for other words, and a late answer is ignored', async () => {
    const { shown, type } = start();
    await press(shown().on.search);
    type('Ilvan');
    expect(shown().search).toEqual({ state: 'idle' });
    await answer(FOUND);
    expect(shown().search).toEqual({ state: 'idle' });
    expect(stage.asked).toHaveLength(1);
  });

  it('opens the card of what was chosen, under its current key', async () => {
    const { shown, onCard } = start();
    await press(shown().on.search);
    await answer(FOUND);
    await press(() => shown().on.open(FIND));
    expect(stage.asked.at(-1)).toEqual(['openWorldItem', { item: 'q1', inPrivate: true }]);
    expect(shown().opening).toEqual(FIND);
    await answer({ state: 'found', entity: 'q9' });
    expect(onCard.mock.calls).toEqual([['q9']]);
    expect(shown()).toMatchObject({ search: FOUND, opening: null, refusal: null });
  });

  it('opens no card that the reader did not wait for', async () => {
    const { shown, type, onCard } = start();
    await press(shown().on.search);
    await answer(FOUND);
    await press(() => shown().on.open(FIND));
    type('something else');
    await answer({ state: 'found', entity: 'q1' });
    expect(onCard).not.toHaveBeenCalled();
  });

  it.each([{ state: 'gone' }, { state: 'offline' }] as const)('explains why none opened: %o', async (trouble) => {
    const { shown, onCard } = start();
    await press(shown().on.search);
    await answer(FOUND);
    await press(() => shown().on.open(FIND));
    await answer(trouble);
    expect(shown()).toMatchObject({ search: FOUND, opening: null, refusal: { find: FIND, trouble } });
    expect(onCard).not.toHaveBeenCalled();
  });
});
