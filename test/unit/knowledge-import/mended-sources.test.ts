/** What single files have wrong or cut short, and how their readers mend or leave it. */
import { afterAll, expect, it } from 'vitest';
import { articleTitle } from '../../../assets/knowledge/import/article-title';
import { importWorld } from '../../../assets/knowledge/import/import-world';
import { BY_HAND, type Facts, factsFolder, removeFolders } from './small-facts';

afterAll(removeFolders);

const rowsOf = (facts: Facts): string[][] =>
  (importWorld(factsFolder(facts), BY_HAND, []).tables?.entities ?? '')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
const told = (facts: Facts): string[] => rowsOf(facts).map(([, , name, , gloss]) => `${name}: ${gloss}`);

it('does not treat a section of an article, or a page for editors, as an article', () => {
  expect(articleTitle('https://en.wikipedia.org/wiki/Zenda#History')).toBe(null);
  expect(articleTitle('/wiki/Wikipedia:Verifiability')).toBe(null);
  expect(articleTitle('/wiki/Zenda_Castle')).toBe('Zenda Castle');
});

it('does not treat a town as a newspaper', () => {
  const paper = (title: string): string[] =>
    told({ 'us-newspapers.ndjson': [{ 'WP-title': title, state: 'Ohio', qid: 'Q8940', path: 'x' }] });
  expect(paper('Zenda, Ohio')).toEqual([]);
  expect(paper('Wikipedia:Zenda')).toEqual([]);
  expect(paper('Zenda&#39;s Log')).toEqual(["Zenda's Log: Newspaper in Ohio, the United States"]);
});

it('does not treat a team or list as the university whose row links to it', () => {
  const of = (title: string): string[] =>
    told({
      'ror-orgs.ndjson': [
        {
          ...{ id: '1', name: 'University of Hofbau', names: [], acr: [], types: ['education'], country: 'Ruritania' },
          ...{ q: ['Q8941'], wiki: [`https://en.wikipedia.org/wiki/${title}`], status: 'active', parent: [] },
        },
      ],
    });
  expect(of('University_of_Hofbau')).toEqual(['University of Hofbau: University in Ruritania']);
  expect(of('The_Lumberjack')).toEqual([]);
  expect(of('List_of_universities_in_Hofbau')).toEqual([]);
  expect(of('Hofbau_men_basketball')).toEqual([]);
});

it('writes the name of a firm without a stray article', () => {
  const firm = (name: string, src: string): string[] =>
    told({ 'companies-media-2026.ndjson': [{ name, aliases: [], kind: 'company', country: 'Ruritania', src }] });
  expect(firm('The Zendar Company', 'pyticker')).toEqual(['Zendar: Ruritanian company']);
  const [row] = rowsOf({
    'companies-media-2026.ndjson': [
      { name: 'Zendar (The)', aliases: [], kind: 'company', country: 'Ruritania', industry: 'Oil', src: 'sp500' },
    ],
  });
  expect([row?.[4], row?.[7]]).toEqual(['Ruritanian company · Oil', 'The Zendar']);
});

it('gives the country of a film before the word, and no honorific of a minister', () => {
  const film = (description: string): string[] =>
    told({
      'fb15k-wikidata.ndjson': [
        {
          ...{ wikidata_id: 'Q8942', label: 'Zenda and the Prisoner of Hofbau', alternatives: [], description },
          wikipedia: 'https://en.wikipedia.org/wiki/Zenda_and_the_Prisoner_of_Hofbau',
        },
      ],
      'popular-titles-lc.txt': 'zenda and the prisoner of hofbau\n',
    });
  expect(film('2007 film about the Bordurian war')).toEqual(['Zenda and the Prisoner of Hofbau: Film']);
  expect(film('2007 Ruritanian film about the Bordurian war')).toEqual([
    'Zenda and the Prisoner of Hofbau: Ruritanian film',
  ]);
  const holder = {
    ...{ name: 'The Hon Otto Strakencz', country: 'Ruritania', src: 'oa-australia' },
    posts: [['Minister for War', '2001-01-01', '2002-01-01', null]],
  };
  expect(told({ 'officeholders-2026.ndjson': [holder] })).toEqual([
    'Otto Strakencz: Ruritanian politician · Minister for War 2001–2002',
  ]);
});
