import type { Candidate } from '../around/clue';
import { placeClass } from '../known/place-class';

/** The prominence of looked-up entities and below: nobody has measured how often their name means them. */
const HARDLY_KNOWN = 2;

/**
 * "Rain in [Velmora]" is not the club, "the city of [Ostmark]" not the state, even when nothing else of that name is
 * known.
 */
export function isItsPlace({ kind, option, single, span, around, story: { shelf, readings } }: Candidate): boolean {
  const head = shelf.entity(option.ref);
  const reading = readings[span.at];
  if (head.prominence > HARDLY_KNOWN || !reading || (kind !== 'team' && kind !== 'place')) return false;
  const { words, language, block } = reading;
  const before = words[span.first - 1];
  if (words[span.first]?.joint !== 'space' || before === undefined) return false;
  if (kind === 'team') {
    const isWithin =
      language.cues.within.has(before.folded) && !GENITIVE.test(block.text.slice(span.end, span.end + 1));
    return single && isWithin;
  }
  if (!around.afterPlaceNoun) return false;
  const noun = before.folded === language.names.of ? (words[span.first - 2]?.folded ?? '') : before.folded;
  const { townNouns, stateNouns } = language.cues;
  const is = placeClass(head);
  return (
    (is === 'region' && townNouns.has(noun) && !TOWN_AS_WELL.test(head.gloss)) ||
    (is === 'town' && stateNouns.has(noun))
  );
}

/** "Capital and state of Zendria". */
const TOWN_AS_WELL = /^(?:city|capital|town)\b/i;

const GENITIVE = /^['’ʼ]/;
