/** Wikidata statements as facts of a pack: what a card can tell, most telling first. */
import type { EntityKey, Kind, PropertyName, Source } from '../facts';
import type { FactRow } from '../pack';
import { earliest, isBefore, latest, type PartialDate, precisionOf } from '../time';
import { type Item, itemsOf, type Statement } from './item';
import { officeFacts } from './offices-held';
import { byStart, type Dated, isOpen, spanOf, type TimeSpan, withOneOpen } from './time-spans';

export interface FactGround {
  readonly item: Item;
  readonly kind: Kind;
  readonly source: Source;
  /** The key under which a value can be shown as that kind of thing; null if its name is unknown. */
  readonly named: (value: EntityKey, kind: Kind | null) => EntityKey | null;
  /** Its name; null if unknown. */
  readonly nameOf: (value: EntityKey) => string | null;
}

interface TieRule {
  /** Wikidata's property. */
  readonly from: string;
  readonly to: PropertyName;
  /** Kinds of item it applies to; absent: all. */
  readonly of?: readonly Kind[];
  /** Kind of the value; null: judged by its description. */
  readonly kind: Kind | null;
  /** The value becomes the fact's subject. */
  readonly turned?: true;
  /** Only one at a time. */
  readonly one?: true;
  readonly words?: string;
  readonly most?: number;
}

const BODIES: readonly Kind[] = ['group', 'company', 'team', 'media'];
const HAPPENING: readonly Kind[] = ['event', 'deal'];
const PERSON: readonly Kind[] = ['person'];

/** In order of interest to a reader. */
const TIES: readonly TieRule[] = [
  { from: 'P102', to: 'party', of: PERSON, kind: 'group', one: true },
  { from: 'P54', to: 'plays-for', of: PERSON, kind: 'team', most: 6 },
  { from: 'P108', to: 'employer', of: PERSON, kind: 'group', one: true, most: 3 },
  { from: 'P27', to: 'citizen', of: PERSON, kind: 'place', most: 3 },
  { from: 'P169', to: 'led-by', kind: 'person', one: true, words: 'chief executive' },
  { from: 'P488', to: 'led-by', of: BODIES, kind: 'person', one: true, words: 'chair' },
  { from: 'P1037', to: 'led-by', of: BODIES, kind: 'person', one: true, words: 'director' },
  { from: 'P286', to: 'led-by', of: ['team'], kind: 'person', one: true, words: 'head coach' },
  { from: 'P35', to: 'led-by', of: ['place'], kind: 'person', one: true, words: 'head of state' },
  { from: 'P6', to: 'led-by', of: ['place', 'group'], kind: 'person', one: true, words: 'head of government' },
  { from: 'P749', to: 'parent', of: BODIES, kind: null, one: true },
  { from: 'P127', to: 'owned-by', of: BODIES, kind: null, most: 3 },
  { from: 'P361', to: 'part-of', kind: null, most: 3 },
  { from: 'P463', to: 'member-of', of: ['person', ...BODIES, 'place'], kind: 'group' },
  { from: 'P112', to: 'founded-by', of: BODIES, kind: 'person', most: 4 },
  { from: 'P36', to: 'capital', of: ['place'], kind: 'place', one: true },
  { from: 'P159', to: 'located-in', of: BODIES, kind: 'place', one: true },
  { from: 'P276', to: 'happened-in', of: HAPPENING, kind: 'place', most: 3 },
  { from: 'P17', to: 'happened-in', of: HAPPENING, kind: 'place', most: 3 },
  { from: 'P17', to: 'located-in', of: ['place', ...BODIES], kind: 'place', one: true },
  { from: 'P710', to: 'party-to', of: HAPPENING, kind: null, turned: true },
  { from: 'P1346', to: 'won', of: HAPPENING, kind: null, turned: true, most: 3 },
  { from: 'P1366', to: 'replaced-by', of: [...BODIES, 'place'], kind: null, most: 2 },
  { from: 'P1365', to: 'replaced-by', of: [...BODIES, 'place'], kind: null, turned: true, most: 2 },
];

const MOST_TIES = 8;
const MOST_FACTS = 40;

export function factsOf(ground: FactGround): FactRow[] {
  const facts = [...officeFacts(ground), ...pointsOf(ground), ...TIES.flatMap((rule) => tiesOf(rule, ground))];
  const seen = new Set<string>();
  return facts
    .filter(({ entity, property, value, words, start }) => {
      const same = [entity, property, JSON.stringify(value), words, start].join();
      return !seen.has(same) && Boolean(seen.add(same));
    })
    .slice(0, MOST_FACTS);
}

function tiesOf(rule: TieRule, ground: FactGround): FactRow[] {
  const { item, kind, named, source } = ground;
  if (rule.of && !rule.of.includes(kind)) return [];
  const all = datedOf(item.statements.get(rule.from) ?? []);
  const believed = rule.one ? withOneOpen(all) : withoutStaleOnes(all);
  const facts = believed.toSorted(openFirst).flatMap(({ statement, span }): FactRow[] => {
    const value = statement.value.type === 'item' ? named(statement.value.key, rule.kind) : null;
    if (value === null || value === item.key) return [];
    const [entity, other] = rule.turned ? [value, item.key] : [item.key, value];
    return [{ entity, property: rule.to, value: other, words: rule.words ?? null, back: null, ...span, source }];
  });
  return facts.slice(0, rule.most ?? MOST_TIES);
}

