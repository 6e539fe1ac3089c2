/** The names of a story with what each was on its day, in words. */
import type { NameSense, NameSenses } from '../../lib/knowledge';
import type { GlossaryEntry } from '../../lib/page';
import { senseWords, type Text } from '../kit';
import type { NamedRow } from './arrange';

const NOTHING: Omit<NameSense, 'gloss'> = { isCountry: false, lines: [] };

export const namedRows = (text: Text, entries: readonly GlossaryEntry[], senses: NameSenses): NamedRow[] =>
  entries.map((entry) => {
    const sense = senses[entry.entity] ?? { ...NOTHING, gloss: entry.gloss };
    return { ...entry, sense, says: senseWords(text, sense) };
  });
