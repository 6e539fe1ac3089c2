import type { Kind } from '../../facts';
import { type Language, offices, tableNames } from '../../language';
import { foldText } from '../../text';
import { isBefore, shiftYears } from '../../time';
import type { Candidate } from '../around/clue';
import { fullNamePlace } from '../around/full-name-place';
import { listedWithFirms } from '../around/listed-with-firms';
import { movesAsPrice } from '../around/moves-as-price';
import { namedAsPress } from '../around/named-as-press';
import type { Scene } from '../around/scene';
import { standsInName } from '../around/stands-in-name';
import { dateline } from '../evidence/dateline';
import { OF_GAMES } from '../evidence/place-in-game';
import { regionAsked } from '../evidence/region-asked';
import { sameClassInList } from '../evidence/same-class-in-list';
import { teamThatPlays } from '../evidence/team-that-plays';
import type { Span } from '../find/spans';
import { endsPhrase } from '../find/surroundings';
import { isCountry } from '../known/is-country';
import { isGivenName } from '../known/is-given-name';
import { isOfHead } from '../known/known-of-head';
import { placeClass } from '../known/place-class';
import type { Option, Ref } from '../known/shelf';
import type { Reading } from '../read/reading';
import { isBareTitle } from './bare-title';
import { isByLettersAlone } from './by-letters-alone';
import { isTownItself } from './called-after-town';
import { isInLineUp } from './in-line-up';
import { isItsPlace } from './is-its-place';
import { isNamedAfter } from './named-after';
import { isOfGamesHere } from './of-games-here';
import { isToldAsWork } from './told-as-work';
import { writtenAsName } from './written-as-name';

type Fixed = (candidate: Candidate) => boolean;
type Condition = (candidate: Candidate, scene: Scene) => boolean;

/** "Iranian President Hassan Rouhani" is about a person; an office gets a card only where it stands alone. */
const standsAlone: Fixed = ({ around, kind }) => !(around.beforeName && kind === 'office');

/** "Vice-president of UEFA" is a different office. */
const noDeputy: Fixed = ({ kind, span, story: { readings } }) => {
  const reading = readings[span.at];
  const first = reading?.words[span.first];
  if (!reading || first?.joint === 'break') return true;
  return kind !== 'office' || !reading.language.titles.deputies.has(reading.words[span.first - 1]?.folded ?? '');
};

/**
 * "The Fed chair" means whoever held the office on the day; the office itself only where no holder is known, or in "a
 * former Fed chair".
 */
const noHolder: Fixed = ({ kind, option, span, story: { shelf, readings } }) => {
  if (kind !== 'office' && !(kind === 'person' && isDated(option))) return true;
  if (!span.options.some((one) => isDated(one) && shelf.entity(one.ref).kind === 'person')) return true;
  const isHeld = span.options.some(({ ref }) => shelf.entity(ref).kind === 'office');
  return !isHeld || (kind === 'office') === isOfAnother(span, readings[span.at]);
};

const isDated = ({ from, to }: Option): boolean => from !== null || to !== null;

/** "A former Fed chair", "the next Fed chair". */
const isOfAnother = ({ first }: Span, reading: Reading | undefined): boolean =>
  reading !== undefined &&
  reading.words[first]?.joint !== 'break' &&
  offices.others.has(reading.words[first - 1]?.folded ?? '');

/** So many things speak for a country that is not itself named: Nancy Pelosi and the White House. */
const ENOUGH_OF_COUNTRY = 2;

const companyInStory: Condition = ({ option, story: { shelf } }, scene) =>
  option.company.some((ref) => scene.has(ref) || (isCountry(shelf.entity(ref)) && speaksOf(ref, scene)));

const speaksOf = (country: Ref, scene: Scene): boolean =>
  (scene.countries().get(country)?.mentions.size ?? 0) >= ENOUGH_OF_COUNTRY ||
  scene.relatedTo(country) >= ENOUGH_OF_COUNTRY;

/** Lesser-known towns have namesakes missing from the tables. */
const KNOWN_TOWN = 30;

