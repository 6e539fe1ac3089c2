import type { Language } from '../language';
import { arenas } from './arenas';
import { cues } from './cues';
import { names } from './names';
import { persons } from './persons';
import { sentences } from './sentences';
import { stem } from './stem';
import { titles } from './titles';

/** The language of the tables. */
export const english: Language = {
  tag: 'en',
  ofTables: true,
  sentences,
  stem,
  capitals: { meanNames: true, inHeadlines: true, doubted: false },
  names,
  cues,
  persons,
  arenas,
  titles,
  inflections: (form) => [form],
  compounds: () => true,
  borrows: () => false,
  uninflected: () => [],
};
