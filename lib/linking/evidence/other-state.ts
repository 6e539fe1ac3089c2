import { english } from '../../language';
import { stems } from '../../text';
import { belongsTo } from '../belongs-to';
import { isCountry } from '../is-country';
import { isState } from '../is-state';
import type { Reading, Word } from '../reading';
import type { Chosen, Scene } from '../scene';
import type { Ref } from '../shelf';
import type { Span } from '../spans';
import type { About, SceneClue, StoryFacts } from './clue';

const COMMA = /^,\s+$/;
/** Words of a list: a longer one is none of towns. */
const LONGEST_LIST = 16;
const [STATE_STEM] = stems('state', english.stem);

/** "ATHENS, Georgia" is not in Greece: a place with a state behind it, of which nothing is known to tie it to that state. */
export const otherState: SceneClue = {
  name: 'otherState',
  speaks: 'against',
  belief: -6,
  value({ option, span, kind, story }, scene) {
    if (kind !== 'place') return 0;
    // What a town was called with its state, it is later called without.
    const here = isThere(span, option.ref, story, scene);
    if (here !== null) return here ? 0 : 1;
    let elsewhere = 0;
    for (const one of story.sameWords(span)) {
      const there = isThere(one, option.ref, story, scene);
      if (there) return 0;
      if (there === false) elsewhere = 1;
    }
    return elsewhere;
  },
};

/** Is it in the state or country that stands behind it? Null where none does. */
function isThere(span: Span, place: Ref, { shelf, readings }: StoryFacts, scene: Scene): boolean | null {
  const reading = readings[span.at];
  if (!reading || !goesOn(span, reading)) return null;
  const behind = stateBehind(span, reading, scene);
  if (!behind) return null;
  const state = shelf.entity(behind.ref);
  // "From Beijing, Japan and Korea" is a list: of a country only what fits says anything.
  if (isCountry(state) && belongsTo(place, behind.ref, shelf)) return true;
  if (!isState(state)) return null;
  const known = new Set(shelf.stems(place));
  return stems(`${state.name} ${state.gloss}`, english.stem).some((stem) => stem !== STATE_STEM && known.has(stem));
}

/** Behind nearly all names stands neither the comma of a state nor the rest of a list. */
const goesOn = ({ last, end }: Span, { block, words, language }: Reading): boolean =>
  block.text[end] === ',' || language.cues.and.has(words[last + 1]?.folded ?? '');

function stateBehind(span: Span, reading: Reading, scene: Scene): Chosen | null {
  const { text } = reading.block;
  const next = scene.after(span);
  if (next && COMMA.test(text.slice(span.end, next.span.start))) return next;
  const behind = behindList(span, reading);
  return behind === null ? null : scene.startingAt(span.at, behind);
}

/** "Athens, Clanton, Huntsville and Montgomery in Alabama": the word behind the preposition of a list. */
function behindList({ last, sentence }: Span, { words, language }: Reading): number | null {
  const { and, placePrepositions } = language.cues;
  let joined = false;
  for (let at = last + 1; at <= last + LONGEST_LIST && words[at]?.sentence === sentence; at++) {
    const { capital, folded } = words[at] as Word;
    if (capital) continue;
    if (joined) return placePrepositions.has(folded) && words[at + 1]?.capital ? at + 1 : null;
    if (!and.has(folded)) return null;
    joined = true;
  }
  return null;
}

export const about: About = {
  when: 'a place with a state behind it, here or elsewhere in the story (“Athens, Georgia”), to which nothing known ties it',
  example: { story: ['[Athens], Texas, has a record shop.'], day: '2007-09-12', opens: null, without: 'athens' },
};
