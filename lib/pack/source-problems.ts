/**
 * Finds rows that would make a card wrong: dangling or duplicate keys, invalid dates, forms without a word. The writer
 * refuses them; the table reader adds file and line.
 */
import { isPlacing, KINDS, PROPERTIES, propertyOf, type Source } from '../facts';
import { countWords } from '../text';
import { earliest, isBefore, isDay, latest, type PartialDate, parsePartialDate } from '../time';
import { createDatePacker } from './date-packer';
import { CARD_BLOCK_LIMIT, WORDS_LIMIT } from './layout';
import { officeProblems } from './office-problems';
import { packedOrder } from './packed-date';
import type { EntityRow, FactRow, FormRow, PackSource } from './source';
import { FORM_USES, OTHER_LANGUAGES } from './types';

export interface SourceProblem {
  /** The source's row, or null for the pack itself. */
  readonly row: object | null;
  /** Text that identifies the row. */
  readonly title: string;
  /** The column of the knowledge tables. */
  readonly column: string;
  readonly reason: string;
}

const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** A slug like this would look like an unconfirmed id. */
const ID_KEY = /^q[1-9]\d*$/;
const WIKIDATA = /^Q[1-9]\d{0,8}$/;
const HALF_PAIR = /\p{Surrogate}/u;
/**
 * No fact, gloss or background comes close; a longer string is a mistake in a table. UTF-8 takes at most 3 bytes a
 * unit.
 */
const LONGEST_STRING = Math.floor(CARD_BLOCK_LIMIT / 8);

/** Sources already found to be sound, so that the writer need not check a million rows again. */
const sound = new WeakSet<PackSource>();

