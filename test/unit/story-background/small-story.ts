/** A story of a small world, made by hand: entities, what is known of them, and what it composes to. */
import type { Entity, EntityKey, Fact, Kind, PropertyName, Source } from '../../../lib/facts';
import {
  composeStory,
  happeningsAround,
  type KnownEntity,
  type StoryBackground,
  type StoryLine,
} from '../../../lib/story-background';
import type { Day, PartialDate } from '../../../lib/time';

export const SOURCE: Source = { name: 'Table', url: 'https://facts.example/', licence: 'CC0', asOf: '2026-06-30' };

export const to = (key: EntityKey, via: EntityKey | null = null) => ({ type: 'entity', key, via }) as const;

export function fact(
  property: PropertyName,
  start: PartialDate | null,
  more: Partial<Omit<Fact, 'property' | 'start'>> = {},
): Fact {
  return { property, side: 'own', value: null, words: null, start, end: null, source: SOURCE, ...more };
}

/** What happens on one day. */
export const event = (day: PartialDate, words: string): Fact => fact('event', day, { end: day, words });

export interface Told {
  readonly kind?: Kind;
  readonly salience?: number;
  readonly also?: readonly string[];
  readonly qualifier?: string;
  readonly facts?: readonly Fact[];
}

/** Keys are names in small letters: `ana-example` is Ana Example. */
export const nameOf = (key: EntityKey): string =>
  key
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

function known(
  key: EntityKey,
  { kind = 'person', salience = 0.5, also = [], qualifier = '', facts = [] }: Told,
): KnownEntity {
  const entity: Entity = {
    key, kind, name: nameOf(key), qualifier, gloss: '', also, wikipedia: null, wikidata: null, prominence: 50,
  }; // biome-ignore format: one thing
  return { entity: key, salience, dossier: { entity, facts, background: null } };
}

export interface World {
  readonly story: Readonly<Record<EntityKey, Told>>;
  /** What the packs know besides. */
  readonly others?: Readonly<Record<EntityKey, Told>>;
  readonly day?: Day | null;
  readonly today?: Day;
}

export function compose({ story, others = {}, day = '2020-06-15', today = '2026-11-30' }: World): StoryBackground {
  const entities = Object.entries(story)
    .map(([key, told]) => known(key, told))
    .sort((one, other) => other.salience - one.salience);
  const all = { ...others, ...story };
  const headOf = (key: EntityKey) =>
    all[key] === undefined ? null : { entity: key, name: nameOf(key), kind: all[key].kind ?? ('person' as const) };
  const happenings = happeningsAround(entities, headOf).map((key) => known(key, { ...others[key], salience: 0 }));
  return composeStory(entities, happenings, { day, today, headOf });
}

/** "ana-example: Wins the election"; a tie is "ana-example – bo-example". */
export const told = ({ telling, about, wording, other }: StoryLine): string =>
  telling === 'tie'
    ? `${about.entity} – ${other}`
    : `${about.entity}: ${wording.words ?? wording.property}${wording.name === null ? '' : ` ${other}`}`;
