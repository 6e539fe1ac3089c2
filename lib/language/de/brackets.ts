import type { FieldOfLife } from '../fields-of-life';

/** What the German Wikipedia puts in brackets behind a man's name; for a woman "-in" is added. */
const BY_FIELD: Readonly<Partial<Record<FieldOfLife, string>>> = {
  politics: 'Politiker',
  football: 'Fußballspieler',
  basketball: 'Basketballspieler',
  hockey: 'Eishockeyspieler',
  handball: 'Handballspieler',
  tennis: 'Tennisspieler',
  golf: 'Golfspieler',
  boxing: 'Boxer',
  athletics: 'Leichtathlet',
  cycling: 'Radsportler',
  swimming: 'Schwimmer',
  law: 'Jurist',
  screen: 'Schauspieler',
  music: 'Musiker',
  letters: 'Schriftsteller',
  media: 'Journalist',
  business: 'Unternehmer',
  arms: 'General',
  faith: 'Theologe',
  medicine: 'Mediziner',
};

const BY_WORD: Readonly<Record<string, string>> = {
  okonom: 'Ökonom',
  historiker: 'Historiker',
  physiker: 'Physiker',
  regisseur: 'Regisseur',
  sanger: 'Sänger',
  maler: 'Maler',
  architekt: 'Architekt',
  manager: 'Manager',
  fussballtrainer: 'Fußballtrainer',
  unternehmen: 'Unternehmen',
  firma: 'Unternehmen',
  konzern: 'Unternehmen',
  hersteller: 'Unternehmen',
  zeitung: 'Zeitung',
  zeitschrift: 'Zeitschrift',
  partei: 'Partei',
  band: 'Band',
  fluss: 'Fluss',
};

const isOfWoman = (word: string): boolean => word.endsWith('in');

/** "Politikerin"; "Theologe" loses its "e". */
const feminine = (word: string): string => `${word.replace(/e$/, '')}in`;

export function bracketOfField(field: FieldOfLife, word: string): string | null {
  const bracket = BY_FIELD[field];
  if (bracket === undefined) return null;
  return isOfWoman(word) && bracket !== 'General' ? feminine(bracket) : bracket;
}

export function bracketOfWord(word: string): string | null {
  const own = BY_WORD[word] ?? (word.endsWith('hersteller') ? 'Unternehmen' : undefined);
  if (own !== undefined) return own;
  const man = isOfWoman(word) ? BY_WORD[word.slice(0, -2)] : undefined;
  return man === undefined ? null : feminine(man);
}
