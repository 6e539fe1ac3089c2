import { encyclopedia as german } from './de/encyclopedia';
import { encyclopedia as english } from './en/encyclopedia';
import type { EncyclopediaWords } from './encyclopedia-words';

/** That of the tables first. A story is of one language and what is known of whom it names of another: words are sought in all. */
export const encyclopedias: readonly EncyclopediaWords[] = [english, german];

/** Of the language; where it has no folder that of the tables. */
export const encyclopediaOf = (language: string | null | undefined): EncyclopediaWords =>
  encyclopedias.find(({ tag }) => tag === language) ?? english;
