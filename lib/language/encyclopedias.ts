import { encyclopedia as german } from './de/encyclopedia';
import { encyclopedia as english } from './en/encyclopedia';
import type { EncyclopediaWords } from './encyclopedia-words';

/**
 * The tables' language first. A story and the texts about its people may differ in language, so words are looked up in
 * all.
 */
export const encyclopedias: readonly EncyclopediaWords[] = [english, german];

/** For a language without a folder, that of the tables. */
export const encyclopediaOf = (language: string | null | undefined): EncyclopediaWords =>
  encyclopedias.find(({ tag }) => tag === language) ?? english;
