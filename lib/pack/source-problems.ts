/**
 * Finds the rows that would make a card wrong: keys that lead nowhere, keys given twice, dates that are none, forms
 * without a word. The writer refuses them; the tables name their file and line.
 */
import { FACT_KINDS, KINDS, type Source } from '../facts';
import { words } from '../text';
import { CARD_BLOCK_LIMIT, WORDS_LIMIT } from './layout';
import { packDate } from './packed-date';
import type { PackSource } from './source';
import { FORM_USES } from './types';

export interface SourceProblem {
  /** The very row of the source, or null when the pack itself is meant. */
  readonly row: object | null;
  /** Words that find the row. */
  readonly title: string;
  /** The column of the knowledge tables. */
  readonly column: string;
  readonly reason: string;
}

const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WIKIDATA = /^Q[1-9]\d{0,8}$/;
/** No fact, gloss or background comes near; a longer string is a mistake in a table. UTF-8 has at most 3 bytes a unit. */
const LONGEST_STRING = Math.floor(CARD_BLOCK_LIMIT / 8);

export function sourceProblems(source: PackSource): SourceProblem[] {
  const found: SourceProblem[] = [];
  let row: object | null = null;
  let title = 'pack';
  const must = (holds: boolean, column: string, reason: () => string): void => {
    if (!holds) found.push({ row, title, column, reason: reason() });
  };
  const string = (column: string, value: string | null, required: boolean): void => {
    must(!/\p{Surrogate}/u.test(value ?? ''), column, () => 'holds half a surrogate pair');
    must((value ?? '').length <= LONGEST_STRING, column, () => `is longer than ${LONGEST_STRING} characters`);
    must(!required || value?.trim() !== '', column, () => 'is empty');
  };
  const date = (column: string, value: string | null): void => {
    must(value === null || packDate(value) !== null, column, () => `"${value}" is not a date`);
  };
  const day = (column: string, value: string | null): void => {
    must(value === null || (DAY.test(value) && packDate(value) !== null), column, () => `"${value}" is not a day`);
  };
  const span = (start: string | null, end: string | null): void => {
    date('start', start);
    date('end', end);
    must(inOrder(start, end), 'end', () => `it ends (${end}) before it starts (${start})`);
  };
  const origin = (value: Source): void => {
    string('source', value.name, true);
    string('source', value.url, false);
    string('source', value.licence, false);
    day('as_of', value.asOf);
  };
  const keys = new Set<string>();
  const known = (column: string, key: string): void => {
    must(keys.has(key), column, () => `no entity has the key "${key}"`);
  };

  string('name', source.name, true);
  day('edition', source.edition);
  for (const entity of source.entities) {
    row = entity;
    title = `entity "${entity.key}"`;
    const { key, kind, prominence, wikidata } = entity;
    must(KEY.test(key), 'key', () => 'is not a slug of a-z, 0-9 and single hyphens');
    must(!keys.has(key), 'key', () => 'is given twice');
    keys.add(key);
    must(KINDS.includes(kind), 'kind', () => `unknown kind "${kind}"`);
    string('name', entity.name, true);
    string('qualifier', entity.qualifier, false);
    string('gloss', entity.gloss, false);
    string('wikipedia', entity.wikipedia, entity.wikipedia !== null);
    must(wikidata === null || WIKIDATA.test(wikidata), 'wikidata', () => `"${wikidata}" is no Q-id`);
    const byte = Number.isInteger(prominence) && prominence >= 0 && prominence <= 255;
    must(byte, 'prominence', () => `${prominence} is not a whole number from 0 to 255`);
    for (const noun of entity.nouns) must(words(noun).length > 0, 'nouns', () => `"${noun}" has no word`);
    origin(entity.source);
  }
  for (const form of source.forms) {
    row = form;
    title = `form "${form.form}" of "${form.entity}"`;
    known('entity', form.entity);
    string('form', form.form, true);
    const count = words(form.form).length;
    must(count > 0, 'form', () => 'has no word');
    must(count <= WORDS_LIMIT, 'form', () => `has more than ${WORDS_LIMIT} words`);
    must(FORM_USES.includes(form.use), 'use', () => `unknown use "${form.use}"`);
    const lonely = (form.use === 'company' || form.use === 'near') && form.company.length === 0;
    must(!lonely, 'company', () => `use ${form.use} needs company`);
    for (const other of form.company) known('company', other);
    day('from', form.from);
    day('to', form.to);
    must(inOrder(form.from, form.to), 'to', () => `${form.to} is before from, ${form.from}`);
    must(form.weight > 0 && Number.isFinite(form.weight), 'weight', () => `${form.weight} is not above 0`);
  }
  for (const fact of source.facts) {
    row = fact;
    title = `fact "${fact.text}" of "${fact.entity}"`;
    known('entity', fact.entity);
    string('text', fact.text, true);
    must(FACT_KINDS.includes(fact.kind), 'kind', () => `unknown kind "${fact.kind}"`);
    span(fact.start, fact.end);
    origin(fact.source);
  }
  for (const tie of source.relations) {
    row = tie;
    title = `tie "${tie.text}" from "${tie.from}" to "${tie.to}"`;
    known('entity', tie.from);
    known('other', tie.to);
    must(tie.from !== tie.to, 'other', () => 'an entity cannot be tied to itself');
    string('text', tie.text, true);
    string('inverse', tie.inverse, false);
    span(tie.start, tie.end);
    origin(tie.source);
  }
  const described = new Set<string>();
  for (const background of source.backgrounds) {
    row = background;
    title = `background of "${background.entity}"`;
    known('entity', background.entity);
    must(!described.has(background.entity), 'entity', () => 'it is given twice');
    described.add(background.entity);
    string('text', background.text, true);
    origin(background.source);
  }
  return found;
}

/** Compared as far as both are known: from 2020-05 to 2020 is in order. */
function inOrder(start: string | null, end: string | null): boolean {
  if (start === null || end === null) return true;
  const [from, to] = [start.replace('~', ''), end.replace('~', '')];
  const shared = Math.min(from.length, to.length);
  return from.slice(0, shared) <= to.slice(0, shared);
}
