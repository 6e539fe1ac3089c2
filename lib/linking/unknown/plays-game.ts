import { rolesOf } from '../../language';
import { isDuel } from '../around/duel';
import { isSide } from '../around/side-of-game';
import type { Reading } from '../read/reading';
import { countScores, hasScoreBeside } from '../read/scores';
import type { Block } from '../types';
import type { NameGroup } from './group';
import { isGiven } from './is-given';
import type { Occurrence } from './sighting';

/** "0-0 with", "2-1 at": a result, before the opponent. */
const RESULT_BEFORE = /\b\d{1,3}[-–:]\d{1,3} \p{Ll}{2,8} $/u;
const LONGEST_RESULT = 24;
const LONGEST_SENTENCE = 140;

/** Is it a team in a game: "to beat Kestermouth 2-1"? Only if the same text has a result. */
export function playsGame(sighting: Occurrence, reading: Reading): boolean {
  const { text } = reading.block;
  if (reading.language.cues.sides.against.size === 0 || !hasScores(reading.block)) return false;
  const { first, start, end, key } = sighting;
  const sentence = reading.words[first]?.sentence ?? 0;
  const span = { ...sighting, sentence, surface: text.slice(start, end), folded: key, options: [] };
  return (
    hasScoreBeside(text, start, end) ||
    // "Came from behind on Saturday to beat Kestermouth 2-1": no name precedes the verb.
    (sighting.initial && rolesOf(reading.language).wins.test(text.slice(end, end + LONGEST_SENTENCE))) ||
    RESULT_BEFORE.test(text.slice(Math.max(0, start - LONGEST_RESULT), start)) ||
    isDuel(span, reading) ||
    isSide(span, reading, [reading])
  );
}

/** Cached per text rather than asked for each name. */
const known = new WeakMap<Block, boolean>();

function hasScores(block: Block): boolean {
  const has = known.get(block) ?? countScores(block.text) > 0;
  known.set(block, has);
  return has;
}

/** What plays and is not a person is a team, not a town: treated as if the story had said so. */
export function tellTeams(groups: readonly NameGroup[]): void {
  for (const { plays, clues, words, sightings } of groups) {
    const isSomebody = isGiven(words[0] as string) || clues.some(({ kind }) => kind === 'person');
    const [first] = sightings;
    if (plays && !isSomebody && first)
      clues.push({ by: 'title', span: null, roles: ['team'], kind: 'body', at: first.at });
  }
}
