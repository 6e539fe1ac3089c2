import { firstWhere } from '../../lists';
import { sentences } from '../../text';
import type { Reading } from '../read/reading';
import type { PlacedClue } from './group';
import type { Occurrence } from './sighting';
import type { SaidOf } from './types';

const MOST = 3;
/** In characters; a longer sentence is no answer. */
const LONGEST_SENTENCE = 500;
const SMALL_WORDS = 2;

type Bounds = readonly (readonly [start: number, end: number])[];

/** What the story says about a name, most telling first; the whole sentence if nothing stands beside the name. */
export function openSays(
  readings: readonly Reading[],
): (clues: readonly PlacedClue[], sightings: readonly Occurrence[]) => SaidOf[] {
  const bounds = new Map<number, Bounds>();
  const sentencesIn = (at: number): Bounds => {
    const known = bounds.get(at);
    if (known) return known;
    const { block, language } = readings[at] as Reading;
    const found = sentences(block.text, language.sentences);
    bounds.set(at, found);
    return found;
  };
  return (clues, sightings) => {
    const beside = besideName(clues, readings);
    if (beside.length > 0) return beside;
    const sentence = firstSentence(sightings, readings, sentencesIn);
    return sentence ? [sentence] : [];
  };
}

function besideName(clues: readonly PlacedClue[], readings: readonly Reading[]): SaidOf[] {
  const found = new Map<string, { said: SaidOf; weight: number }>();
  for (const { at, span, by, roles } of clues) {
    if (span === null) continue;
    const { block } = readings[at] as Reading;
    const text = block.text.slice(span[0], span[1]);
    const folded = text.toLowerCase();
    const weight = tells(by, roles, text);
    const known = found.get(folded);
    if (known && known.weight >= weight) continue;
    found.set(folded, { said: { block: block.id, start: span[0], end: span[1], text, by, role: block.role }, weight });
  }
  const best = [...found.values()].sort((one, other) => other.weight - one.weight);
  const kept: SaidOf[] = [];
  for (const { said } of best) {
    const folded = said.text.toLowerCase();
    // "Striker" adds nothing to "the Liverpool striker".
    if (kept.length < MOST && !kept.some(({ text }) => text.toLowerCase().includes(folded))) kept.push(said);
  }
  return kept;
}

/** A noun phrase tells more than an action, and a long one more than a short one. */
function tells(by: 'apposition' | 'title', roles: readonly string[], text: string): number {
  const words = text.split(/\s+/).filter((word) => word.length > SMALL_WORDS).length;
  const noun = roles.length > 0 ? 4 : 0;
  return noun + Math.min(words, 6) * 0.5 + (by === 'apposition' ? 1.5 : 0);
}

const PROSE: ReadonlySet<string> = new Set(['body', 'standfirst', 'caption', 'aside', 'comment']);

function firstSentence(
  sightings: readonly Occurrence[],
  readings: readonly Reading[],
  sentencesIn: (at: number) => Bounds,
): SaidOf | null {
  for (const { at, start } of sightings.slice(0, MOST)) {
    const { block } = readings[at] as Reading;
    if (!PROSE.has(block.role)) continue;
    const [from, to] = boundsAt(sentencesIn(at), start);
    if (to <= from || to - from > LONGEST_SENTENCE) continue;
    return {
      block: block.id,
      start: from,
      end: to,
      text: block.text.slice(from, to),
      by: 'sentence',
      role: block.role,
    };
  }
  return null;
}

const boundsAt = (bounds: Bounds, offset: number): readonly [number, number] =>
  bounds[firstWhere(bounds.length, (index) => bounds[index]![1] > offset)] ?? [0, 0];
