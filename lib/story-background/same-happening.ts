/** Do two lines tell of the same event? Then one is enough. */
import { isBefore } from '../time';
import type { Turn } from './told-fact';

/** In letters: a shared word this long is a name, or as telling as one. */
const LONG = 5;

export function isSameHappening(one: Turn, other: Turn): boolean {
  if (isBefore(one.last, other.first) || isBefore(other.last, one.first)) return false;
  const keys = keysOf(other);
  const shared = [...keysOf(one)].filter((key) => keys.has(key)).length;
  const isExact = one.first === one.last && one.turn === other.turn;
  if (!isExact) return shared > 1;
  return shared > 0 || shareName(one, other);
}

/** All entities in a line, whether or not the story names them. */
function keysOf({ told }: Turn): ReadonlySet<string> {
  const keys = new Set([told.about.entity, ...told.touches]);
  const { value } = told.fact;
  if (value?.type === 'entity') for (const key of [value.key, value.via]) if (key !== null) keys.add(key);
  return keys;
}

const BREAK = /[^\p{L}\p{N}]+/u;

function shareName(one: Turn, other: Turn): boolean {
  const names = longNames(one);
  return [...longNames(other)].some((name) => names.has(name));
}

function longNames({ told: { about, wording } }: Turn): ReadonlySet<string> {
  // A line's first word is always capitalised.
  const words = wording.words?.replace(/^\S+/, '') ?? '';
  const said = `${about.name} ${words} ${wording.name ?? ''}`;
  return new Set(said.split(BREAK).filter((word) => word.length >= LONG && word.toLowerCase() !== word));
}
