/** A file name valid on every system. */
import type { Day } from '../../../lib/time';
import type { ExportWish } from '../export-form';

const ENDINGS: Readonly<Record<ExportWish['format'], string>> = { markdown: 'md', page: 'html', table: 'csv' };
/** Characters of the title; fits even with four bytes each. */
const LONGEST = 60;

export function glossaryFileName(title: string, day: Day | null, format: ExportWish['format']): string {
  const words = [...title.normalize('NFKC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')]
    .slice(0, LONGEST)
    .join('')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return `${['backstory', day, words].filter(Boolean).join('-')}.${ENDINGS[format]}`;
}