/** "The concert in Phoenix": after a preposition of place, the one well-known town of that name, not a person. */
const isTownByPreposition: Fixed = (candidate) => {
  const { around, option, span, story } = candidate;
  const head = story.shelf.entity(option.ref);
  return (
    around.afterPlacePreposition &&
    !around.capitalProvesNothing &&
    head.prominence >= KNOWN_TOWN &&
    placeClass(head) === 'town' &&
    // Today "Stalingrad" is only a square, a battle or a film.
    foldText(head.name).startsWith(span.folded) &&
    isOnlyPlace(candidate)
  );
};

/** "The governor of Washington", "Oregon and Washington", "PHOENIX (AP) —": the words themselves show a place. */
const placeInWords: Fixed = (candidate) =>
  candidate.kind === 'place' &&
  (isTownByPreposition(candidate) ||
    regionAsked.value(candidate) > 0 ||
    sameClassInList.value(candidate) > 0 ||
    (dateline.value(candidate) > 0 && isOnlyPlace(candidate)));

/** "WASHINGTON —" is the capital, which needs no company. */
const isOnlyPlace: Fixed = ({ option, span, story: { shelf } }) =>
  span.options.every(({ ref }) => ref === option.ref || shelf.entity(ref).kind !== 'place');

/** "Liverpool drew level in six minutes": in a story about games, whoever plays needs no other company. */
const playsInStory: Fixed = (candidate) =>
  candidate.kind === 'team' && candidate.story.arenas('game') >= OF_GAMES && teamThatPlays.value(candidate) > 0;

/** "England" at a World Cup: if the story has a scrum or a wicket, it is not the football team. */
const playsItsGame: Fixed = ({ option, kind, story: { shelf, otherGames } }) =>
  kind !== 'team' || !isNationalFootball(shelf.entity(option.ref)) || !otherGames;

const isNationalFootball = isOfHead(({ name }) => tableNames.nationalFootball.test(name));

/** "Coalition" may be any; "the Coalition" less so. */
const isName = ({ option, single }: Candidate): boolean => !single || option.caseRule !== 'any';

const companyNear: Condition = ({ option, span }, scene) => scene.supportedInBlock(span, option.ref, option.company);

const companyInSentence: Condition = ({ option, span }, scene) =>
  option.company.some((ref) => scene.inSentence(span, ref));

/** "The SEC, whose chairman, Gary Gensler": an acronym near something tied to it needs no full name. */
const isTiedAcronym: Condition = ({ option, span, single }, scene) =>
  single && option.caseRule === 'exact' && scene.supportedInBlock(span, option.ref, option.company);

const fullNameOrCue: Condition = (candidate, scene) =>
  candidate.holdsOffice ||
  fullNamePlace(candidate.option.ref, candidate.span, scene) !== 'none' ||
  namedAsPress(candidate) ||
  movesAsPrice(candidate) ||
  listedWithFirms(candidate) ||
  isTiedAcronym(candidate, scene);

/** "She answered in French" means the language, not France. */
const noLanguage: Fixed = ({ option, around }) => !(option.use === 'demonym' && around.language);

/** "J." in "J. Biden": in tables and lists it can be anyone's initial. */
const INITIAL = /(?:^|[^\p{L}\p{N}])\p{Lu}\.\s?$/u;

/** "Melania [Trump]", "[Powell] Marshall", "T. [Blair]": someone else, whom the packs do not know. */
const nobodyElse: Fixed = (candidate) =>
  !(candidate.kind === 'person' && (standsInName(candidate) || (candidate.single && isBehindInitial(candidate))));

const isBehindInitial = ({ span: { at, start }, story: { readings } }: Candidate): boolean =>
  INITIAL.test(readings[at]?.block.text.slice(Math.max(0, start - 4), start) ?? '');

