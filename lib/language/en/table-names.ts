import { wordList } from '../word-list';

/** What the tables, which are English, have in names: a pack derives further forms by it. */
export const tableNames = {
  /** Belong to the surname that follows: "von der Leyen". */
  particles: wordList(`
al el ul as ash at az ad ar an abu abd ben bin bint ibn da das de del della den der di do dos du la le les lo st ten
  ter van von zu zur y e af av`),
  /** Behind a name they are no surname. */
  suffix: /^(?:jr|sr|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii|xiii|xiv|xv|xvi)$/,
  generation: /,?\s+(?:Jr|Sr)\.?$/i,
  /** A name with these has no surname: "Philip of Spain". */
  unnamed: /\s(?:of|the)\s|[(,]/i,
  /** An article that a text may or may not have. */
  article: /^the\s+(?=\S)/i,
  /** "President of the Commission" goes with no name before it. */
  titleOf: ' of ',
  /** "Israelis" are people; "Swiss" and "Chinese" are adjectives too. */
  people: /[^s]s$/,
  /** What a gloss says of people and works of an arena. */
  fields: {
    game: /\b(?:players?|footballer|driver|sportsperson|football manager|cricketer|cyclist|boxer|athlete|swimmer|golfer)\b/i,
    stage: /\b(?:musician|singer|songwriter|composer|rapper|guitarist|pianist|conductor|album|musical|opera)\b/i,
    screen:
      /\b(?:actor|actress|film|television|screenwriter|comedian|cinematographer|producer|director|artist|author|novelist|poet|playwright|writer|painter|novel|book|play|painting|comic|sitcom|video game|sculpture|movie|album|musician)\b/i,
    power:
      /\b(?:politician|republican|democrat|ruler|leader|president|minister|senator|governor|mayor|diplomat|ambassador|king|queen|monarch|emir|lawmaker|general|judge|activist)\b/i,
  },
  /** A side that plays football for its nation. */
  nationalFootball: /\bnational (?:football|soccer) team$/i,
} as const;
