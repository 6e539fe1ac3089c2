import type { Language } from '../language';
import { arenas } from './arenas';
import { borrows } from './borrows';
import { compounds } from './compounds';
import { cues } from './cues';
import { inflections, uninflected } from './inflections';
import { names } from './names';
import { persons } from './persons';
import { sentences } from './sentences';
import { titles } from './titles';

export const german: Language = {
  tag: 'de',
  ofTables: false,
  sentences,
  // The packs' texts are English: a word of a German story that is also an English word means something else.
  stem: () => null,
  capitals: { meanNames: false, inHeadlines: false, doubted: false },
  names,
  cues,
  persons,
  arenas,
  titles,
  inflections,
  compounds,
  borrows,
  uninflected,
};
