import type { FixedClue, SceneClue } from '../around/clue';
import { acronym } from './acronym';
import { acronymFromElsewhere } from './acronym-from-elsewhere';
import { afterKin } from './after-kin';
import { afterPlaceNoun } from './after-place-noun';
import { aloneAbroad } from './alone-abroad';
import { anotherCountrys } from './another-countrys';
import { articleBeforeName } from './article-before-name';
import { articleBeforePlace } from './article-before-place';
import { asMonth } from './as-month';
import { behindOtherPlace } from './behind-other-place';
import { besideScore } from './beside-score';
import { besideStory } from './beside-story';
import { branchInPlace } from './branch-in-place';
import { calledAfterPlace } from './called-after-place';
import { capitalProvesNothing } from './capital-proves-nothing';
import { clubAfterPlacePreposition } from './club-after-place-preposition';
import { companyOften } from './company-often';
import { companyVariety } from './company-variety';
import { dateline } from './dateline';
import { demonym } from './demonym';
import { demonymBeforePlace } from './demonym-before-place';
import { directionBeforePlace } from './direction-before-place';
import { doesAsPerson } from './does-as-person';
import { headOfLongerName } from './head-of-longer-name';
import { houseOfState } from './house-of-state';
import { inAgencyCredit } from './in-agency-credit';
import { inListOfPeople } from './in-list-of-people';
import { inQuotes } from './in-quotes';
import { introduced } from './introduced';
import { lessAtHome } from './less-at-home';
import { longName } from './long-name';
import { merelyCalled } from './merely-called';
import { movingPrice } from './moving-price';
import { nameOfStranger } from './name-of-stranger';
import { nameOnStage } from './name-on-stage';
import { nameOnTurf } from './name-on-turf';
import { newBeforePlace } from './new-before-place';
import { noTownInDateline } from './no-town-in-dateline';
import { nounInName } from './noun-in-name';
import { ofAnotherField } from './of-another-field';
import { ofNewsroom } from './of-newsroom';
import { officeOnTheDay } from './office-on-the-day';
import { otherGeneration } from './other-generation';
import { otherLife } from './other-life';
import { otherSex } from './other-sex';
import { otherSign } from './other-sign';
import { otherSpelling } from './other-spelling';
import { otherState } from './other-state';
import { outOfTime } from './out-of-time';
import { phrase } from './phrase';
import { pieceOfLongerName } from './piece-of-longer-name';
import { placeAfterPreposition } from './place-after-preposition';
import { placeInGame } from './place-in-game';
import { placeInPlural } from './place-in-plural';
import { placeThatPlays } from './place-that-plays';
import { pluralVerb } from './plural-verb';
import { prior } from './prior';
import { regionAsked } from './region-asked';
import { related } from './related';
import { rivalInFull } from './rival-in-full';
import { sameClassInList } from './same-class-in-list';
import { sharedWords } from './shared-words';
import { shortAfterFull } from './short-after-full';
import { shortBeforeFull } from './short-before-full';
import { shortInPress } from './short-in-press';
import { singleName } from './single-name';
import { singleWord } from './single-word';
import { speltOtherwise } from './spelt-otherwise';
import { storyOfAnotherCountry } from './story-of-another-country';
import { strangersName } from './strangers-name';
import { surnameFirst } from './surname-first';
import { teamThatPlays } from './team-that-plays';
import { titleBeforeOther } from './title-before-other';
import { toldAsOther } from './told-as-other';
import { toldAsPerson } from './told-as-person';
import { tooYoung } from './too-young';
import { townByItsState } from './town-by-its-state';
import { wordInCapitals } from './word-in-capitals';
import { wordItself } from './word-itself';

/** All pieces of evidence, cheapest first. README.md says what each changes. */
export const FIXED_CLUES: readonly FixedClue[] = [
  longName,
  phrase,
  acronym,
  singleName,
  singleWord,
  demonym,
  otherSpelling,
  introduced,
  sharedWords,
  pieceOfLongerName,
  nameOfStranger,
  doesAsPerson,
  tooYoung,
  otherSex,
  otherLife,
  otherGeneration,
  pluralVerb,
  wordItself,
  ofNewsroom,
  asMonth,
  surnameFirst,
  calledAfterPlace,
  inAgencyCredit,
  headOfLongerName,
  officeOnTheDay,
  titleBeforeOther,
  afterPlaceNoun,
  merelyCalled,
  afterKin,
  articleBeforeName,
  placeAfterPreposition,
  clubAfterPlacePreposition,
  shortInPress,
  newBeforePlace,
  nounInName,
  noTownInDateline,
  movingPrice,
  dateline,
  regionAsked,
  sameClassInList,
  otherSign,
  besideScore,
  placeInGame,
  placeThatPlays,
  placeInPlural,
  teamThatPlays,
  nameOnStage,
  nameOnTurf,
  directionBeforePlace,
  demonymBeforePlace,
  behindOtherPlace,
  articleBeforePlace,
  toldAsPerson,
  toldAsOther,
  inListOfPeople,
  inQuotes,
];

export const SCENE_CLUES: readonly SceneClue[] = [
  prior,
  shortAfterFull,
  shortBeforeFull,
  companyOften,
  companyVariety,
  related,
  lessAtHome,
  capitalProvesNothing,
  strangersName,
  rivalInFull,
  outOfTime,
  ofAnotherField,
  townByItsState,
  otherState,
  anotherCountrys,
  storyOfAnotherCountry,
  houseOfState,
  besideStory,
  aloneAbroad,
  acronymFromElsewhere,
  speltOtherwise,
  branchInPlace,
  wordInCapitals,
];
