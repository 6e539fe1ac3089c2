/**
 * From the knowledge tables to the source of a pack. A row with an error is dropped and reported, as is every row that
 * depends on it: the rest always makes a valid pack.
 */
import { type EntityKey, KINDS, PROPERTY_NAMES, propertyOf, type Source, type ValueKind } from '../../facts';
import type { Day } from '../../time';
import type { BackgroundRow, EntityRow, FactRow, FormRow, PackSource } from '../source';
import { sourceProblems } from '../source-problems';
import { FORM_USES, type OtherLanguage } from '../types';
import { createPlaces, type Places, type TablePlace } from './places';
import { readTable, type TableFile, type TableLine, type TableProblem } from './read-table';

const COLUMNS = {
  sources: ['id', 'name', 'url', 'licence'],
  entities: [
    'key',
    'kind',
    'name',
    'qualifier',
    'gloss',
    'prominence',
    'nouns',
    'wikipedia',
    'wikidata',
    'formerly',
    'source',
    'as_of',
  ],
  names: ['entity', 'form', 'use', 'company', 'from', 'to', 'weight', 'flags'],
  facts: ['entity', 'property', 'value', 'words', 'back', 'start', 'end', 'source', 'as_of'],
  backgrounds: ['entity', 'text', 'source', 'as_of'],
} as const;
const OPTIONAL: readonly (typeof COLUMNS)['entities'][number][] = ['formerly'];
type Table = keyof typeof COLUMNS;
const USES = [...FORM_USES, 'holder'] as const;
const FLAGS = ['translit', 'printed'] as const;
const DEFAULT_PROMINENCE = 50;
const OLDEST_DAY: Day = '0000-01-01';
/** Names in another language are in files of their own: `names.de.tsv`. */
const NAMED = /(?:^|\/)([a-z]+)(?:\.([a-z]{2,3}))?\.tsv$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export interface ReadTables {
  readonly source: PackSource;
  readonly problems: readonly TableProblem[];
  readonly placeOf: (row: object) => TablePlace | undefined;
}

