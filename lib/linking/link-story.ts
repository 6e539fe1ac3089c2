import type { Evidence } from '../facts';
import { languageOf } from '../language';
import type { Pack } from '../pack';
import type { StoryFacts } from './around/clue';
import type { Chosen, Scene } from './around/scene';
import { findSigns } from './around/signs-around';
import { allowance } from './decide/allowance';
import { runnersUp } from './decide/choose';
import { currentChoices } from './decide/current-choices';
import { type Prepared, prepare } from './decide/prepare';
import { chooseInRounds } from './decide/rounds';
import { makeScorer, type Scorer } from './evidence/scorer';
import { WEIGHTS } from './evidence/weights';
import { findAbbreviatedPlaces } from './find/abbreviated-places';
import { withSuffixes } from './find/company-suffixes';
import { languageRule } from './find/language-rule';
import { findNameLists } from './find/name-lists';
import { findIntroduced, findNamesakes } from './find/namesakes';
import { sameWords } from './find/same-words';
import { findSharedHeads } from './find/shared-heads';
import { indexSpans } from './find/span-index';
import { findSpans, orderOf, type Span } from './find/spans';
import { findSpellings, runsOfCapitals } from './find/spellings';
import { findSpeltNames } from './find/spelt-names';
import { type Cover, coverWords, lookAround, type Surroundings } from './find/surroundings';
import { openSharedWords } from './known/context';
import { openShelf, type Ref, type Shelf } from './known/shelf';
import { openReasons } from './mark/explain';
import { placeMarks } from './mark/marks';
import { weighSalience } from './mark/salience';
import { wholeName } from './mark/whole-name';
import { resolveNouns } from './point-back/coreference';
import { resolveGivenNames } from './point-back/given-names';
import { introduceAcronyms } from './point-back/introduced-spans';
import { resolveOffices } from './point-back/pointed-offices';
import { findStrangers } from './point-back/strangers';
import { openArenas } from './read/arenas';
import { hasOtherGames } from './read/other-games';
import { type Reading, readBlock } from './read/reading';
import type { Signs } from './read/signs';
import { storyPart } from './read/story-part';
import { readStems } from './read/story-stems';
import type { Block, LinkedStory, LinkingChoices, Mention, Story } from './types';
import { remember } from './visit/memory';

const fitted = makeScorer(WEIGHTS);

/** Runners-up on a card: enough for "not this one, that one". */
const MOST_RUNNERS_UP = 3;

/**
 * From text to mentions, for one batch of blocks in a visit:
 *
 *   read → detect (forms, other spellings) → look around → choose in rounds ─┬→ acronyms in brackets → choose again
 *                                                                            └→ nouns, offices, given names → salience → marks
 *
 * Pure: the same packs, story and choices give the same mentions. The first pack that knows a key owns it.
 */
