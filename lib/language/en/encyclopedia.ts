import type { EncyclopediaWords } from '../encyclopedia-words';
import { wordList } from '../word-list';
import { bracketOfField, bracketOfWord } from './brackets';
import { companySuffixes, companyTails } from './companies';
import { fieldsOf, pairs } from './fields';
import { genericWords } from './generic-words';
import { sortOfPlace } from './place-sorts';
import { kindOf } from './thing-nouns';

/** The head of something may come from any field: a swimmer can be a president. */
const HEADS = `president chairman chairwoman chair chairperson director leader head chief founder cofounder manager boss member owner
  champion veteran executive officer`;
const ANYBODY =
  'cyclist driver swimmer runner hiker skier sailor diver rider climber player dancer model photographer blogger hunter';
const GONE = 'former ex late deposed once retired then founder cofounder';

export const encyclopedia: EncyclopediaWords = {
  tag: 'en',
  fieldsOf,
  headOf: (word) => word,
  pairs,
  kindOf,
  kindOfNameBy: 'last word',
  stops:
    /\s(?:in|of|from|for|who|that|which|by|based|located|headquartered|founded|on|at|to|with|near|held|between)\s|[,;(–]/,
  and: 'and',
  houses: wordList('hospital museum school university college church library court prison theatre theater'),
  gone: wordList(GONE),
  saidOfGone: wordList(`${GONE} died dead deceased killed dissolved defunct founded`),
  tails: new Set([...companySuffixes, ...companyTails, ...wordList('f c a fc afc sc club therapeutics n v')]),
  generic: genericWords,
  small: wordList('of the for and a an in at to'),
  ofAnyField: wordList(HEADS),
  ofMany: wordList(
    `${HEADS} ${ANYBODY} referee umpire spokesman spokeswoman spokesperson secretary official partner star aide adviser advisor`,
  ),
  ofOffices: wordList('president chairman chairwoman chair chairperson director head chief boss executive officer'),
  ofAnybody: wordList(ANYBODY),
  sortOfPlace,
  storms: /^(?:tropical storm|storm|hurricane|typhoon|cyclone) /,
  ofOffice: 'politician official',
  bracketOfField,
  bracketOfWord,
  timeless: (gloss) =>
    gloss
      .replace(/\b(?:current|incumbent|present|currently)\s+/gi, '')
      .replace(/[,;]?\s*\(?\bsince (?:\p{L}+ )?\d{4}\)?.*$/u, ''),
};