export function readTables(name: string, files: readonly TableFile[]): ReadTables {
  const problems: TableProblem[] = [];
  const places = createPlaces();
  const sources = new Map<string, Omit<Source, 'asOf'>>();
  /** By id, then by day. */
  const read = new Map<string, Map<string, Source>>();

  function* rowsOf<T extends Table>(table: T): Generator<TableLine<(typeof COLUMNS)[T][number]>> {
    const optional = OPTIONAL as readonly (typeof COLUMNS)[T][number][];
    for (const file of files.filter(({ path }) => NAMED.exec(path)?.[1] === table)) {
      yield* readTable<(typeof COLUMNS)[T][number]>(
        file,
        COLUMNS[table],
        (problem) => problems.push(problem),
        optional,
      );
    }
  }

  /** Reads rows one by one, dropping those with errors. */
  const readRows = <T extends Table, Row extends object>(
    table: T,
    read: (row: TableLine<(typeof COLUMNS)[T][number]>, complain: Complain<(typeof COLUMNS)[T][number]>) => Row,
  ): Row[] => {
    const rows: Row[] = [];
    let [file, line, isWrong] = ['', 0, false];
    // One for all rows rather than a million closures.
    const complain: Complain<string> = (column, message) => {
      isWrong = true;
      problems.push({ file, line, column, message, severity: 'error' });
    };
    for (const row of rowsOf(table)) {
      ({ file, line } = row);
      isWrong = false;
      const made = read(row, complain);
      places.put(made, file, line);
      if (!isWrong) rows.push(made);
    }
    return rows;
  };

  /** The latest valid one, since rows of one source and day are adjacent. */
  let [lastId, lastDay, lastSource]: [string, string, Source | null] = ['', '', null];
  const sourceOf = (row: TableLine<'source' | 'as_of'>, complain: Complain<'source' | 'as_of'>): Source => {
    const id = row.cell('source') ?? '';
    const asOf = row.cell('as_of');
    if (lastSource && id === lastId && asOf === lastDay) return lastSource;
    const known = sources.get(id);
    if (!known) complain('source', `no source has the id "${id}"`);
    if (asOf === null) complain('as_of', 'is empty');
    const source = sharedSource(id, asOf ?? '', known ?? { name: id, url: null, licence: null });
    if (known && asOf !== null) [lastId, lastDay, lastSource] = [id, asOf, source];
    return source;
  };
  const sharedSource = (id: string, asOf: string, known: Omit<Source, 'asOf'>): Source => {
    // Rows of one source and day share the object: a few hundred for a million rows.
    const days = read.get(id) ?? new Map<string, Source>();
    const shared = days.get(asOf);
    if (shared) return shared;
    const { name, url, licence } = known;
    const made = { name, url, licence, asOf };
    days.set(asOf, made);
    read.set(id, days);
    return made;
  };

  for (const row of rowsOf('sources')) {
    const id = row.cell('id') ?? '';
    const complain = (column: string, message: string): void => {
      problems.push({ file: row.file, line: row.line, column, message, severity: 'error' });
    };
    if (sources.has(id)) complain('id', `"${id}" is given twice`);
    if (row.cell('name') === null) complain('name', 'is empty');
    else sources.set(id, { name: row.cell('name') ?? id, url: row.cell('url'), licence: row.cell('licence') });
  }

  /** Rows name an entity by its readable handle; its key is its Wikidata id once that is confirmed. */
  const keys = new Map<string, EntityKey>();
  const keyOf = (handle: string | null): EntityKey => keys.get(handle ?? '') ?? handle ?? '';
  /** The latest one, since rows of one entity are adjacent. */
  let [lastHandle, lastKey] = ['', ''];
  const ownerOf = (row: TableLine<'entity'>): EntityKey => {
    const handle = row.cell('entity');
    if (handle === null || handle !== lastHandle) [lastHandle, lastKey] = [handle ?? '', keyOf(handle)];
    return lastKey;
  };

  const entities = readRows('entities', (row, complain): EntityRow => {
    const prominence = row.cell('prominence');
    const handle = row.cell('key') ?? '';
    const id = row.cell('wikidata');
    const key = id !== null && /^Q\d+$/.test(id) ? id.toLowerCase() : handle;
    if (keys.has(handle) && keys.get(handle) !== key) complain('key', 'is given twice');
    if (handle !== key && /^q\d+$/.test(handle)) complain('key', 'is an id: a handle is made of words');
    keys.set(handle, key);
    const former = listOf(row.cell('formerly'), (one) => one.replace(/^Q(?=\d+$)/, 'q'));
    return {
      key,
      formerly: handle === key ? former : [handle, ...former],
      kind: oneOf(KINDS, row.cell('kind'), 'kind', complain),
      name: row.cell('name') ?? '',
      qualifier: row.cell('qualifier') ?? '',
      gloss: row.cell('gloss') ?? '',
      wikipedia: row.cell('wikipedia'),
      wikidata: row.cell('wikidata'),
      prominence: prominence === null ? DEFAULT_PROMINENCE : Number(prominence),
      nouns: listOf(row.cell('nouns'), String),
      source: sourceOf(row, complain),
    };
  });
  // Interns dates: a million, but only a few thousand different ones, are then compared by identity.
  const dates = new Map<string, string>();
  const dateOf = (cell: string | null): string | null => {
    if (cell === null) return null;
    const known = dates.get(cell);
    if (known === undefined) dates.set(cell, cell);
    return known ?? cell;
  };
  const languages = new Map(files.map(({ path }) => [path, languageOfFile(path)]));
  const forms = readRows('names', (row, complain): FormRow => {
    const flags = listOf(row.cell('flags'), (flag) => oneOf(FLAGS, flag, 'flags', complain));
    return {
      entity: ownerOf(row),
      form: row.cell('form') ?? '',
      use: oneOf(USES, row.cell('use'), 'use', complain),
      company: listOf(row.cell('company'), keyOf),
      from: row.cell('from'),
      to: row.cell('to'),
      weight: Number(row.cell('weight') ?? 1),
      transliterated: flags.includes('translit'),
      printed: flags.includes('printed'),
      language: languages.get(row.file),
    };
  });
  const facts = readRows('facts', (row, complain): FactRow => {
    const property = oneOf(PROPERTY_NAMES, row.cell('property'), 'property', complain);
    const [kind, cell] = [propertyOf(property).value, row.cell('value')];
    return {
      entity: ownerOf(row),
      property,
      value: kind === 'entity' && cell !== null ? keyOf(cell) : readValue(kind, cell),
      words: row.cell('words'),
      back: row.cell('back'),
      start: dateOf(row.cell('start')),
      end: dateOf(row.cell('end')),
      source: sourceOf(row, complain),
    };
  });
  const backgrounds = readRows(
    'backgrounds',
    (row, complain): BackgroundRow => ({
      entity: ownerOf(row),
      text: row.cell('text') ?? '',
      source: sourceOf(row, complain),
    }),
  );

  const all: PackSource = { name, edition: OLDEST_DAY, entities, forms, facts, backgrounds };
  return { source: withoutBadRows(all, places, problems), problems, placeOf: places.of };
}

