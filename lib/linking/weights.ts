/**
 * How much each piece of evidence weighs, in log-odds against "this names nothing that the packs know", whose own
 * weight is 0. Confidence is the share of the best candidate among all candidates and that nothing. The figures were
 * set by hand on our own fixture stories; an evidence of +2 alone gives a confidence of 0.88, of 0 one of 0.5.
 */
export const WEIGHTS = {
  /** Per unit of ln(prior against the likeliest): what is usual in all news says little of one story. */
  prior: 0.8,
  priorInCompany: 0.4,
  /** A name of two words and more is seldom anything else. */
  longName: 3.2,
  /** Two words and more in small letters ("proxy war"). */
  phrase: 2.4,
  /** An acronym, every letter as written. */
  acronym: 1.6,
  /** One word with a capital. */
  singleName: 1.2,
  /** One word in small letters. */
  singleWord: 1.1,
  /** A name shared with many (prominence 255) against one that nobody knows (0), for single words. */
  prominence: 2,
  /** Part of a name given in full before; the full name only comes later. */
  shortAfterFull: 2.6,
  shortBeforeFull: 1.9,
  /** The title names an office that the person held on the day. */
  shortWithOffice: 2.2,
  company: 1.8,
  /** Per unit of ln(1 + mentions of the company). */
  companyOften: 0.5,
  /** Per unit of ln(different entities of the company in the story). */
  companyVariety: 0.5,
  /** The company is but touched on, the story is of another place: "Congress" in a story of Brazil. */
  companyElsewhere: -3,
  near: 2.4,
  demonym: 2.4,
  /** All words of a name agree but for the spelling. */
  otherSpelling: 2.2,
  /** The story itself introduced the name for it: "Popular Mobilization Force (PMF)". */
  introduced: 3,
  /** Per unit of ln(1 + related entities in the story), and at most. */
  coherence: 0.6,
  coherenceMost: 1.6,
  /** Per unit of ln(1 + shared telling words), and at most. */
  context: 0.45,
  contextMost: 1.6,
  /** "President X", "Gen. X". */
  titleBeforePerson: 1.2,
  titleBeforeOther: -2.5,
  officeOnTheDay: 1.5,
  placeAfterPreposition: 0.5,
  personAfterPlacePreposition: -0.8,
  clubAfterPlacePreposition: -1.5,
  /** "The city of Liverpool". */
  afterPlaceNoun: -4,
  /** "The northern league has been called Super League since 1996". */
  merelyCalled: -8,
  speaker: 0.3,
  /** "My sister Georgia". */
  afterKin: -4,
  /** "She answered in French". */
  language: -5,
  /** "The Amazon" is no company. */
  articleBeforeName: -4,
  /** An ordinary word whose capital comes from its place. */
  capitalProvesNothing: -6,
  /** Part of a longer name that the packs do not know. */
  partOfLongerName: -12,
  /** Nobody speaks today of what ended long ago as of a thing that acts; only a tie-break. */
  over: -0.4,
  /** The same words were settled elsewhere in the story. */
  settledElsewhere: 0.8,
} as const;

/** Below this no mention is made: wrong is worse than nothing. */
export const CONFIDENCE_FLOOR = 0.62;
