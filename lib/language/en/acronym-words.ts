import { wordList } from '../word-list';

/** Ordinary words that are also acronyms: in capitals they may be just a stressed word. */
export const acronymWords = wordList(`
  act aid aids aim air arc arm art asp base bat bid bill bit book cab cap car care cart cast cat chip code cop core cost cure
  dare date dawn day dear dog dot end face fact fad fan farm fast fat fee fish fit flag fog fox game gap gas gem gun hand
  hat heat help hit home hop hope ice idea ion jet job key lap law lead life live loss mad man map mars mast mat mind moon
  move nap near need nice pact pad pan path pay pen pet pig pin plan pod pop post race ram ran rap rat raw ray red rest ride
  ring road safe sage salt sap save sea seal set ship shot site sofa son spy star start step stop storm sun swat swift
  tap tea team test tip top toy trap tree van vet war wave web wet win wing wish word zip`);
