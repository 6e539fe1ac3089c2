/** A file name that every system takes. */
import type { Day } from '../../../lib/time';
import type { ExportWish } from '../export-form';

const ENDINGS: Readonly<Record<ExportWish['format'], string>> = { markdown: 'md', page: 'html', table: 'csv' };
/** Characters of the title; with letters of four bytes each it still fits. */
const LONGEST = 60;

export function glossaryFileName(title: string, day: Day | null, format: ExportWish['format']): string {
  const words = [...title.normalize('NFKC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')]
    .slice(0, LONGEST)
    .join('')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return `${['backstory', day, words].filter(Boolean).join('-')}.${ENDINGS[format]}`;
}
