import { federalWords, houseWords, statehouseWords } from '../../language';
import type { About, Candidate, SceneClue, StoryFacts } from '../around/clue';
import { inDateline } from '../around/in-dateline';
import type { Scene } from '../around/scene';
import { countriesOf, homesOf } from '../known/homes';
import { isState } from '../known/is-state';
import type { Ref, Shelf } from '../known/shelf';
import type { Reading } from '../read/reading';
import { storyWords } from '../read/story-words';
import { WORD_MARK } from '../read/word-marks';

/**
 * "Columbus, Ohio … lawmakers … the Senate passed": in a story about one state, its chambers go by the national names.
 */
export const houseOfState: SceneClue = {
  name: 'houseOfState',
  speaks: 'against',
  only: { kinds: ['group', 'office', 'place'], via: ['form'] },
  belief: -6,
  may: (candidate) => isHouse(candidate) && (isToldOfState(candidate) || isOpenedIn(candidate)),
  value(candidate, scene) {
    if (houseOfState.may?.(candidate) !== true) return 0;
    const { story } = candidate;
    if (namesStatesHouse(story) && story.readings.some((reading, at) => isFromState(reading, at, scene, story.shelf)))
      return 1;
    if (isOpenedInState(candidate, scene)) return 1;
    return isToldOfState(candidate) && !isItsMemberNamed(candidate, scene) && isOfOneState(candidate, scene) ? 1 : 0;
  },
};

/** "Senate", "House", "Capitol", "Speaker of the House": each state has one of exactly that name. */
function isHouse({ span: { at, first, last }, story: { readings } }: Candidate): boolean {
  const { words, marks } = readings[at] as Reading;
  if ((marks & WORD_MARK.house) === 0) return false;
  let named = false;
  for (let word = first; word <= last; word++) {
    const { folded = '', marks = 0 } = words[word] ?? {};
    const isHouse = (marks & WORD_MARK.house) !== 0;
    if (!isHouse && !houseWords.beside.has(folded)) return false;
    named ||= isHouse;
  }
  return named;
}

/** Does the story mention a governor or legislature, and not Congress, or else the chamber of a state by its full name? */
function isToldOfState({ story }: Candidate): boolean {
  const words = storyWords(story.readings);
  const has = (list: ReadonlySet<string>): boolean => [...list].some((word) => words.has(word));
  return has(statehouseWords) && (!has(federalWords) || namesStatesHouse(story));
}

const known = new WeakMap<readonly Reading[], boolean>();

/** "The Texas House": a chamber right behind the name of a state, anywhere in the story. */
function namesStatesHouse({ readings, spans, shelf }: StoryFacts): boolean {
  const before = known.get(readings);
  if (before !== undefined) return before;
  const isOfState = (at: number, word: number): boolean => {
    const state = spans.endingAt(at, word - 1);
    return state?.options.some(({ ref, use }) => use !== 'demonym' && isState(shelf.entity(ref))) === true;
  };
  const named = readings.some(
    ({ words, marks }, at) =>
      (marks & WORD_MARK.house) !== 0 &&
      words.some(
        (word, index) =>
          (word.marks & WORD_MARK.house) !== 0 && word.capital && word.joint === 'space' && isOfState(at, index),
      ),
  );
  known.set(readings, named);
  return named;
}

/** "In the Senate … Democrats under Chuck Schumer": a person tied to the national chamber speaks for it. */
const isItsMemberNamed = ({ option, story: { shelf } }: Candidate, scene: Scene): boolean =>
  shelf.neighbours(option.ref).some((other) => shelf.entity(other).kind === 'person' && scene.has(other));

/** "In Salem, the House passed a bill. It goes to the Senate": in a paragraph that opens with a town. */
function isOpenedIn({ span: { at }, story: { readings } }: Candidate): boolean {
  const { words, language } = readings[at] as Reading;
  return language.cues.within.has(words[0]?.folded ?? '') && words[1]?.capital === true;
}

function isOpenedInState(candidate: Candidate, scene: Scene): boolean {
  if (!isOpenedIn(candidate)) return false;
  const { span, story } = candidate;
  const town = scene.startingAt(span.at, 1);
  return town !== null && statesOf(town.ref, story.shelf).length > 0 && !isState(story.shelf.entity(town.ref));
}

/** Is it told from a state, or are all its places in that country in one state? */
function isOfOneState({ option, story }: Candidate, scene: Scene): boolean {
  const { shelf, readings } = story;
  const states = new Set<Ref>();
  for (const country of countriesOf(option.ref, shelf)) {
    for (const place of scene.countries().get(country)?.within ?? []) {
      if (place === option.ref) continue;
      if (isCapital(place, shelf)) return false;
      for (const home of statesOf(place, shelf)) states.add(home);
    }
  }
  return (
    states.size === 1 || (states.size > 0 && readings.some((reading, at) => isFromState(reading, at, scene, shelf)))
  );
}

/** The national capital, which is in no state. */
const isCapital = (place: Ref, shelf: Shelf): boolean =>
  CAPITAL.test(shelf.entity(place).gloss) && statesOf(place, shelf).length === 0;
const CAPITAL = /^capital of\b/i;

const statesOf = (place: Ref, shelf: Shelf): Ref[] =>
  homesOf(place, shelf).filter((home) => isState(shelf.entity(home)));

/** "ANNAPOLIS, Maryland —" */
function isFromState(reading: Reading, at: number, scene: Scene, shelf: Shelf): boolean {
  const head = scene.startingAt(at, 0);
  return head !== null && inDateline(head.span, reading) && statesOf(head.ref, shelf).length > 0;
}

export const about: About = {
  when: 'a house by a name that each state has for its own, in a story from a state, or of one alone, with a governor or a legislature, and without Congress, the capital or anybody who is tied to the house of the country, or in a story told from a state that names the house of one, or in a paragraph that opens “In” a town of a state',
  example: {
    story: ['Lawmakers of Ohio sat until midnight, and Gov. Mike DeWine waited.', 'The [Senate] passed the bill.'],
    day: '2021-05-13',
    opens: null,
    without: 'us-senate',
  },
};
