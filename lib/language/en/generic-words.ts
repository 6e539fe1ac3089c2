import { wordList } from '../word-list';

/**
 * Words that public bodies everywhere are named with: a body whose name has no other word may have namesakes in any
 * country ("Democratic Party", "House of Representatives").
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

/** The same for parties, chambers and courts: in a story about one country they are that country's. */
export const partyWords = wordList(`
  party house senate congress parliament assembly representatives commons lords deputies court democrats republicans
  conservatives liberals greens labour labor`);

/** Chambers, courts and offices that a state has as well as its country; a state party is part of the national one. */
export const lesserBodies = wordList(
  'house senate congress parliament assembly legislature council court courts department treasury',
);

/** What national and state chambers are called, and the words beside them. */
export const houseWords = {
  houses: wordList('house senate capitol'),
  beside: wordList('of the representatives speaker majority minority leader floor'),
} as const;

/** Words of a story about a state, and of one about its country. */
export const statehouseWords = wordList('legislature statehouse lawmakers legislators governor gov');
export const federalWords = wordList('congress filibuster impeachment u.s us usa pentagon');
