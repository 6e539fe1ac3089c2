/** Words beside a name that make a longer name of it, or another one. */
import { describe, expect, it } from 'vitest';
import { english } from '../../../lib/language';
import { findSpeltNames } from '../../../lib/linking/find/spelt-names';
import { readBlock } from '../../../lib/linking/read/reading';
import { openPack, writePack } from '../../../lib/pack';
import { cards, world } from './small-world';

const [someEntity, someForm] = [world.entities[0]!, world.forms[0]!];
const place = (key: string, name: string) => ({ ...someEntity, key, name, kind: 'place' as const });
const packs = [
  openPack(
    writePack({
      ...world,
      entities: [
        ...world.entities,
        place('orl-county', 'Orl County'),
        place('san-orl-county', 'San Orl County'),
        place('tarn-county', 'Tarn County'),
        place('orl', 'Orl'),
        { ...someEntity, key: 'goal-stores', name: 'Goal Stores', kind: 'company' as const },
      ],
      forms: [
        ...world.forms,
        { ...someForm, entity: 'goal-stores', form: 'Goal', use: 'company', company: ['valdoria'] },
      ],
    }),
  ),
];
const opened = (text: string) => cards([text], { packs });

describe('a noun after a list of names', () => {
  it('belongs to each name in it', () => {
    expect(opened('Crops in Orl and Tarn Counties froze.')).toEqual([
      'Orl → orl-county',
      'Tarn Counties → tarn-county',
    ]);
    expect(opened('Crops in San Orl, Orl and Tarn Counties froze.')).toEqual([
      'San Orl → san-orl-county',
      'Orl → orl-county',
      'Tarn Counties → tarn-county',
    ]);
  });

  it('also does if an article begins the list', () => {
    expect(opened('The Orl and Tarn Counties froze.')).toEqual(['Orl → orl-county', 'Tarn Counties → tarn-county']);
  });

  it('does not belong to a name before the list', () => {
    expect(opened('Crops from Orl to Kelmar and Tarn Counties froze.')).toEqual(['Orl → orl', 'Tarn Counties → tarn-county']); // biome-ignore format: one line
  });

  it('does not turn a single name into a county', () => {
    expect(opened('Crops in Tarn Counties froze.')).toEqual([]);
  });
});

describe('the legal form after a company name', () => {
  it.each([
    ['Shares of Gala Inc fell.', 'Gala Inc → gala'],
    ['Shares of Gala, Inc. fell.', 'Gala, Inc. → gala'],
    ['Shares of Gala & Co fell.', 'Gala & Co → gala'],
    ['Shares of Gala Holdings Ltd fell.', 'Gala Holdings Ltd → gala'],
    ['Shares of Gala Co Ltd fell.', 'Gala Co Ltd → gala'],
    ['Shares of Goal Corp fell.', 'Goal Corp → goal-stores'],
  ])('is part of it, which makes it the full name: %s', (text, card) => {
    expect(opened(text)).toEqual([card]);
  });

  it('is needed for an ordinary word', () => {
    expect(opened('Shares of Goal fell.')).toEqual([]);
  });

  it('does not count if it is an ordinary word in a headline', () => {
    expect(opened('The Last of Gala As It Was')).toEqual(['Gala → gala']);
  });

  it('does not turn a person or a place into a company', () => {
    expect(opened('Shares of Orl Inc fell.')).not.toContain('Orl Inc → orl');
  });
});

describe('names whose initials spell an acronym', () => {
  const spelt = (acronym: string, text: string) =>
    findSpeltNames([readBlock({ id: 0, text, role: 'body' }, english)])(acronym);

  it.each([
    ['hse', 'He left the Harbour Stock Exchange in May.', ['harbour stock exchange']],
    ['bob', 'He left the Bank of Orl and Bergen in May.', ['bank orl bergen']],
    ['uth', 'It was the Upper Tarn Health Office.', ['upper tarn health']],
    ['hse', 'He left Harbour, Stock, Exchange.', []],
    ['hse', 'He left the Harbour stock Exchange.', []],
    ['hse', 'Harbour Stock Exchange Falls Once Again', []],
    ['hse', 'He left the Harbour S. Exchange.', []],
    ['hse', 'He left the HARBOUR STOCK EXCHANGE of which he had been in charge for many long years.', []],
    ['hs', 'He left the Harbour Stock.', []],
  ])('%s: %s', (acronym, text, names) => {
    expect(spelt(acronym, text)).toEqual(names);
  });
});
