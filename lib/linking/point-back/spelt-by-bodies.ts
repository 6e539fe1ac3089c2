import type { Kind } from '../../facts';
import type { Chosen } from '../around/scene';
import type { Span } from '../find/spans';
import type { Ref, Shelf } from '../known/shelf';
import { isAllCapitals } from '../read/is-all-capitals';
import type { Reading, Word } from '../read/reading';
import { WORD_MARK } from '../read/word-marks';

/** Shorter ones are only used for companies: "PM" and "SC" can be anything. */
const SHORTEST_OF_BODY = 3;
const SHORTEST = 2;
const LONGEST = 6;
const BODIES: ReadonlySet<Kind> = new Set(['company', 'group']);

/**
 * "British Airways lost bags. BA said": unexplained letters that spell the only such body in the story. Returns folded
 * acronym → meaning.
 */
export function speltByBodies(
  spans: readonly Span[],
  chosen: readonly Chosen[],
  readings: readonly Reading[],
  shelf: Shelf,
): ReadonlyMap<string, Ref> {
  const bodies = bodiesByInitials(chosen, readings, shelf);
  if (bodies.size === 0) return bodies;
  for (const { span } of chosen) bodies.delete(span.folded);
  // If the tables know one meaning only, that one was already weighed and rejected; if several, or if it needs company,
  // the full name decides.
  for (const { folded, options } of spans)
    if (options.every(({ ref, use }) => use === 'name' && ref === bodies.get(folded))) bodies.delete(folded);
  const standing = new Set<string>();
  for (const { words, block, shouted, language } of readings) {
    for (let at = 0; at < words.length && bodies.size > 0; at++) {
      const { folded, capital, start, end } = words[at] as Word;
      if (!capital || !bodies.has(folded)) continue;
      // "JD Smith", "ICE trains" and "Ba" mean something else, and so then may every occurrence.
      if (
        shouted ||
        language.names.acronymWords.has(folded) ||
        !isAllCapitals(block.text, start, end) ||
        isInName(words, at)
      )
        bodies.delete(folded);
      else standing.add(folded);
    }
  }
  return new Map([...bodies].filter(([acronym]) => standing.has(acronym)));
}

const isInName = (words: readonly Word[], at: number): boolean => {
  const [before, own, next] = [words[at - 1], words[at], words[at + 1]];
  if (next?.capital && next.joint !== 'break') return true;
  return (
    own?.joint !== 'break' && before?.capital === true && !before.initial && (before.marks & WORD_MARK.opener) === 0
  );
};

function bodiesByInitials(chosen: readonly Chosen[], readings: readonly Reading[], shelf: Shelf): Map<string, Ref> {
  const bodies = new Map<string, Ref>();
  const several = new Set<string>();
  for (const { span, ref, option } of chosen) {
    if (span.first === span.last || option.use !== 'name' || option.via !== 'form') continue;
    const { kind } = shelf.entity(ref);
    if (!BODIES.has(kind)) continue;
    const initials = initialsOf(span, readings[span.at] as Reading);
    if (initials.length < (kind === 'company' ? SHORTEST : SHORTEST_OF_BODY) || initials.length > LONGEST) continue;
    const known = bodies.get(initials);
    if (known !== undefined && known !== ref) several.add(initials);
    bodies.set(initials, ref);
  }
  for (const initials of several) bodies.delete(initials);
  return bodies;
}

/** Initials of its capitalised words; empty if one of them is itself an acronym or a number. */
function initialsOf({ first, last }: Span, { words, block }: Reading): string {
  let initials = '';
  for (let at = first; at <= last; at++) {
    const { capital, start, end, folded } = words[at] as Word;
    if (!capital) continue;
    if (end - start < 2 || isAllCapitals(block.text, start, end) || !/^\p{L}/u.test(folded)) return '';
    initials += folded.charAt(0);
  }
  return initials;
}
