import type { FieldOfLife } from '../fields-of-life';

/** What Wikipedia puts in brackets behind a name to tell its bearers apart: by what they do; */
const BY_FIELD: Readonly<Partial<Record<FieldOfLife, string>>> = {
  politics: 'politician',
  football: 'footballer',
  gridiron: 'American football',
  basketball: 'basketball',
  baseball: 'baseball',
  hockey: 'ice hockey',
  cricket: 'cricketer',
  golf: 'golfer',
  tennis: 'tennis',
  boxing: 'boxer',
  law: 'judge',
  screen: 'actor',
  music: 'musician',
  letters: 'author',
  media: 'journalist',
  business: 'businessman',
  science: 'scientist',
  arms: 'general',
  faith: 'bishop',
};

/** for these exact words. */
const BY_WORD: Readonly<Record<string, string>> = {
  company: 'company',
  firm: 'company',
  manufacturer: 'company',
  bank: 'bank',
  newspaper: 'newspaper',
  magazine: 'magazine',
  party: 'political party',
  band: 'band',
  actress: 'actress',
  singer: 'singer',
  rapper: 'rapper',
  lawyer: 'lawyer',
  economist: 'economist',
  historian: 'historian',
  director: 'director',
  river: 'river',
  film: 'film',
  novel: 'novel',
  album: 'album',
  song: 'song',
  stadium: 'stadium',
};

export const bracketOfWord = (word: string): string | null =>
  BY_WORD[word] ?? (word.endsWith('maker') ? 'company' : null);

export const bracketOfField = (field: FieldOfLife): string | null => BY_FIELD[field] ?? null;
