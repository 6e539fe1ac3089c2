import { countriesOf } from '../homes';
import type { Reading } from '../reading';
import type { Scene } from '../scene';
import type { Ref } from '../shelf';
import type { Span } from '../spans';
import { endsPhrase } from '../surroundings';
import type { About, SceneClue, StoryFacts } from './clue';

/** One word that it shares with the story is chance: of a body that much is told of, the packs know many. */
const FEW_WORDS = 1;

/** "The CHP closed all lanes": a Turkish party has no business on a road in California. */
export const acronymFromElsewhere: SceneClue = {
  name: 'acronymFromElsewhere',
  speaks: 'against',
  only: { kinds: ['group'], words: 'one', uses: ['name'], cases: ['exact'], via: ['form'] },
  belief: -2,
  value({ option, span, single, kind, story }, scene) {
    const { shelf, words, sameWords } = story;
    if (!single || option.use !== 'name' || option.caseRule !== 'exact' || option.via !== 'form') return 0;
    if (kind !== 'group' || scene.relatedTo(option.ref) > 0) return 0;
    const stands = [span, ...sameWords(span)].filter((one) => isBesideUnknown(one, story, scene));
    const sharesFew = (words(option.ref)?.count ?? 0) <= FEW_WORDS;
    if (!sharesFew && stands.length === 0) return 0;
    if (scene.fullForm(option.ref)?.includes(' ')) return 0;
    // What is known by its letters alone, as the NBA, is seldom something else.
    if (shelf.entity(option.ref).name.includes(span.surface)) return 0;
    const isSubstance = stands.some((one) => isBare(one, story));
    if (isSubstance && sharesFew) return 1;
    if (!(isSubstance || scene.namesPlace())) return 0;
    const homes = countriesOf(option.ref, shelf);
    if (homes.length === 0) return 0;
    return homes.some((home) => isSpokenOf(home, option.ref, scene)) ? 0 : 1;
  },
};

/** Is anything of that country in the story, but for this one? */
function isSpokenOf(country: Ref, butFor: Ref, scene: Scene): boolean {
  const there = scene.countries().get(country)?.mentions;
  return there !== undefined && there.size > Number(there.has(butFor));
}

/** "Rich in EPA": a body whose letters are spelt has an article inside a sentence, but before a noun. */
function isBare({ at, first, last }: Span, { readings }: StoryFacts): boolean {
  const { words, language, titled } = readings[at] as Reading;
  const [before, own, next] = [words[first - 1], words[first], words[last + 1]];
  if (titled || !own || own.joint !== 'space' || !before || before.capital || language.cues.articles.has(before.folded))
    return false;
  return language.persons.prepositions.has(before.folded) && (!next || endsPhrase(next));
}

/** "EPA and DHA": the other means nothing that the packs know, here. */
function isBesideUnknown({ at, first, last }: Span, { readings }: StoryFacts, scene: Scene): boolean {
  const reading = readings[at];
  if (!reading) return false;
  const { words, block, language } = reading;
  return [
    [first - 1, first - 2],
    [last + 1, last + 2],
  ].some(([and, other]) => {
    if (!language.cues.and.has(words[and as number]?.folded ?? '')) return false;
    const { start = 0, end = 0 } = words[other as number] ?? {};
    const surface = block.text.slice(start, end);
    return /^\p{Lu}{2,6}$/u.test(surface) && scene.startingAt(at, other as number) === null;
  });
}

export const about: About = {
  when: 'the acronym of a body that shares no word with the story, or stands beside an acronym that nobody knows, of a country with which nothing in it is tied, where places are named; or, without an article, beside such an acronym (“rich in EPA and DHA”)',
  example: {
    story: ['OSLO — A goat on the line held up a train before the [FDP] took it away.'],
    day: '2022-03-17',
    opens: null,
    without: 'fdp',
  },
};
