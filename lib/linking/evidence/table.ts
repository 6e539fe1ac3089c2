import { acronym } from './acronym';
import { afterKin } from './after-kin';
import { afterPlaceNoun } from './after-place-noun';
import { aloneAbroad } from './alone-abroad';
import { anotherCountrys } from './another-countrys';
import { articleBeforeName } from './article-before-name';
import { besideScore } from './beside-score';
import { besideStory } from './beside-story';
import { calledAfterPlace } from './called-after-place';
import { calledAsTown } from './called-as-town';
import { capitalProvesNothing } from './capital-proves-nothing';
import { clubAfterPlacePreposition } from './club-after-place-preposition';
import type { FixedClue, SceneClue } from './clue';
import { companyElsewhere } from './company-elsewhere';
import { companyOften } from './company-often';
import { companyVariety } from './company-variety';
import { dateline } from './dateline';
import { demonym } from './demonym';
import { demonymBeforePlace } from './demonym-before-place';
import { doesAsPerson } from './does-as-person';
import { headOfLongerName } from './head-of-longer-name';
import { inAgencyCredit } from './in-agency-credit';
import { introduced } from './introduced';
import { lastInFull } from './last-in-full';
import { lessAtHome } from './less-at-home';
import { longName } from './long-name';
import { merelyCalled } from './merely-called';
import { nameOfStranger } from './name-of-stranger';
import { newBeforePlace } from './new-before-place';
import { nothingInCommon } from './nothing-in-common';
import { officeOnTheDay } from './office-on-the-day';
import { otherSex } from './other-sex';
import { otherSign } from './other-sign';
import { otherSpelling } from './other-spelling';
import { otherState } from './other-state';
import { phrase } from './phrase';
import { pieceOfLongerName } from './piece-of-longer-name';
import { placeAfterPreposition } from './place-after-preposition';
import { placeInGame } from './place-in-game';
import { prior } from './prior';
import { regionAsked } from './region-asked';
import { related } from './related';
import { sameClassInList } from './same-class-in-list';
import { sharedWords } from './shared-words';
import { shortAfterFull } from './short-after-full';
import { shortBeforeFull } from './short-before-full';
import { shortInPress } from './short-in-press';
import { singleName } from './single-name';
import { singleWord } from './single-word';
import { storyOfAnotherCountry } from './story-of-another-country';
import { strangersName } from './strangers-name';
import { titleBeforeOther } from './title-before-other';
import { tooYoung } from './too-young';

/** All pieces of evidence, cheap ones first. README.md says what each changes. */
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
  dateline,
  regionAsked,
  sameClassInList,
  otherSign,
  besideScore,
  placeInGame,
];

export const SCENE_CLUES: readonly SceneClue[] = [
  prior,
  shortAfterFull,
  shortBeforeFull,
  companyOften,
  companyVariety,
  companyElsewhere,
  related,
  lessAtHome,
  nothingInCommon,
  capitalProvesNothing,
  strangersName,
  lastInFull,
  otherState,
  calledAsTown,
  anotherCountrys,
  storyOfAnotherCountry,
  besideStory,
  aloneAbroad,
  demonymBeforePlace,
];
