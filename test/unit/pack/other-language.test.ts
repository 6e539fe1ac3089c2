import { expect, it } from 'vitest';
import { openPack, writePack } from '../../../lib/pack';
import { readTables } from '../../../lib/pack/tables';
import { form, smallSource } from './small-source';

it('forms of another language are kept apart, with all their endings', () => {
  const own = form('iran', 'Islamische Republik', { language: 'de' });
  const pack = openPack(writePack({ ...smallSource, forms: [...smallSource.forms, own] }));
  const languages = (text: string) =>
    pack.detect(text).flatMap(({ form: found }) => pack.candidates(found).map(({ language }) => language));
  expect(languages('Iran')).toEqual([null]);
  for (const text of ['Islamische Republik', 'Islamischen Republik']) expect(languages(text)).toEqual(['de']);
});

it('a form of another language is allowed beside the same one in the tables', () => {
  const same = form('iran', 'Iran', { language: 'de' });
  const pack = openPack(writePack({ ...smallSource, forms: [...smallSource.forms, same] }));
  const [hit] = pack.detect('Iran');
  expect(
    pack
      .candidates(hit?.form ?? -1)
      .map(({ language }) => language)
      .sort(),
  ).toEqual(['de', null]);
});

const table = (path: string, ...lines: string[]) => ({ path, text: `${lines.join('\n')}\n`.replaceAll('|', '\t') });
const NAMES = 'entity|form|use|company|from|to|weight|flags';
const files = (names: string) => [
  table('sources.tsv', 'id|name|url|licence', 'us|Us||'),
  table(
    'a/entities.tsv',
    'key|kind|name|qualifier|gloss|prominence|nouns|wikipedia|wikidata|source|as_of',
    'iran|place|Iran||||||Q794|us|2026-11-22',
  ),
  table(names, NAMES, 'iran|Persien|name|||||'),
];

it('the language of names comes from their file name', () => {
  const { source, problems } = readTables('World', files('german/names.de.tsv'));
  expect(problems).toEqual([]);
  expect(source.forms).toMatchObject([{ form: 'Persien', language: 'de' }]);
  expect(readTables('World', files('a/names.tsv')).source.forms[0]?.language).toBeUndefined();
});

it('packs without forms in a language say so', () => {
  const { source, problems } = readTables('World', files('french/names.fr.tsv'));
  expect(problems).toMatchObject([{ file: 'french/names.fr.tsv', line: 2, column: 'form' }]);
  expect(source.forms).toEqual([]);
});
