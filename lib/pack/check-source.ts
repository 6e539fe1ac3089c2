/**
 * Refuses rows that would make a card wrong: keys that lead nowhere, keys given twice, dates that are none, forms
 * without a word. Every refusal names the row.
 */
import { FACT_KINDS, KINDS, type Source } from '../facts';
import { words } from '../text';
import { WORDS_LIMIT } from './layout';
import { PackError } from './pack-error';
import { packDate } from './packed-date';
import type { PackSource } from './source';
import { FORM_USES } from './types';

const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** No fact and no gloss comes near; a longer string is a mistake in a table. */
const LONGEST_STRING = 100_000;

export function checkSource(source: PackSource): void {
  const keys = new Set<string>();
  const fail = (row: string, reason: string): never => {
    throw new PackError('invalid-source', `${row}: ${reason}`);
  };
  const key = (row: string, value: string): void => {
    if (!keys.has(value)) fail(row, `no entity has the key "${value}"`);
  };
  const string = (row: string, value: string, name: string, required: boolean): void => {
    if (/\p{Surrogate}/u.test(value)) fail(row, `${name} holds half a surrogate pair`);
    if (value.length > LONGEST_STRING) fail(row, `${name} is longer than ${LONGEST_STRING} characters`);
    if (required && value.trim() === '') fail(row, `${name} is empty`);
  };
  const date = (row: string, value: string | null, name: string): void => {
    if (value !== null && packDate(value) === null) fail(row, `${name} "${value}" is not a date`);
  };
  const day = (row: string, value: string | null, name: string): void => {
    if (value !== null && !(DAY.test(value) && packDate(value) !== null)) fail(row, `${name} "${value}" is not a day`);
  };
  const span = (row: string, start: string | null, end: string | null): void => {
    date(row, start, 'start');
    date(row, end, 'end');
    if (start === null || end === null) return;
    const shared = Math.min(start.replace('~', '').length, end.replace('~', '').length);
    if (start.replace('~', '').slice(0, shared) > end.replace('~', '').slice(0, shared)) {
      fail(row, `it ends (${end}) before it starts (${start})`);
    }
  };
  const origin = (row: string, value: Source): void => {
    string(row, value.name, 'source name', true);
    string(row, value.url ?? '', 'source url', false);
    string(row, value.licence ?? '', 'source licence', false);
    day(row, value.asOf, 'as_of');
  };

  string('pack', source.name, 'name', true);
  day('pack', source.edition, 'edition');
  for (const entity of source.entities) {
    const row = `entity "${entity.key}"`;
    if (!KEY.test(entity.key)) fail(row, 'the key is not a slug of a-z, 0-9 and single hyphens');
    if (keys.has(entity.key)) fail(row, 'the key is given twice');
    keys.add(entity.key);
    if (!KINDS.includes(entity.kind)) fail(row, `unknown kind "${entity.kind}"`);
    string(row, entity.name, 'name', true);
    string(row, entity.qualifier, 'qualifier', false);
    string(row, entity.gloss, 'gloss', false);
    string(row, entity.wikipedia ?? '', 'wikipedia', false);
    if (entity.wikidata !== null && !/^Q[1-9]\d{0,8}$/.test(entity.wikidata))
      fail(row, `wikidata "${entity.wikidata}" is no Q-id`);
    const { prominence } = entity;
    if (!Number.isInteger(prominence) || prominence < 0 || prominence > 255)
      fail(row, `prominence ${prominence} is not 0–255`);
    for (const noun of entity.nouns) if (words(noun).length === 0) fail(row, `noun "${noun}" has no word`);
    origin(row, entity.source);
  }
  for (const form of source.forms) {
    const row = `form "${form.form}" of "${form.entity}"`;
    key(row, form.entity);
    string(row, form.form, 'form', true);
    const count = words(form.form).length;
    if (count === 0) fail(row, 'it has no word');
    if (count > WORDS_LIMIT) fail(row, `it has more than ${WORDS_LIMIT} words`);
    if (!FORM_USES.includes(form.use)) fail(row, `unknown use "${form.use}"`);
    if ((form.use === 'company' || form.use === 'near') && form.company.length === 0)
      fail(row, `use ${form.use} needs company`);
    for (const other of form.company) key(row, other);
    day(row, form.from, 'from');
    day(row, form.to, 'to');
    if (form.from !== null && form.to !== null && form.from > form.to)
      fail(row, `from ${form.from} is after to ${form.to}`);
    if (!(form.weight > 0 && Number.isFinite(form.weight))) fail(row, `weight ${form.weight} is not above 0`);
  }
  for (const fact of source.facts) {
    const row = `fact "${fact.text}" of "${fact.entity}"`;
    key(row, fact.entity);
    string(row, fact.text, 'text', true);
    if (!FACT_KINDS.includes(fact.kind)) fail(row, `unknown kind "${fact.kind}"`);
    span(row, fact.start, fact.end);
    origin(row, fact.source);
  }
  for (const tie of source.relations) {
    const row = `tie "${tie.text}" from "${tie.from}" to "${tie.to}"`;
    key(row, tie.from);
    key(row, tie.to);
    if (tie.from === tie.to) fail(row, 'an entity cannot be tied to itself');
    string(row, tie.text, 'text', true);
    string(row, tie.inverse, 'inverse', false);
    span(row, tie.start, tie.end);
    origin(row, tie.source);
  }
  const described = new Set<string>();
  for (const background of source.backgrounds) {
    const row = `background of "${background.entity}"`;
    key(row, background.entity);
    if (described.has(background.entity)) fail(row, 'it is given twice');
    described.add(background.entity);
    string(row, background.text, 'text', true);
    origin(row, background.source);
  }
}
