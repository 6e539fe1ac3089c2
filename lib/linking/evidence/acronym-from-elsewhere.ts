import type { About, SceneClue, StoryFacts } from '../around/clue';
import type { Scene } from '../around/scene';
import type { Span } from '../find/spans';
import { endsPhrase } from '../find/surroundings';
import { countriesOf } from '../known/homes';
import type { Ref } from '../known/shelf';
import type { Reading } from '../read/reading';
import { WORD_MARK } from '../read/word-marks';

/** One word shared with the story is chance: the packs know many words of a much-described body. */
const FEW_WORDS = 1;

/** "The CHP closed all lanes": a Turkish party has no business on a Californian road. */
export const acronymFromElsewhere: SceneClue = {
  name: 'acronymFromElsewhere',
  speaks: 'against',
  only: { kinds: ['group'], words: 'one', uses: ['name'], cases: ['exact'], via: ['form'] },
  belief: -2,
  may({ option, span, story }) {
    const { shelf, words, sameWords } = story;
    // Something known by its letters alone, like the NBA, is seldom anything else.
    if (shelf.entity(option.ref).name.includes(span.surface)) return false;
    const isTold = (words(option.ref)?.count ?? 0) > FEW_WORDS;
    if (isTold && ![span, ...sameWords(span)].some((one) => besideAcronym(one, story).length > 0)) return false;
    return countriesOf(option.ref, shelf).length > 0;
  },
  value({ option, span, single, kind, story }, scene) {
    const { shelf, words, sameWords } = story;
    if (!single || option.use !== 'name' || option.caseRule !== 'exact' || option.via !== 'form') return 0;
    if (kind !== 'group' || scene.relatedTo(option.ref) > 0) return 0;
    const stands = [span, ...sameWords(span)].filter((one) => isBesideUnknown(one, story, scene));
    const sharesFew = (words(option.ref)?.count ?? 0) <= FEW_WORDS;
    if (!sharesFew && stands.length === 0) return 0;
    if (scene.fullForm(option.ref)?.includes(' ')) return 0;
    // As above.
    if (shelf.entity(option.ref).name.includes(span.surface)) return 0;
    const isSubstance = stands.some((one) => isBare(one, story));
    if (isSubstance && sharesFew) return 1;
    if (!(isSubstance || scene.namesPlace())) return 0;
    const homes = countriesOf(option.ref, shelf);
    if (homes.length === 0) return 0;
    return homes.some((home) => isSpokenOf(home, option.ref, scene)) ? 0 : 1;
  },
};

/** Is anything else of that country in the story? */
function isSpokenOf(country: Ref, butFor: Ref, scene: Scene): boolean {
  const there = scene.countries().get(country)?.mentions;
  return there !== undefined && there.size > Number(there.has(butFor));
}

/** "Rich in EPA": inside a sentence, a body called by its letters takes an article, except before a noun. */
function isBare({ at, first, last }: Span, { readings }: StoryFacts): boolean {
  const { words, language, titled } = readings[at] as Reading;
  const [before, own, next] = [words[first - 1], words[first], words[last + 1]];
  if (titled || !own || own.joint !== 'space' || !before || before.capital || language.cues.articles.has(before.folded))
    return false;
  return language.persons.prepositions.has(before.folded) && (!next || endsPhrase(next));
}

/** "EPA and DHA": the other means nothing known here. */
const isBesideUnknown = (span: Span, story: StoryFacts, scene: Scene): boolean =>
  besideAcronym(span, story).some((word) => scene.startingAt(span.at, word) === null);

/** The acronyms joined to it by "and", by their word numbers. */
function besideAcronym({ at, first, last }: Span, { readings }: StoryFacts): number[] {
  const { words, block } = readings[at] as Reading;
  const isAnd = (word: number): boolean => ((words[word]?.marks ?? 0) & WORD_MARK.and) !== 0;
  const isAcronym = (word: number): boolean => {
    const { start = 0, end = 0 } = words[word] ?? {};
    return ACRONYM.test(block.text.slice(start, end));
  };
  const found: number[] = [];
  if (isAnd(first - 1) && isAcronym(first - 2)) found.push(first - 2);
  if (isAnd(last + 1) && isAcronym(last + 2)) found.push(last + 2);
  return found;
}

const ACRONYM = /^\p{Lu}{2,6}$/u;

export const about: About = {
  when: 'the acronym of a body that shares no word with the story, or stands beside an acronym that nobody knows, of a country with which nothing in it is tied, where places are named; or, without an article, beside such an acronym (“rich in EPA and DHA”)',
  example: {
    story: ['OSLO — A goat on the line held up a train before the [FDP] took it away.'],
    day: '2022-03-17',
    opens: null,
    without: 'fdp',
  },
};
