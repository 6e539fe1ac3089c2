/** The chosen entities as tables of our own format, in an order that hangs on nothing but them. */
import { foldText } from '../../../lib/text';
import type { Addition } from './add-to-written';
import type { Chosen } from './choose-entities';
import type { Draft, DraftFact } from './draft';
import { glossOf } from './gloss';
import { IMPORT_SOURCES } from './source-list';
import type { WorkTie } from './works';

export interface ImportedTables {
  readonly sources: string;
  readonly entities: string;
  readonly names: string;
  readonly facts: string;
}

/** Hand-written rows know better what the news speaks of: an imported one is never as prominent as their best. */
const MOST_PROMINENT = 130;
const PER_POINT = 0.75;

export function writeTables(
  chosen: readonly Chosen[],
  additions: readonly Addition[],
  ties: readonly WorkTie[],
  byHand: readonly string[],
): ImportedTables {
  const sorted = chosen.toSorted((one, other) => compareKeys(one.draft.key, other.draft.key));
  const told = [...sorted.map(({ draft: { key, facts } }) => ({ key, facts })), ...additions];
  const used = new Set([
    ...sorted.map(({ draft }) => draft.sources[0]),
    ...told.flatMap(({ facts }) => facts.map(({ source }) => source)),
    ...ties.map(({ source }) => source),
  ]);
  const sources = IMPORT_SOURCES.filter(({ id }) => used.has(id) && !byHand.includes(id));
  return {
    sources: table(
      ['id', 'name', 'url', 'licence'],
      sources.map(({ id, name, url, licence }) => [id, name, url, licence]),
    ),
    entities: table(
      ['key', 'kind', 'name', 'qualifier', 'gloss', 'prominence', 'nouns', 'wikipedia', 'wikidata', 'source', 'as_of'],
      sorted.map(({ draft }) => [
        draft.key,
        draft.kind,
        draft.name,
        qualifierOf(draft),
        glossOf(draft),
        String(prominenceOf(draft)),
        '',
        draft.title ?? '',
        draft.qid ?? '',
        draft.sources[0] ?? '',
        draft.asOf,
      ]),
    ),
    names: table(
      ['entity', 'form', 'use', 'company', 'from', 'to', 'weight', 'flags'],
      sorted.flatMap(({ draft, names }) =>
        names
          // The name by itself needs no row.
          .filter(({ form, use }) => use !== 'name' || form !== draft.name)
          .map(({ form, use, company }) => [draft.key, form, use, company.join(';'), '', '', '', '']),
      ),
    ),
    facts: table(
      ['entity', 'property', 'value', 'words', 'back', 'start', 'end', 'source', 'as_of'],
      [
        ...told.flatMap(({ key, facts }) => facts.map((fact) => factCells(key, fact))),
        ...ties.map(({ work, maker, words, back, source, asOf }) => [
          work,
          'related',
          maker,
          words,
          back,
          '',
          '',
          source,
          asOf,
        ]),
      ],
    ),
  };
}

const factCells = (key: string, { property, value, words, start, end, source, asOf }: DraftFact): string[] => [
  key,
  property,
  value === undefined ? '' : String(value),
  words ?? '',
  '',
  start ?? '',
  end ?? '',
  source,
  asOf,
];

const prominenceOf = ({ fame }: Draft): number => Math.max(1, Math.min(MOST_PROMINENT, Math.round(fame * PER_POINT)));

function qualifierOf({ country, kind, facts }: Draft): string {
  if (country) return country.name;
  const dated = facts.find(({ property }) => property === 'took-place' || property === 'event');
  if ((kind !== 'event' && kind !== 'work') || !dated?.start) return '';
  return `${kind === 'event' && dated.words === 'Began' ? 'from ' : ''}${Number(dated.start.slice(0, 4))}`;
}

const table = (columns: readonly string[], rows: ReadonlyArray<readonly string[]>): string =>
  `${[columns, ...rows].map((cells) => cells.map(clean).join('\t')).join('\n')}\n`;

/** A cell has no tab and no line of its own, and what begins like a comment would be one. */
const clean = (cell: string): string => cell.replace(/\s+/gu, ' ').trim().replace(/^#/, '＃');

const compareKeys = (one: string, other: string): number =>
  one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);

/** A handle for what has no id: its name, kind and what tells it from namesakes, and never what an id looks like. */
export function slugsOf(drafts: readonly Draft[], taken: ReadonlySet<string>): void {
  const used = new Set(taken);
  for (const draft of drafts) {
    if (draft.key !== '') continue;
    const words = foldText(draft.title ?? draft.name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    const born = draft.facts
      .find(({ property }) => property === 'born')
      ?.start?.replace('~', '')
      .slice(0, 4);
    const base = [words || 'entity', draft.kind, draft.title ? null : born].filter(Boolean).join('-');
    let slug = base;
    for (let number = 2; used.has(slug); number++) slug = `${base}-${number}`;
    used.add(slug);
    draft.key = slug;
  }
}
