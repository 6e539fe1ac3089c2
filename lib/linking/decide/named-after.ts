import type { Candidate } from '../around/clue';
import { type Span, wordCount } from '../find/spans';
import { endsPhrase } from '../find/surroundings';
import { isLongDead } from '../known/long-dead';
import { placeClass } from '../known/place-class';
import type { Reading } from '../read/reading';

const GENITIVE = /^['’ʼ]/;
const OWN_GENITIVE = /['’ʼ]s$/;
/** How many words before a name something on the way to it may stand: "flights from", "on her way to". */
const FAR = 5;

/**
 * Is it a thing or building that bears a name: "the [Nelson Mandela] bridge", "landed at [Charles de Gaulle]", "at [St.
 * Martin]'s", "[San Salvador] island"?
 */
export function isNamedAfter(candidate: Candidate): boolean {
  const { kind, span, story } = candidate;
  const reading = story.readings[span.at];
  if (!reading || (kind !== 'person' && kind !== 'place')) return false;
  if (isOfSaint(candidate, reading)) return true;
  if (kind === 'place') return isBeforeFeature(candidate, reading);
  return isBeforeThing(span, reading) || isWhereabouts(candidate, reading);
}

/** "The Gerald Ford stadium", not "Gerald Ford's school". */
function isBeforeThing({ last, end }: Span, { words, block, language }: Reading): boolean {
  const next = words[last + 1];
  return (
    next?.joint === 'space' && language.names.bearers.has(next.folded) && !GENITIVE.test(block.text.slice(end, end + 1))
  );
}

/** "San Salvador island", "the San José mine", "the Phoenix lander": no town. */
function isBeforeFeature(
  { option, span: { last }, story: { shelf } }: Candidate,
  { words, language }: Reading,
): boolean {
  const next = words[last + 1];
  if (next?.joint !== 'space' || !language.names.features.has(next.folded) || option.use === 'demonym') return false;
  return placeClass(shelf.entity(option.ref)) === 'town';
}

/** "Surgeons at Queen Elizabeth", "a flight to John F. Kennedy", long after their deaths. */
function isWhereabouts({ option, span, single, story: { day, shelf } }: Candidate, reading: Reading): boolean {
  const { words, language, block } = reading;
  const { cues } = language;
  if (single || words[span.first]?.joint !== 'space') return false;
  const at = words[span.first - 1]?.folded ?? '';
  if (!cues.placePrepositions.has(at)) return false;
  if (GENITIVE.test(block.text.slice(span.end, span.end + 1))) return false;
  const isThere = cues.venues.has(at) ? !cues.aimed.has(words[span.first - 2]?.folded ?? '') : isTravel(span, reading);
  return isThere && isLongDead(option.ref, day, shelf);
}

function isTravel({ first, sentence }: Span, { words, language }: Reading): boolean {
  for (let at = first - 2; at >= first - 1 - FAR && words[at]?.sentence === sentence; at--) {
    if (language.cues.travel.has(words[at]?.folded ?? '')) return true;
  }
  return false;
}

/** "St. Peter's Square", "at St Vincent's", not "St. Louis's mayor". */
function isOfSaint({ kind, option, span, story }: Candidate, { words, block, language }: Reading): boolean {
  if (wordCount(span) < 2 || !language.names.saints.has(words[span.first]?.folded ?? '')) return false;
  // "St. John's" is a town.
  if (OWN_GENITIVE.test(story.shelf.entity(option.ref).name)) return false;
  if (!GENITIVE.test(block.text.slice(span.end, span.end + 1))) return false;
  const next = words[span.last + 1];
  return kind === 'person' || next?.capital === true || endsPhrase(next);
}
