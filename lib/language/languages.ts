import { german } from './de/german';
import { english } from './en/english';
import type { Language } from './language';
import { unknown } from './unknown';

const FOLDERS: readonly Language[] = [english, german];

/** The language for a BCP 47 tag. A text without one is read in the tables' language. */
export function languageOf(tag: string | null | undefined): Language {
  const primary = tag?.toLowerCase().split(/[-_]/)[0] ?? '';
  if (primary === '') return english;
  return FOLDERS.find((folder) => folder.tag === primary) ?? unknown;
}
