import { belongsTo } from '../around/belongs-to';
import type { About, SceneClue, StoryFacts } from '../around/clue';
import type { Scene } from '../around/scene';
import type { Span } from '../find/spans';
import { countriesOf } from '../known/homes';
import { placeClass } from '../known/place-class';
import type { Ref, Shelf } from '../known/shelf';
import type { Reading } from '../read/reading';

/** In words: "Athens, about eighty miles north". */
const LONGEST_DISTANCE = 4;

/**
 * "Athens, eighty miles north", "Washington, near Sunderland": said to be near the scene of the story, so not in a far
 * country.
 */
export const besideStory: SceneClue = {
  name: 'besideStory',
  speaks: 'against',
  only: { kinds: ['place'] },
  belief: -4,
  may({ option, span, story: { readings } }) {
    const reading = readings[span.at];
    return option.use !== 'demonym' && reading !== undefined && (isFrom(span, reading) || liesBeside(span, reading));
  },
  value({ option, span, kind, story }, scene) {
    const reading = story.readings[span.at];
    if (kind !== 'place' || option.use === 'demonym' || !reading) return 0;
    if (isOutside(option.ref, span, reading, story)) return 1;
    if (placeClass(story.shelf.entity(option.ref)) !== 'town' || !liesBeside(span, reading)) return 0;
    return isAlone(option.ref, scene, story.shelf) ? 1 : 0;
  },
};

/** Is there a comma, then how far it is or what it is near? */
function liesBeside({ last, end }: Span, { words, block, language }: Reading): boolean {
  if (block.text[end] !== ',') return false;
  const { near, distances } = language.cues;
  if (near.has(words[last + 1]?.folded ?? '')) return words[last + 2]?.capital === true;
  for (let at = last + 2; at <= last + LONGEST_DISTANCE; at++) {
    if (words[at]?.joint !== 'space') return false;
    if (distances.has(words[at]?.folded ?? '')) return true;
  }
  return false;
}

/** "All of north Georgia, from Rome to Augusta": inside the place before the comma. */
function isOutside(place: Ref, span: Span, reading: Reading, story: StoryFacts): boolean {
  if (!isFrom(span, reading)) return false;
  const whole = story.spans.endingAt(span.at, span.first - 2);
  const wholes = (whole?.options ?? []).map(({ ref }) => ref);
  const parted = wholes.filter((ref) => ['region', 'country'].includes(placeClass(story.shelf.entity(ref)) ?? ''));
  if (parted.length === 0 || parted.length < wholes.length) return false;
  return !parted.some((ref) => belongsTo(place, ref, story.shelf));
}

function isFrom({ first }: Span, { words, block, language }: Reading): boolean {
  const [before, from] = [words[first - 2], words[first - 1]];
  return (
    from !== undefined && before !== undefined && language.cues.from.has(from.folded) && block.text[before.end] === ','
  );
}

/** Is nothing else in the story at home in its country? */
function isAlone(place: Ref, scene: Scene, shelf: Shelf): boolean {
  const countries = countriesOf(place, shelf);
  return (
    countries.length > 0 &&
    countries.every((country) => {
      const there = scene.countries().get(country);
      return !there || there.mentions.size === 0 || (there.mentions.size === 1 && there.mentions.has(place));
    })
  );
}

export const about: About = {
  when: 'a town that is told by its distance or by a town nearby (“Athens, eighty miles north”) with nothing else of its country in the story, or a place in what is said to reach “from” it',
  example: {
    story: ['Detectives from Decatur looked at a similar crime in [Athens], eighty miles north.'],
    day: '2011-03-08',
    opens: null,
    without: 'athens',
  },
};
