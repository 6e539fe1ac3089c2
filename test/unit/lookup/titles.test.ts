import { describe, expect, it } from 'vitest';
import {
  groupsOf,
  isUsableTitle,
  readSearch,
  readTitles,
  searchQuery,
  titlesOf,
  titlesQuery,
} from '../../../lib/lookup';

const page = (title: string, more: object = {}) => ({ pageid: 1, ns: 0, title, ...more });
const item = (id: string) => ({ pageprops: { wikibase_item: id } });
const ask = (query: object, ...titles: string[]) =>
  Object.fromEntries(readTitles({ batchcomplete: true, query }, titles));

describe('titles', () => {
  it('lead to items, through normalisation and redirects', () => {
    const query = {
      normalized: [{ fromencoded: false, from: 'ada Brunnvik', to: 'Ada Brunnvik' }],
      redirects: [
        { from: 'A. Brunnvik', to: 'Ada M. Brunnvik' },
        { from: 'Ada M. Brunnvik', to: 'Ada Brunnvik' },
        { from: 'Brunnvik case', to: 'Ada Brunnvik', tofragment: 'The case' },
      ],
      pages: [page('Ada Brunnvik', item('Q901')), page('Nobody', { missing: true }), page('Ola', { invalid: true })],
    };
    const found = { state: 'item', key: 'q901', title: 'Ada Brunnvik' };
    expect(
      ask(query, 'Ada Brunnvik', 'ada Brunnvik', 'A. Brunnvik', 'Brunnvik case', 'Nobody', 'Ola', 'Unasked'),
    ).toEqual({
      'Ada Brunnvik': { ...found, way: 'direct' },
      'ada Brunnvik': { ...found, way: 'direct' },
      'A. Brunnvik': { ...found, way: 'redirected' },
      'Brunnvik case': { ...found, way: 'part' },
      Nobody: { state: 'none' },
      Ola: { state: 'none' },
    });
  });

  it('that are a list of namesakes do not count as an article', () => {
    const namesakes = page('Brunnvik', { pageprops: { disambiguation: '', wikibase_item: 'Q902' } });
    expect(ask({ pages: [namesakes] }, 'Brunnvik')).toEqual({ Brunnvik: { state: 'namesakes' } });
  });

  it('are given up when redirects form a circle', () => {
    const redirects = [
      { from: 'A', to: 'B' },
      { from: 'B', to: 'A' },
    ];
    expect(ask({ redirects, pages: [page('A', item('Q1'))] }, 'A')).toEqual({
      A: { state: 'item', key: 'q1', title: 'A', way: 'redirected' },
    });
    // MediaWiki tells no page at all then; without this the name would be asked for again and again.
    expect(ask({ redirects, pages: [] }, 'A', 'C')).toEqual({ A: { state: 'none' } });
  });

  it.each(['Q0', 'P31', 'q5', 'Q1|Q2', 'Q1234567890', '../Q1'])('do not lead to an item called %s', (id) => {
    expect(ask({ pages: [page('A', item(id))] }, 'A')).toEqual({ A: { state: 'none' } });
  });

  it.each([null, {}, { query: { pages: {} } }, { query: { pages: [{ title: 7 }] } }])(
    'are not read from %j',
    (json) => {
      expect(() => readTitles(json, ['A'])).toThrow();
    },
  );

  it('are requested together', () => {
    expect(titlesQuery(['Ada Brunnvik', 'Ola'])).toMatchObject({ titles: 'Ada Brunnvik|Ola', redirects: '1' });
  });

  it.each(['', ' ', 'A|B', 'A#B', '<A>', '[A]', 'A_B', 'A\nB', 'A\u001fB', 'https://a.example', 'A'.repeat(256)])(
    'are never %j',
    (title) => expect(isUsableTitle(title)).toBe(false),
  );
});

describe('the titles requested for names', () => {
  const wanted = (name: string, ...roles: string[]) => ({ name, kind: null, roles });

  it('include the brackets that fit the description in the story', () => {
    const names = [wanted('Ada O’Hare', 'striker'), wanted('Zendra', 'chipmaker'), wanted('Ola')];
    expect([...titlesOf(names, 'en').values()]).toEqual([
      ["Ada O'Hare", "Ada O'Hare (footballer)"],
      ['Zendra', 'Zendra (company)'],
      ['Ola'],
    ]);
  });

  it('are limited to twenty names and fifty titles', () => {
    const names = Array.from({ length: 45 }, (_, i) => wanted(`Ada Brunnvik ${i}`, 'singer', 'senator'));
    const groups = groupsOf(names);
    expect(groups.map((group) => group.length)).toEqual([20, 20, 5]);
    const titles = groups.map((group) => titlesOf(group, 'en'));
    expect(titles.map((own) => [...own.values()].flat().length)).toEqual([50, 50, 15]);
    expect(groups.flat()).toEqual(names);
    expect(groups.every((own, at) => own.every(({ name }) => titles[at]!.get(name)![0] === name))).toBe(true);
  });

  it('form no address that a server rejects', () => {
    const names = Array.from({ length: 20 }, (_, i) => wanted(`${'名'.repeat(60)}${i}`, 'singer'));
    const groups = groupsOf(names);
    expect(groups.length).toBeLessThan(4);
    for (const group of groups) {
      expect(encodeURIComponent([...titlesOf(group, 'de').values()].flat().join('|')).length).toBeLessThan(6_000);
    }
  });
});

describe('a Wikidata search', () => {
  it('contains only words, without search commands', () => {
    expect(searchQuery('insource:/x/ -Ada "Brunnvik" | intitle:*').gsrsearch).toBe('insource x Ada Brunnvik intitle');
    expect(searchQuery('Jean-Luc O’Hare & Co.').gsrsearch).toBe('Jean-Luc O’Hare & Co.');
    expect(searchQuery('***').gsrsearch).toBe('');
  });

  it('returns candidates in order, each with a description, and no lists of namesakes', () => {
    const pages = [
      page('Ada Brunnvik (singer)', { index: 3, description: '<b>Singer</b>\u202e', ...item('Q903') }),
      page('Brunnvik', { index: 2, pageprops: { disambiguation: '' } }),
      page('Ada Brunnvik', { index: 1, description: 'Judge', ...item('Q901') }),
      page('Brunnvik Bay', { index: 4 }),
    ];
    expect(readSearch({ query: { pages } })).toEqual([
      { title: 'Ada Brunnvik', item: 'q901', gloss: 'Judge' },
      { title: 'Ada Brunnvik (singer)', item: 'q903', gloss: 'Singer' },
      { title: 'Brunnvik Bay', item: null, gloss: '' },
    ]);
  });

  it('may find nothing', () => {
    expect(readSearch({ batchcomplete: true })).toEqual([]);
  });
});