export function linkStory(
  packs: readonly Pack[],
  given: Story,
  decided: LinkingChoices,
  scorer: Scorer = fitted,
): LinkedStory {
  const choices = currentChoices(packs, decided);
  const shelf = openShelf(packs);
  const story = { ...given, blocks: given.blocks.map(withoutFiller) };
  const readings = story.blocks.map((block) => readBlock(block, languageOf(block.language ?? story.language)));
  const stems = readStems(story, readings);
  const arenas = openArenas(readings);
  const otherGames = hasOtherGames(readings);
  const speltNames = findSpeltNames(readings);
  const speaks = languageRule(readings, shelf);
  const allowed = allowance(readings, shelf, story, choices);
  const { spans: formSpans, nouns, fits } = findSpans(readings, shelf, allowed, speaks);
  const shared = findSharedHeads(readings, shelf);
  const written = [
    ...notWithin(shared, formSpans),
    ...withSuffixes(formSpans, readings, shelf),
    ...findAbbreviatedPlaces(readings, shelf),
    ...shared,
  ];
  const covers = coverWords(readings, written);
  const runs = runsOfCapitals(readings, covers);
  const spelt = findSpellings(readings, runs, formSpans, shelf)
    .map((span) => ({
      ...span,
      options: span.options.filter(
        (option) => allowed(option, span) && speaks(option, span, readings[span.at] as Reading),
      ),
    }))
    .filter((span) => span.options.length > 0);

  const wordsOf = openSharedWords(stems, shelf);

  /** By span index. */
  let arounds: readonly Surroundings[] = [];
  const pick = (
    spans: readonly Span[],
    seen: ReadonlyMap<Span, Surroundings>,
    earlier: readonly Chosen[],
  ): { chosen: Chosen[]; scene: Scene } => {
    arounds = spans.map(
      (span) => seen.get(span) ?? lookAround(span, readings[span.at] as Reading, covers[span.at] as Cover),
    );
    const known: StoryFacts = {
      day: story.day,
      shelf,
      readings,
      ...wordsOf(inDoubt(spans)),
      namesakes: findNamesakes(spans, readings, arounds, shelf),
      sameWords: sameWords(spans),
      arenas,
      otherGames,
      isInNameList: findNameLists(spans, readings, shelf),
      speltNames,
      spans: indexSpans(spans, readings),
    };
    const named = namedInFull(spans, story, shelf);
    const signs = findSigns(spans, arounds, known);
    const prepared = (at: number): Prepared =>
      prepare(spans[at] as Span, arounds[at] as Surroundings, signs[at] as Signs, known, named);
    return chooseInRounds(spans, prepared, scorer, story.memory, shelf, earlier);
  };

  const spans = [...written, ...spelt];
  let picked = pick(spans, new Map(), []);
  const meansBody = (ref: Ref): boolean => !['person', 'place'].includes(shelf.entity(ref).kind);
  const introduced = findIntroduced(readings, meantBy(picked.chosen), meansBody);
  const explained = introduceAcronyms(spans, picked.chosen, readings, introduced, story.memory, shelf, allowed);
  if (explained) {
    const seen = new Map(spans.map((span, at) => [span, arounds[at] as Surroundings]));
    const kept = new Set(explained);
    picked = pick(
      explained,
      seen,
      picked.chosen.filter(({ span }) => kept.has(span)),
    );
  }
  const { scene } = picked;
  const strangers = findStrangers(readings, runs, picked.chosen);
  const antecedents = { readings, chosen: picked.chosen, shelf, day: story.day, strangers };
  const offices = resolveOffices(antecedents);
  const byGivenName = resolveGivenNames({
    readings,
    chosen: picked.chosen,
    spans: explained ?? spans,
    shelf,
    memory: story.memory,
  });
  const named = [...picked.chosen, ...offices, ...byGivenName];
  const pointed = apartFrom(named, resolveNouns(nouns, fits, antecedents));
  const chosen = [...named, ...pointed]
    .filter(({ span, option }) => allowed(option, span))
    .sort((a, b) => a.span.at - b.span.at || a.span.start - b.span.start);

  const salience = weighSalience(chosen, readings, earlierCounts(story, shelf), shelf, story.memory === null);
  const marks = placeMarks(chosen, readings, salience, story.memory?.marked ?? [], choices, shelf);
  const why = openReasons(scene, readings, stems, scorer, shelf);
  return {
    mentions: chosen.map((one) => toMention(one, story, readings, why(one), salience, marks.marked.has(one), shelf)),
    memory: remember(story.memory, chosen, stems.numbers.keys(), marks.keys, shelf),
  };
}

/** Headings are short by nature, and readers may ask whatever they like. */
function withoutFiller(block: Block): Block {
  const { role, text } = block;
  const part = role === 'title' || role === 'heading' || role === 'comment' ? text.length : storyPart(text);
  return part === text.length ? block : { ...block, text: text.slice(0, part) };
}