export function sourceProblems(source: PackSource): SourceProblem[] {
  if (sound.has(source)) return [];
  const found: SourceProblem[] = [];
  let row: object | null = null;
  let title: () => string = () => 'pack';
  /** `title` is a function because only a wrong row needs it. */
  const say = (column: string, reason: string): void => void found.push({ row, title: title(), column, reason });
  const packDate = createDatePacker();

  const string = (column: string, value: string | null, required: boolean): void => {
    if (value === null) return;
    if (HALF_PAIR.test(value)) say(column, 'holds half a surrogate pair');
    if (value.length > LONGEST_STRING) say(column, `is longer than ${LONGEST_STRING} characters`);
    if (required && value.trim() === '') say(column, 'is empty');
  };
  /** Are all dates valid? */
  let isDated = true;
  const date = (column: string, value: string | null): number | null => {
    const packed = value === null ? null : packDate(value);
    if (value === null || packed !== null) return packed;
    isDated = false;
    say(column, `"${value}" is not a date`);
    return packed;
  };
  const day = (column: string, value: string | null): void => {
    if (value !== null && !isDay(value)) say(column, `"${value}" is not a day`);
  };
  const span = (start: string | null, end: string | null): void => {
    const [first, last] = [date('start', start), date('end', end)];
    // Quick check on packed dates; nearly all pass without parsing.
    if (first === null || last === null || packedOrder(first) <= packedOrder(last)) return;
    if (!inOrder(start, end)) say('end', `it ends (${end}) before it starts (${start})`);
  };
  const checked = new Set<Source>();
  const origin = (value: Source): void => {
    if (checked.has(value)) return;
    const before = found.length;
    string('source', value.name, true);
    string('source', value.url, false);
    string('source', value.licence, false);
    day('as_of', value.asOf);
    // Every row that shares a wrong source must be reported.
    if (found.length === before) checked.add(value);
  };
  const kinds = new Map(source.entities.map(({ key, kind }) => [key, kind]));
  /** Key → handle in the tables. */
  const handles = new Map<string, string>();
  /** The latest one, since rows of one entity are adjacent. */
  let last: string | null = null;
  const known = (column: string, key: string): void => {
    if (key === last) return;
    if (kinds.has(key)) last = key;
    else say(column, unknown(key));
  };

  const entityRow = (entity: EntityRow): void => {
    const { key, kind, prominence, wikidata } = entity;
    if (!KEY.test(key)) say('key', 'is not a slug of a-z, 0-9 and single hyphens');
    const handle = wikidata === null ? key : (entity.formerly[0] ?? key);
    const owner = handles.get(key);
    if (owner === handle) say('key', 'is given twice');
    else if (owner !== undefined) say('wikidata', `${wikidata} belongs to "${owner}" already`);
    handles.set(key, owner ?? handle);
    if (ID_KEY.test(key) && wikidata === null) say('key', 'looks like a Wikidata id but is not one');
    if (!KINDS.includes(kind)) say('kind', `unknown kind "${kind}"`);
    string('name', entity.name, true);
    string('qualifier', entity.qualifier, false);
    string('gloss', entity.gloss, false);
    string('wikipedia', entity.wikipedia, entity.wikipedia !== null);
    if (wikidata !== null && !WIKIDATA.test(wikidata)) say('wikidata', `"${wikidata}" is not a Q-id`);
    else if (wikidata !== null && key !== wikidata.toLowerCase()) say('key', `is not the Wikidata id, ${wikidata}`);
    const byte = Number.isInteger(prominence) && prominence >= 0 && prominence <= 255;
    if (!byte) say('prominence', `${prominence} is not a whole number from 0 to 255`);
    for (const noun of entity.nouns) if (countWords(noun) === 0) say('nouns', `"${noun}" has no word`);
    origin(entity.source);
  };
  const formerKeys = ({ formerly }: EntityRow): void => {
    const listed = new Set<string>();
    for (const former of formerly) {
      if (!KEY.test(former)) say('formerly', `"${former}" is not a slug of a-z, 0-9 and single hyphens`);
      if (kinds.has(former)) say('formerly', `"${former}" is the key of an entity`);
      if (listed.has(former)) say('formerly', `"${former}" is given twice`);
      listed.add(former);
    }
  };
  const formRow = (form: FormRow): void => {
    known('entity', form.entity);
    string('form', form.form, true);
    const count = countWords(form.form);
    if (count === 0) say('form', 'has no word');
    if (count > WORDS_LIMIT) say('form', `has more than ${WORDS_LIMIT} words`);
    if (form.use === 'holder') {
      if (kinds.get(form.entity) !== 'office') say('use', 'only an office has a holder');
    } else if (!FORM_USES.includes(form.use)) say('use', `unknown use "${form.use}"`);
    const lonely = (form.use === 'company' || form.use === 'near') && form.company.length === 0;
    if (lonely) say('company', `use ${form.use} needs company`);
    for (const other of form.company) known('company', other);
    day('from', form.from);
    day('to', form.to);
    if (!inOrder(form.from, form.to)) say('to', `${form.to} is before from, ${form.from}`);
    if (form.language !== undefined && !OTHER_LANGUAGES.includes(form.language))
      say('form', `packs have no forms in "${form.language}"`);
    if (!(form.weight > 0 && Number.isFinite(form.weight))) say('weight', `${form.weight} is not above 0`);
  };
  const factRow = (fact: FactRow): void => {
    known('entity', fact.entity);
    string('words', fact.words, fact.words !== null);
    string('back', fact.back, fact.back !== null);
    span(fact.start, fact.end);
    origin(fact.source);
    if (!(fact.property in PROPERTIES)) say('property', `unknown property "${fact.property}"`);
    else value(fact);
  };
  const value = (fact: FactRow): void => {
    const { entity, property, value, words, back } = fact;
    const { value: kind, line, way } = propertyOf(property);
    const isTold = words !== null && value === null;
    if (kind === 'words' ? !isTold : kind === 'none' && value !== null) {
      say('value', `${property} has ${kind === 'words' ? 'words alone' : 'no value'}`);
    }
    if (property === 'related' && words === null) say('words', 'a tie without a kind needs words');
    if (isPlacing(property)) {
      if (words === null) say('words', `${property} needs the title of the office`);
      if (back !== null) say('back', 'the title is told on both sides');
    }
    if (isTold && kind === 'entity' && line === null) say('value', `${property} is a tie: words alone are not enough`);
    const isPoint = (line === 'life' && way !== 'dated') || (line === 'event' && kind === 'none');
    if (isPoint && fact.start === null && fact.end === null) say('start', `${property} needs a date`);
    if (isPlacing(property) && kinds.get(entity) !== 'office') say('entity', 'is not an office');
    if (kind === 'entity' && !isTold) {
      const other = typeof value === 'string' ? kinds.get(value) : undefined;
      if (typeof value !== 'string') say('value', `${property} needs an entity, or words`);
      else if (value === entity) say('value', 'an entity cannot be tied to itself');
      else if (other === undefined) say('value', unknown(value));
      if (property === 'office' && other !== undefined && other !== 'office')
        say('value', `"${value}" is not an office`);
    }
    if (kind === 'quantity' && !isTold) {
      const isNumber = typeof value === 'number' && Number.isFinite(value) && value >= 0;
      if (!isNumber) say('value', `${property} needs a number that is not below 0, or words`);
    }
    if (kind === 'coordinates') {
      const at = typeof value === 'object' && value !== null ? value : { latitude: NaN, longitude: NaN };
      const isThere = Math.abs(at.latitude) <= 90 && Math.abs(at.longitude) <= 180;
      if (!isThere) say('value', `${property} needs latitude and longitude in degrees`);
    }
    if (back !== null && typeof value !== 'string') say('back', 'there is no other side to read it from');
  };
  const all = <Row extends object>(rows: readonly Row[], titleOf: (row: Row) => string, check: (row: Row) => void) => {
    let current: Row;
    title = () => titleOf(current);
    for (const one of rows) {
      row = current = one;
      check(one);
    }
  };

  string('name', source.name, true);
  day('edition', source.edition);
  all(source.entities, ({ key }) => `entity "${key}"`, entityRow);
  all(source.entities, ({ key }) => `entity "${key}"`, formerKeys);
  all(source.forms, ({ form, entity }) => `form "${form}" of "${entity}"`, formRow);
  all(source.facts, titleOf, factRow);
  const described = new Set<string>();
  all(
    source.backgrounds,
    ({ entity }) => `background of "${entity}"`,
    (background) => {
      known('entity', background.entity);
      if (described.has(background.entity)) say('entity', 'it is given twice');
      described.add(background.entity);
      string('text', background.text, true);
      origin(background.source);
    },
  );
  // Terms can be compared only if all dates are valid.
  for (const { row: fact, reason } of isDated ? officeProblems(source) : []) {
    found.push({ row: fact, title: titleOf(fact), column: 'start', reason });
  }
  if (found.length === 0) sound.add(source);
  return found;
}

const unknown = (key: string): string => `no entity has the key "${key}"`;

const titleOf = ({ property, value, words, entity }: FactRow): string =>
  `fact "${property}: ${words ?? JSON.stringify(value)}" of "${entity}"`;

/** May the end be on or after the start? From 2020-05 to 2020 is in order. */
function inOrder(start: PartialDate | null, end: PartialDate | null): boolean {
  // Invalid dates have been reported already.
  if (start === null || end === null || !parsePartialDate(start) || !parsePartialDate(end)) return true;
  return !isBefore(latest(end), earliest(start));
}
