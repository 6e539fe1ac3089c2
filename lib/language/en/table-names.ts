import { PARTICLES } from '../particles';
import { wordList } from '../word-list';

/** How names look in the tables, which are English; packs derive further forms from this. */
export const tableNames = {
  /** Part of the surname that follows: "von der Leyen". */
  particles: wordList(`${PARTICLES} abd ad an ar as ash at av az das do e lo los st ten ul y zu zur`),
  /** At the end of a name, not a surname. */
  suffix: /^(?:jr|sr|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii|xiii|xiv|xv|xvi)$/,
  generation: /,?\s+(?:Jr|Sr)\.?$/i,
  /** A name with one of these has no surname: "Philip of Spain". */
  unnamed: /\s(?:of|the)\s|[(,]/i,
  /** An article that a text may leave out. */
  article: /^the\s+(?=\S)/i,
  /** An office with this cannot stand before a name: "President of the Commission". */
  titleOf: ' of ',
  /** "Israelis" are people; "Swiss" and "Chinese" are also adjectives. */
  people: /[^s]s$/,
  /** What a gloss calls people and works of an arena. */
  fields: {
    game: /\b(?:players?|footballer|driver|sportsperson|football manager|cricketer|cyclist|boxer|athlete|swimmer|golfer)\b/i,
    stage: /\b(?:musician|singer|songwriter|composer|rapper|guitarist|pianist|conductor|album|musical|opera)\b/i,
    screen:
      /\b(?:actor|actress|film|television|screenwriter|comedian|cinematographer|producer|director|artist|author|novelist|poet|playwright|writer|painter|novel|book|play|painting|comic|sitcom|video game|sculpture|movie|album|musician)\b/i,
    power:
      /\b(?:politician|republican|democrat|ruler|leader|president|minister|senator|governor|mayor|diplomat|ambassador|king|queen|monarch|emir|lawmaker|general|judge|activist)\b/i,
  },
  /** What a gloss calls people of no arena, none of whom plays; owners of clubs and officials are left out. */
  quietTrades:
    /\b(?:journalist|religious|saint|explorer|scientist|inventor|philosoph\w+|theologian|soldier|historian|scholarship)\b/i,
  /** What a gloss calls a place where games are played, which plays none itself. */
  venues: /\b(?:stadium|arena|racecourse|velodrome|ground)\b/i,
  parties: /\bparty\b/i,
  rulers: /\b(?:queen|king|monarch|emperor|empress|tsar|tsarina|pope|sultan)\b/i,
  /** What a gloss calls musicians who play together. */
  bands: /\b(?:band|musical act|pop group|hip hop group|duo|trio)\b/i,
  /** What a gloss calls places of learning. */
  schools: /\b(?:university|college|school|academy|educational|public institute)\b/i,
  /** What a gloss calls leagues and bodies of games. */
  ofGames: /\b(?:sports?|football|cricket|rugby|hockey|tennis|golf|olympics?|athletics|league)\b/i,
  /** Bodies whose parts in each country go by their name: "the British Red Cross". */
  federated: /\bred (?:cross|crescent)\b/i,
  /** A national football team. */
  nationalFootball: /\bnational (?:football|soccer) team$/i,
} as const;
