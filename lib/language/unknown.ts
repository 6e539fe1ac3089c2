import type { Kind } from '../facts';
import { english } from './en/english';
import type { Language } from './language';
import { wordList } from './word-list';

const none = wordList('');
const NAMED: ReadonlySet<Kind> = new Set(['person', 'group', 'company', 'team']);

/**
 * A language without a folder gets what is safe without one: names of people and bodies of two words and more, in capitals.
 * None of its words is known, so a capital beside a name may belong to it.
 */
export const unknown: Language = {
  tag: 'und',
  ofTables: false,
  sentences: { ...english.sentences, begins: /^\p{Lu}\p{L}*/u },
  stem: () => null,
  capitals: { meanNames: true, inHeadlines: true, doubted: true },
  names: {
    ...english.names,
    openers: none,
    ordinary: none,
    institutions: none,
  },
  cues: {
    placePrepositions: none,
    placeNouns: none,
    regionNouns: none,
    regionOnly: none,
    regionLinks: none,
    parts: none,
    lesser: none,
    near: none,
    distances: none,
    from: none,
    naming: none,
    kin: none,
    companions: none,
    possessors: none,
    speech: none,
    and: none,
    bodyPrepositions: none,
    credited: /[/(©[|]\s*$/,
    photographers: none,
    personal: none,
    sides: { against: none, lost: none, plays: none, players: none, followers: none, tally: /(?!)/, plural: none },
    venues: none,
    travel: none,
    aimed: none,
    placeVerbs: none,
    conjunctions: none,
    born: none,
    indefinites: none,
    press: none,
    moves: /^(?!)/,
    trust: none,
    languagePrepositions: none,
    articles: none,
    pointers: none,
    postmodifiers: none,
  },
  persons: {
    trades: none,
    elder: none,
    younger: none,
    livesIn: none,
    introduced: /^,? (?:\d|\()/,
    means: none,
    plural: none,
    newsroom: none,
    remembered: none,
    unrelated: /^(?!)/,
    months: none,
    beforeMonths: none,
    bylines: /^$/,
    negations: none,
    prepositions: none,
  },
  arenas: new Map(),
  titles: { deputies: none, titleOf: () => null, tails: none },
  inflections: (form) => [form],
  compounds: () => true,
  borrows: ({ kind, use, words, capitals }) => NAMED.has(kind) && use === 'name' && words > 1 && capitals,
  uninflected: () => [],
};