export const datedOf = (statements: readonly Statement[]): Dated[] =>
  statements.flatMap((statement) => {
    const span = spanOf(statement);
    return span ? [{ statement, span }] : [];
  });

/** Beside a preferred statement, an undated open one was probably never closed. */
function withoutStaleOnes(all: readonly Dated[]): readonly Dated[] {
  const isPreferred = all.some(({ statement, span }) => statement.preferred && isOpen(span));
  const isDated = all.some(({ span }) => span.start !== null || span.end !== null);
  if (!isPreferred && !isDated) return all;
  return all.filter(
    ({ statement, span }) => statement.preferred || !isOpen(span) || (!isPreferred && span.start !== null),
  );
}

const openFirst = (one: Dated, other: Dated): number =>
  Number(isOpen(other.span)) - Number(isOpen(one.span)) ||
  Number(other.statement.preferred) - Number(one.statement.preferred) ||
  byStart(one, other);

/** Facts without another entity: beginnings and ends, dates, places, numbers. */
function pointsOf({ item, kind, source }: FactGround): FactRow[] {
  const facts: FactRow[] = [];
  const add = (property: PropertyName, value: FactRow['value'], { start, end }: TimeSpan): void =>
    void facts.push({ entity: item.key, property, value, words: null, back: null, start, end, source });
  const point = (from: string, property: PropertyName): void => {
    const start = dateOf(item, from);
    if (start !== null) add(property, null, { start, end: null });
  };
  const isBody = BODIES.includes(kind);
  if (kind === 'person') {
    point('P570', 'died');
    point('P569', 'born');
  }
  if (isBody || kind === 'place') {
    point('P576', isBody ? 'dissolved' : 'ended');
    point('P571', 'founded');
  }
  if (kind === 'work') point('P577', 'published');
  if (kind === 'deal') point('P585', 'signed');
  if (kind === 'deal' || kind === 'law') point('P7588', 'in-force');
  if (kind === 'event') {
    const [start, end] = [dateOf(item, 'P580'), dateOf(item, 'P582')];
    const isOrdered = start !== null && (end === null || !isBefore(latest(end), earliest(start)));
    if (isOrdered) add('under-way', null, { start, end: end ?? endOf(item, start) });
    else point('P585', 'took-place');
    const [dead] = (item.statements.get('P1120') ?? []).flatMap(({ value }) =>
      value.type === 'amount' ? [value] : [],
    );
    const at = end ?? dateOf(item, 'P585') ?? start;
    if (dead && dead.amount >= 0 && at !== null) add('deaths', dead.amount, { start: at, end: at });
  }
  if (kind === 'place') {
    const [at] = (item.statements.get('P625') ?? []).flatMap(({ value }) =>
      value.type === 'coordinates' ? [value.at] : [],
    );
    if (at) add('coordinates', at, { start: null, end: null });
    const counted = lastCount(item);
    if (counted) add('population', counted.amount, { start: counted.date, end: counted.date });
  }
  return facts;
}

/** A one-day event has a beginning and a day, but no end. */
function endOf(item: Item, start: PartialDate): PartialDate | null {
  const at = dateOf(item, 'P585');
  return at !== null && precisionOf(at) === 'day' && at === start ? at : null;
}

/** The preferred one; if several disagree, the year they agree on, if any. */
export function dateOf(item: Item, property: string): PartialDate | null {
  const all = item.statements.get(property) ?? [];
  const preferred = all.filter((one) => one.preferred);
  const dates = new Set(
    (preferred.length > 0 ? preferred : all).flatMap(({ value }) =>
      value.type === 'time' && value.date !== null ? [value.date] : [],
    ),
  );
  const [first] = dates;
  if (first === undefined || dates.size === 1) return first ?? null;
  const year = yearOf(first);
  return [...dates].every((date) => yearOf(date) === year) ? year : null;
}

const yearOf = (date: PartialDate): string => earliest(date).replace(/-\d\d-\d\d$/, '');

function lastCount(item: Item): { readonly amount: number; readonly date: PartialDate } | null {
  const counts = (item.statements.get('P1082') ?? []).flatMap(({ value, qualifiers }) => {
    const at = qualifiers.get('P585');
    const isTold = value.type === 'amount' && value.amount >= 0 && at?.type === 'time' && at.date !== null;
    return isTold ? [{ amount: value.amount, date: at.date }] : [];
  });
  return counts.toSorted((one, other) => (isBefore(earliest(one.date), earliest(other.date)) ? 1 : -1))[0] ?? null;
}

/** Where someone or something is at home, for the line after the kind. */
export const homeOf = (item: Item, kind: Kind): EntityKey | null =>
  itemsOf(item, kind === 'person' ? 'P27' : 'P17')[0] ?? null;
