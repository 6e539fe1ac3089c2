import { expect, it } from 'vitest';
import type { EntityLabel } from '../../../lib/facts';
import { glossaryOf } from '../../../lib/page';

type Spots = Parameters<typeof glossaryOf>[0];

/** Each name in brackets is a mention: "[Mohandes=muhandis]". */
function spotsIn(marked: string): Spots {
  const block = { text: marked.replace(/\[([^=]+)=[^\]]+\]/g, '$1') };
  let removed = 0;
  return [...marked.matchAll(/\[([^=]+)=([^\]]+)\]/g)].map(({ 0: all, 1: words = '', 2: entity = '', index }, at) => {
    const start = index - removed;
    removed += all.length - words.length;
    return { id: String(at), block, mention: { start, end: start + words.length, entity, salience: at / 10 } };
  }) as unknown as Spots;
}

const named = (name: string): EntityLabel => ({ kind: 'person', name, gloss: '' });

it('has each entity once, with the words that the story uses for it', () => {
  const spots = spotsIn('[Abu Mahdi=m] and [Iran=i]; then [Mohandes=m], [Mohandes=m] of [nobody=x]. [Abu Mahdi=m].');
  const entities = new Map([
    ['m', named('Abu Mahdi al-Muhandis')],
    ['i', named('Iran')],
  ]);
  expect(glossaryOf(spots, entities).map(({ entity, forms, count, order }) => [entity, forms, count, order])).toEqual([
    ['m', ['Abu Mahdi', 'Mohandes'], 4, 0],
    ['i', ['Iran'], 1, 1],
  ]);
});

it('keeps only a limited number of words when a page varies them without end', () => {
  const spots = spotsIn(Array.from({ length: 500 }, (_, at) => `[Name ${at}=m]`).join(' '));
  const [one] = glossaryOf(spots, new Map([['m', named('M')]]));
  expect([one?.count, one?.forms.length, one?.forms[0]]).toEqual([500, 12, 'Name 0']);
});

it('takes the highest salience of an entity’s mentions', () => {
  const spots = spotsIn('[Abu Mahdi=m] of [Iran=i] and [Mohandes=m].');
  const salience = (inOrder: Spots) =>
    glossaryOf(inOrder, new Map([['m', named('M')]])).map(({ entity, salience }) => [entity, salience]);
  expect(salience(spots)).toEqual([['m', 0.2]]);
  expect(salience(spots.toReversed())).toEqual([['m', 0.2]]);
});
