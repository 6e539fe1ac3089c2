import type { About, SceneClue } from '../around/clue';
import type { Reading } from '../read/reading';

/** With fewer shared words, sharing is chance. */
const TELLING = 3;
/** So many words in capitals in a row are shouting, not acronyms side by side. */
const SHOUTED = 3;
/** In characters: "ICE about one and a half inches thick". */
const LONGEST_MEASURE = 48;
const DATELINE = /^[^.!?]{0,60}?\s[-–—]/;

/** "WHO needs the news? IT IS BLISS", "my CAR keys". */
export const wordInCapitals: SceneClue = {
  name: 'wordInCapitals',
  speaks: 'against',
  only: { words: 'one', cases: ['exact'] },
  belief: -5,
  may({ option, span, story: { readings } }) {
    const { openers, acronymWords } = readings[span.at]?.language.names ?? {};
    return option.via !== 'story' && (openers?.has(span.folded) || acronymWords?.has(span.folded)) === true;
  },
  value({ option, span, single, story }, scene) {
    const reading = story.readings[span.at];
    if (!single || option.caseRule !== 'exact' || option.via === 'story' || !reading) return 0;
    const { openers, acronymWords } = reading.language.names;
    if (openers.has(span.folded)) return shoutsIn(reading) ? 1 : 0;
    if (!acronymWords.has(span.folded)) return 0;
    const behind = reading.block.text.slice(span.end, span.end + LONGEST_MEASURE);
    if (shoutsIn(reading) || reading.language.cues.measured.test(behind)) return 1;
    const known = scene.fullForm(option.ref)?.includes(' ') === true || scene.relatedTo(option.ref) > 0;
    return known || (story.words(option.ref)?.count ?? 0) >= TELLING ? 0 : 1;
  },
};

const shouting = new WeakMap<Reading, boolean>();

/** Is any phrase in the block shouted? */
function shoutsIn(reading: Reading): boolean {
  const known = shouting.get(reading) ?? hasShoutedPhrase(reading);
  shouting.set(reading, known);
  return known;
}

function hasShoutedPhrase({ words, block: { text }, language }: Reading): boolean {
  let run = 0;
  let ordinary = false;
  for (const [at, { start, end, capital, joint, folded }] of words.entries()) {
    const shouted = capital && /^\p{Lu}{2,}$/u.test(text.slice(start, end));
    if (!shouted || joint !== 'space') [run, ordinary] = [0, false];
    if (!shouted) continue;
    run += 1;
    ordinary ||= language.names.openers.has(folded);
    // "ISLE OF WIGHT, England —" is a dateline, not shouting.
    if (run >= SHOUTED && ordinary && !(at < 2 * SHOUTED && DATELINE.test(text.slice(end)))) return true;
  }
  return false;
}

export const about: About = {
  when: 'an acronym that is an ordinary word, too, where a phrase is shouted, or, of a noun, before a measure (“two inches thick”) or where nothing in the story is tied to it',
  example: {
    story: ['The puzzle was a joy. I did it in bed, with the [CAR] keys in my hand.'],
    day: '2024-05-04',
    opens: null,
    without: 'central-african-republic',
  },
};
