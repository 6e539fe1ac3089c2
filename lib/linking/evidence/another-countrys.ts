import { lesserBodies, tableNames } from '../../language';
import { belongsTo } from '../around/belongs-to';
import type { About, SceneClue, StoryFacts } from '../around/clue';
import type { Scene } from '../around/scene';
import type { Span } from '../find/spans';
import { countriesOf } from '../known/homes';
import { isCountry } from '../known/is-country';
import { hasGenericName, isGeneric } from '../known/is-generic';
import { isOfHead } from '../known/known-of-head';
import type { Ref, Shelf } from '../known/shelf';
import type { Reading } from '../read/reading';

/** In a longer sentence the opening no longer tells whose body is meant. */
const LONGEST_SENTENCE = 40;
/** What may stand between a place and what it owns. */
const OWNER = /^(?:['’]s? | )$/;

/**
 * "Ghana's Environmental Protection Agency", "the Texas House", "the state Senate": a body of the same name elsewhere.
 */
export const anotherCountrys: SceneClue = {
  name: 'anotherCountrys',
  speaks: 'against',
  only: { kinds: ['group', 'office', 'team'] },
  belief: -6,
  may({ option, span, kind, story: { shelf } }) {
    const head = shelf.entity(option.ref);
    return hasGenericName(head) || isGeneric(kind, span.surface) || (kind === 'group' && isFederated(head));
  },
  value(candidate, scene) {
    const { option, span, story } = candidate;
    const reading = story.readings[span.at];
    if (!reading || !anotherCountrys.may?.(candidate)) return 0;
    if (isOfLesser(span, reading)) return 1;
    if (isSeatedAbroad(span, option.ref, reading, scene, story.shelf)) return 1;
    const before = ownersOf(span, story, scene);
    const owners =
      before.length > 0
        ? before
        : openingCountry(span, reading, scene, story).filter((country) => isOfSome(span, country, story));
    return owners.length === 0 || owners.some((owner) => belongsTo(option.ref, owner, story.shelf)) ? 0 : 1;
  },
};

/** The places right before it as its owner; for an undecided name, everything it may mean. */
function ownersOf(span: Span, { shelf, readings, spans }: StoryFacts, scene: Scene): readonly Ref[] {
  const chosen = scene.before(span);
  const before = chosen?.span ?? spans.endingAt(span.at, span.first - 1);
  if (!before || !OWNER.test(readings[span.at]?.block.text.slice(before.end, span.start) ?? '')) return [];
  const refs = chosen ? [chosen.ref] : before.options.map(({ ref }) => ref);
  return refs.every((ref) => shelf.entity(ref).kind === 'place') ? refs : [];
}

/** "The Foreign Office in Islamabad". */
function isSeatedAbroad(span: Span, body: Ref, { words, language }: Reading, scene: Scene, shelf: Shelf): boolean {
  const place = scene.startingAt(span.at, span.last + 2);
  if (place === null || place.option.use !== 'name' || !language.cues.within.has(words[span.last + 1]?.folded ?? ''))
    return false;
  const [own, there] = [countriesOf(body, shelf), countriesOf(place.ref, shelf)];
  return own.length > 0 && there.length > 0 && !there.some((country) => own.includes(country));
}

/** Is any possible meaning of the words at home there? "In Japan he said that the Senate" is about his own Senate. */
const isOfSome = ({ options }: Span, country: Ref, { shelf }: StoryFacts): boolean =>
  options.some(({ ref }) => belongsTo(ref, country, shelf));

/** "In Ireland Labour lost three seats; the Greens won two." */
export function openingCountry(
  span: Span,
  { words, language }: Reading,
  scene: Scene,
  { shelf, spans }: StoryFacts,
): readonly Ref[] {
  let opening = span.first;
  const furthest = Math.max(0, span.first - LONGEST_SENTENCE);
  while (opening > furthest && words[opening - 1]?.sentence === span.sentence) opening -= 1;
  if (opening === span.first || !language.cues.within.has(words[opening]?.folded ?? '')) return [];
  const chosen = scene.startingAt(span.at, opening + 1);
  if (chosen) return chosen.option.use === 'name' && isCountry(shelf.entity(chosen.ref)) ? [chosen.ref] : [];
  // "In Ireland Labour" looks like a longer unknown name.
  const named = spans.startingAt(span.at, opening + 1);
  if (!named || named.last + 1 !== span.first) return [];
  return named.options.flatMap(({ ref, use }) => (use === 'name' && isCountry(shelf.entity(ref)) ? [ref] : []));
}

/** "A trial in the state Senate": a state's body. (A party in a state is still part of the national one.) */
function isOfLesser({ first, folded }: Span, { words, language }: Reading): boolean {
  const before = words[first - 1];
  if (!before || before.capital || words[first]?.joint !== 'space' || !language.cues.lesser.has(before.folded))
    return false;
  return folded.split(' ').some((word) => lesserBodies.has(word));
}

/** "The British Red Cross". */
const isFederated = isOfHead(({ name }) => tableNames.federated.test(name));

export const about: About = {
  when: 'a body whose name any country has, right behind a place to which nothing known ties it, in a sentence that begins with “In” such a country, or behind “state”, “regional”; or with “in” and a place of another country behind it',
  example: {
    story: ["Senegal's [Environmental Protection Agency] asked fishermen to use other nets."],
    day: '2014-05-07',
    opens: null,
    without: 'environmental-protection-agency',
  },
};