/** A language without forms in packs is reported by `sourceProblems`. */
const languageOfFile = (file: string): OtherLanguage | undefined => NAMED.exec(file)?.[2] as OtherLanguage | undefined;

type Complain<Column extends string> = (column: Column, message: string) => void;

/** Most list cells are empty: a million rows share this one. */
const NOTHING: readonly never[] = [];

const listOf = <T>(cell: string | null, read: (part: string) => T): readonly T[] =>
  cell === null
    ? NOTHING
    : cell
        .split(';')
        .map((part) => part.trim())
        .filter(Boolean)
        .map((part) => read(part));

/** In degrees: `35.69,51.42`. Whatever does not fit its property is reported by `sourceProblems`. */
const COORDINATES = /^(-?\d+(?:\.\d+)?),\s*(-?\d+(?:\.\d+)?)$/;

function readValue(kind: ValueKind, cell: string | null): FactRow['value'] {
  if (cell === null) return null;
  // Notations that only JavaScript accepts as a number are mistakes.
  if (kind === 'quantity') return /^\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell;
  const [, latitude, longitude] = COORDINATES.exec(cell) ?? [];
  return kind === 'coordinates' && latitude !== undefined && longitude !== undefined
    ? { latitude: Number(latitude), longitude: Number(longitude) }
    : cell;
}

function oneOf<T extends string, Column extends string>(
  known: readonly T[],
  cell: string | null,
  column: Column,
  complain: Complain<Column>,
): T {
  // Returns the list's own string rather than one of half a million cells: property look-ups by it are faster.
  const found = known[known.indexOf(cell as T)];
  if (found === undefined) complain(column, `"${cell ?? ''}" is none of ${known.join(', ')}`);
  return found ?? known[0]!;
}

/** The edition is the newest day on which any row was checked, so that it does not depend on the day of the build. */
function newestDay({ entities, facts, backgrounds }: PackSource): Day {
  let newest = OLDEST_DAY;
  for (const rows of [entities, facts, backgrounds]) {
    for (const { source } of rows) if (source.asOf > newest && DAY.test(source.asOf)) newest = source.asOf;
  }
  return newest;
}

/** Dropping a row may leave others dangling, so this repeats until nothing is wrong. */
function withoutBadRows(read: PackSource, places: Places, problems: TableProblem[]): PackSource {
  for (let source = read; ; ) {
    source = { ...source, edition: newestDay(source) };
    const found = sourceProblems(source);
    const bad = new Set<object>();
    for (const { row, title, column, reason } of found) {
      const place = (row && places.of(row)) ?? { file: title, line: 0 };
      problems.push({ ...place, column, message: reason, severity: 'error' });
      if (row) bad.add(row);
    }
    if (bad.size === 0) return source;
    const good = <T extends object>(rows: readonly T[]): T[] => rows.filter((row) => !bad.has(row));
    source = {
      ...source,
      entities: good(source.entities),
      forms: good(source.forms),
      facts: good(source.facts),
      backgrounds: good(source.backgrounds),
    };
  }
}