/** "USS [Abraham Lincoln]", "the [Gerald R. Ford]": a thing named after someone. */
const noThing: Fixed = (candidate) => {
  const {
    kind,
    span,
    story: { readings, spans },
  } = candidate;
  if (isNamedAfter(candidate) || isShip(candidate)) return false;
  if (kind !== 'person') return true;
  const { words, language } = readings[span.at] as Reading;
  const { first, last } = spans.endingAt(span.at, span.last) ?? span;
  const before = words[first]?.joint === 'break' ? undefined : words[first - 1];
  if (first === last || !before) return true;
  if (language.names.ships.has(before.folded)) return false;
  const hasArticle = language.capitals.meanNames && language.cues.articles.has(before.folded);
  return !(hasArticle && endsPhrase(words[last + 1]) && isCalledAsPerson(words.slice(first, last + 1), language));
};

/** "The shuttle [Columbia]". */
const isShip: Fixed = ({ kind, option, span: { at, first }, story: { readings } }) => {
  const { words, language } = readings[at] as Reading;
  if (kind !== 'place' || option.use === 'demonym' || words[first]?.joint !== 'space') return false;
  return language.names.ships.has(words[first - 1]?.folded ?? '');
};

/** A given name and a surname; not "Dalai Lama" or "Duke of York", which take the article themselves. */
const isCalledAsPerson = (name: Reading['words'], { titles, names }: Language): boolean =>
  isGivenName(name[0]?.folded ?? '') &&
  name.every(({ folded }) => titles.titleOf(folded) === null && !names.epithets.has(folded));

/** "[Martin Luther] King": the longer name means someone else, even where it is itself part of something. */
const noPartOfPerson: Fixed = ({ kind, single, option, span, story: { shelf, spans } }) => {
  if (kind !== 'person' || single) return true;
  const longer = spans.startingAt(span.at, span.first);
  if (!longer || longer.last <= span.last || longer.options.some(({ ref }) => ref === option.ref)) return true;
  return !longer.options.some(({ ref, use }) => use === 'name' && shelf.entity(ref).kind === 'person');
};

/** A story may appear so many years before what it speaks of is signed, founded or begun. */
const YEARS_AHEAD = 2;

/** Kinds whose first day the tables always give. */
const DATED: ReadonlySet<Kind> = new Set(['event', 'deal', 'law', 'policy']);

/** A candidate that begins long after the day of the story is not meant. */
const begunByThen: Fixed = ({ option, kind, story: { day, shelf } }) => {
  if (day === null || !DATED.has(kind)) return true;
  const { begins } = shelf.life(option.ref);
  return begins === null || !isBefore(shiftYears(day, YEARS_AHEAD), begins);
};

/**
 * Must hold before any evidence is weighed, else the words are free for shorter names. This checks what does not depend
 * on the rest of the story.
 */
export const mayBeMeant = (candidate: Candidate): boolean =>
  standsAlone(candidate) &&
  noDeputy(candidate) &&
  noHolder(candidate) &&
  noLanguage(candidate) &&
  nobodyElse(candidate) &&
  noThing(candidate) &&
  noPartOfPerson(candidate) &&
  writtenAsName(candidate) &&
  !isBareTitle(candidate) &&
  !isTownItself(candidate) &&
  !isItsPlace(candidate) &&
  !isInLineUp(candidate) &&
  !isOfGamesHere(candidate) &&
  begunByThen(candidate);

/** Does it ask nothing of the rest of the story? */
export const isUnconditional = ({ use, via }: Option): boolean =>
  via === 'story' || use === 'name' || use === 'demonym';

/** What a form requires of the rest of the story. */
export function meetsConditions(candidate: Candidate, scene: Scene): boolean {
  if (candidate.option.via === 'story') return true;
  if (!isToldAsWork(candidate, scene)) return false;
  switch (candidate.option.use) {
    case 'name':
    case 'demonym':
      return true;
    case 'company':
      if (!playsItsGame(candidate) || isByLettersAlone(candidate, scene)) return false;
      // The check that nearly always passes comes first, here and below.
      if (companyInStory(candidate, scene) && (isName(candidate) || companyNear(candidate, scene))) return true;
      return (
        playsInStory(candidate) || movesAsPrice(candidate) || placeInWords(candidate) || listedWithFirms(candidate)
      );
    case 'near':
      return companyInSentence(candidate, scene);
    case 'short':
      return fullNameOrCue(candidate, scene);
    // Nouns only point back to something named (coreference.ts).
    case 'noun':
      return false;
  }
}