function toMention(
  one: Chosen,
  story: Story,
  readings: readonly Reading[],
  evidence: Evidence,
  salience: ReadonlyMap<Ref, number>,
  marked: boolean,
  shelf: Shelf,
): Mention {
  const { start, end } = wholeName(one, readings[one.span.at] as Reading, shelf);
  return {
    block: story.blocks[one.span.at]?.id ?? one.span.at,
    start,
    end,
    entity: shelf.entity(one.ref).key,
    confidence: inThousandths(one.confidence),
    salience: inThousandths(salience.get(one.ref) ?? 0),
    marked,
    evidence,
    runnersUp: runnersUp(one, MOST_RUNNERS_UP).map((ref) => {
      const { key, name, gloss } = shelf.entity(ref);
      return { entity: key, name, gloss };
    }),
  };
}

/** Rounded: finer differences need not be sent. */
const inThousandths = (share: number): number => Math.round(share * 1000) / 1000;

/** Entities for which the words of the story can matter; may contain duplicates. */
function inDoubt(spans: readonly Span[]): Ref[] {
  const refs: Ref[] = [];
  for (const span of spans) {
    const single = span.first === span.last;
    if (!single && span.options.length < 2) continue;
    for (const option of span.options) if (option.use !== 'demonym') refs.push(option.ref);
  }
  return refs;
}

function namedInFull(spans: readonly Span[], story: Story, shelf: Shelf): ReadonlySet<Ref> {
  const named = new Set<Ref>(earlierCounts(story, shelf).keys());
  for (const { options } of spans) for (const { use, ref } of options) if (use === 'name') named.add(ref);
  return named;
}

function meantBy(chosen: readonly Chosen[]): (at: number, word: number, side: 'ends' | 'begins') => Ref | null {
  const placesOf = (side: 'first' | 'last'): ReadonlyMap<number, Ref> => {
    const places = new Map<number, Ref>();
    for (const { span, ref, option } of chosen)
      if (span.first !== span.last && (option.use === 'name' || option.use === 'company'))
        places.set(orderOf(span.at, span[side]), ref);
    return places;
  };
  // Most stories explain no acronym in brackets.
  let ends: ReadonlyMap<number, Ref> | null = null;
  let begins: ReadonlyMap<number, Ref> | null = null;
  return (at, word, side) => {
    if (side === 'ends') ends ??= placesOf('last');
    else begins ??= placesOf('first');
    return (side === 'ends' ? ends : begins)?.get(orderOf(at, word)) ?? null;
  };
}

function earlierCounts(story: Story, shelf: Shelf): ReadonlyMap<Ref, number> {
  const counts = new Map<Ref, number>();
  for (const [key, { count }] of Object.entries(story.memory?.named ?? {})) {
    const ref = shelf.find(key);
    if (ref !== null) counts.set(ref, count);
  }
  return counts;
}

/** Those that share no word with a named one. */
function apartFrom(named: readonly Chosen[], pointed: readonly Chosen[]): readonly Chosen[] {
  if (pointed.length === 0) return pointed;
  const occupied = wordsOf(named.map(({ span }) => span));
  return pointed.filter(({ span }) => !hasWord(span, (place) => occupied.has(place)));
}

/** Drops spans that lie entirely within the wider ones. */
function notWithin(wider: readonly Span[], spans: readonly Span[]): readonly Span[] {
  if (wider.length === 0) return spans;
  const covered = wordsOf(wider);
  return spans.filter((span) => hasWord(span, (place) => !covered.has(place)));
}

/** The places of their words. */
function wordsOf(spans: readonly Span[]): ReadonlySet<number> {
  const places = new Set<number>();
  for (const { at, first, last } of spans) for (let word = first; word <= last; word++) places.add(orderOf(at, word));
  return places;
}

function hasWord({ at, first, last }: Span, is: (place: number) => boolean): boolean {
  for (let word = first; word <= last; word++) if (is(orderOf(at, word))) return true;
  return false;
}
