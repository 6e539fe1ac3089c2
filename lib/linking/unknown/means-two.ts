/**
 * Does the story use one name for two things: a club and its town, a ship and its namesake, a founder and his company?
 * Looking it up would open the same card at all its places, wrong at some.
 */
import { encyclopediaOf, type Role, rolesOf } from '../../language';
import { type Reading, wordAt } from '../read/reading';
import type { NameGroup, PlacedClue } from './group';
import type { Occurrence } from './sighting';

export function meansTwo({ clues, sightings }: NameGroup, readings: readonly Reading[]): boolean {
  const told = new Set(clues.map((clue) => toldBy(clue, readings)));
  told.delete(null);
  if (told.size > 1) return true;
  if (told.size === 0 || told.has('place') || told.has('person')) return false;
  const readingOf = ({ at }: Occurrence): Reading => readings[at] as Reading;
  // "Marten Holdt died in 1951": companies do not die.
  if (sightings.some((one) => rolesOf(readingOf(one).language).lives.test(behind(one, readingOf(one))))) return true;
  // Companies have shares "in" them and groups have members; but "rain in" a club means its town.
  const isTeam = clues.some((clue) => isOfTeam(clue, readings));
  return isTeam && sightings.some((one) => isWithin(one, readingOf(one)));
}

/** What the words beside the name say it is; null if they fit several kinds. */
function toldBy({ kind, roles, span, at }: PlacedClue, readings: readonly Reading[]): Role | null {
  const words = rolesOf((readings[at] as Reading).language);
  const head = roles.at(-1);
  // Teams take "who" too; an age belongs to a person.
  if (head === undefined) return kind === 'place' || (kind === 'person' && span === null) ? kind : null;
  const is = kind ?? words.kindOf(head);
  return is === 'any' || (is === 'person' && words.bodiesToo.has(head)) ? null : is;
}

const isOfTeam = ({ roles, at }: PlacedClue, readings: readonly Reading[]): boolean => {
  const { kindOf } = encyclopediaOf((readings[at] as Reading).language.tag);
  return roles.some((role) => kindOf(role.split(' ').at(-1) ?? '') === 'team');
};

const LONGEST = 24;
const behind = ({ end }: Occurrence, { block }: Reading): string => block.text.slice(end, end + LONGEST);

/** "In Velmora", but not "in Velmora's squad". */
function isWithin({ first, last, start, end }: Occurrence, reading: Reading): boolean {
  const { words, language, block } = reading;
  const before = words[first - 1];
  const isJoined = words[first]?.joint !== 'space' || wordAt(reading, start) !== first;
  if (isJoined || before === undefined || !language.cues.within.has(before.folded)) return false;
  const next = words[last + 1];
  const goesOn = next !== undefined && next.joint === 'space' && next.capital;
  return !GENITIVE.test(block.text.slice(end, end + 2)) && !goesOn;
}

const GENITIVE = /^['’ʼ]/;
