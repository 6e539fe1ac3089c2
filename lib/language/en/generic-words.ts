import { wordList } from '../word-list';

/**
 * Words of which the names of public bodies are made in every country: one whose name has no other word may have
 * namesakes anywhere ("Democratic Party", "House of Representatives").
 */
export const genericWords = wordList(`
  of the for and on party parties house houses senate congress parliament assembly council committee commission court
  courts office ministry department agency administration authority bureau board bank reserve treasury cabinet government state national
  federal central supreme constitutional high home foreign interior defence defense finance justice health education
  labour labor democratic democrats republican republicans conservative conservatives liberal liberals social socialist
  communist green greens people peoples popular union front movement alliance progressive progress freedom justice
  environmental environment protection security intelligence service services central police army navy force forces guard
  representatives commons lords deputies chamber lower upper election electoral commission statistics drug food disease
  diseases control prevention centers centres investigation`);

/** The same of parties, houses and courts: where a story is of one country alone, they are that country's. */
export const partyWords = wordList(`
  party house senate congress parliament assembly representatives commons lords deputies court democrats republicans
  conservatives liberals greens labour labor`);

/** Houses, courts and offices that a state has as well as its country; a party of a state is a part of the country's. */
export const lesserBodies = wordList(
  'house senate congress parliament assembly legislature council court courts department treasury',
);

/** What houses of a country and of its states are called, and the words beside. */
export const houseWords = {
  houses: wordList('house senate capitol'),
  beside: wordList('of the representatives speaker majority minority leader floor'),
} as const;

/** Words of a story about a state, and of one about the country of which it is a part. */
export const statehouseWords = wordList('legislature statehouse lawmakers legislators governor gov');
export const federalWords = wordList('congress filibuster impeachment u.s us usa pentagon');
