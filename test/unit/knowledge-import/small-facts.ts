/** A folder with a file of every source in its shape, with a few rows of our own, for tests of the importer. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { importWorld } from '../../../assets/knowledge/import/import-world';
import type { PackSource } from '../../../lib/pack';
import { readTables } from '../../../lib/pack/tables';

type Cells = Readonly<Record<string, unknown>>;

/** File name without its ending → rows, or the very text. */
export type Facts = Readonly<Record<string, readonly Cells[] | string>>;

const EMPTY: Facts = {
  'politicians-wikidata-2022.ndjson': [],
  'congress-current.json': '[]',
  'congress-historical.ndjson': [],
  'officeholders-2026.ndjson': [],
  'parties-partyfacts.ndjson': [],
  'parties-wikipedia.ndjson': [],
  'igos-supraverden.yaml': '{}',
  'ror-orgs.ndjson': [],
  'companies-media-2026.ndjson': [],
  'us-newspapers.ndjson': [],
  'nsi-brands-orgs.ndjson': [],
  'sanctions-lists-2026.ndjson': [],
  'places-wikidata-2022.ndjson': [],
  'airports-rivers-regions.ndjson': [],
  'wikidata-notable-rows-2026.ndjson': [],
  'notable-things-2026.ndjson': [],
  'fb15k-wikidata.ndjson': [],
  'wordnet-names-2026.ndjson': [],
  'historic-events.ndjson': [],
  'news-topics-2002-2026.ndjson': [],
  'people-pantheon-2025.ndjson': [],
  'sportspeople-2026.ndjson': [],
  'football-clubs-2026.ndjson': [],
  'films-songs-2026.ndjson': [],
  'vital-kinds-2024-2025.ndjson': [],
  'popular-titles-lc.txt': 'gruenstadt\n',
  'yago-titles-2014.txt': 'Gruenstadt\n',
  'pantheon1.ndjson': [],
  'factbook.tar.gz': 'the orange harvest, an orange, more orange than ever; a target, the target, any target',
};

const made: string[] = [];

export function factsFolder(given: Facts): string {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-facts-'));
  made.push(folder);
  for (const [name, rows] of Object.entries({ ...EMPTY, ...given })) {
    const text = typeof rows === 'string' ? rows : rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    writeFileSync(join(folder, name.endsWith('.gz') ? name : `${name}.gz`), gzipSync(text));
  }
  return folder;
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
}

const ENTITIES = 'key\tkind\tname\tqualifier\tgloss\tprominence\tnouns\twikipedia\twikidata\tsource\tas_of';
const NAMES = 'entity\tform\tuse\tcompany\tfrom\tto\tweight\tflags';

/** Hand-written tables: two countries, a town of one, a person whose id no other row has. */
export const BY_HAND: PackSource = readTables('by hand', [
  { path: 'sources.tsv', text: 'id\tname\turl\tlicence\nus\tUs\t\tMIT\n' },
  {
    path: 'entities.tsv',
    text: [
      ENTITIES,
      'ruritania\tplace\tRuritania\tCountry\tCountry of the tests\t100\t\tRuritania\tQ900001\tus\t2026-11-22',
      'borduria\tplace\tBorduria\tCountry\tThe country beside it\t90\t\tBorduria\tQ900002\tus\t2026-11-22',
      'united-states\tplace\tUnited States\tCountry\tA country that files name\t100\t\tUnited States\tQ30\tus\t2026-11-22',
      'united-nations\tgroup\tUnited Nations\tInternational\tThe nations of the tests\t200\t\tUnited Nations\tQ900003\tus\t2026-11-22',
      'strelsau\tplace\tStrelsau\tRuritania\tCapital of Ruritania\t60\t\tStrelsau\t\tus\t2026-11-22',
      'rudolf-elphberg\tperson\tRudolf Elphberg\tRuritania\tKing of Ruritania\t60\t\tRudolf Elphberg\tQ900010\tus\t2026-11-22',
      '',
    ].join('\n'),
  },
  {
    path: 'names.tsv',
    text: [
      NAMES,
      'ruritania\tRuritanian\tdemonym\t\t\t\t\t',
      'borduria\tBordurian\tdemonym\t\t\t\t\t',
      'united-states\tAmerican\tdemonym\t\t\t\t\t',
      '',
    ].join('\n'),
  },
]).source;

/** What the importer makes of the rows; undefined where one is not what it was written for. */
export const tablesOf = (facts: Facts, byHand = BY_HAND) => importWorld(factsFolder(facts), byHand, []).tables;

/** The cells of a table without its head. */
export const rowsOf = (table: string | undefined): string[][] =>
  (table ?? '')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

export const namesIn = (facts: Facts): string[] => rowsOf(tablesOf(facts)?.entities).map(([, , name]) => name ?? '');
export const glossesIn = (facts: Facts): string[] =>
  rowsOf(tablesOf(facts)?.entities).map(([, , , , gloss]) => gloss ?? '');
/** "Klenzburg company" */
export const usesIn = (facts: Facts): string[] =>
  rowsOf(tablesOf(facts)?.names).map(([, form, use]) => `${form} ${use}`);
