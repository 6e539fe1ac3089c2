/** The content of a file of a story's names, for any format: the list's lines with their sources, and notes. */
import type { Fact, Kind } from '../../../lib/facts';
import type { GlossaryAnswer, NoteCopy } from '../../../lib/messages';
import type { Day } from '../../../lib/time';
import { formatDay, lineOfSense, type Text } from '../../kit';
import { ALL, arrange, type NamedRow } from '../arrange';

export interface ExportedStory {
  readonly title: string;
  readonly under: string;
  readonly sections: readonly { readonly heading: string; readonly names: readonly ExportedName[] }[];
}

export interface ExportedName {
  readonly name: string;
  readonly kind: Kind;
  readonly gloss: string;
  readonly forms: readonly string[];
  readonly lines: readonly ExportedLine[];
  readonly notes: readonly NoteCopy[];
}

export interface ExportedLine {
  readonly words: string;
  /** With the day on which it was read. */
  readonly source: string;
  /** Null if it has no web page. */
  readonly url: string | null;
}

/** `notesOf`: the reader's notes on a name; empty if they are not included. */
export function exportedStory(
  text: Text,
  { title, day }: Pick<GlossaryAnswer, 'title'> & { readonly day: Day | null },
  rows: readonly NamedRow[],
  notesOf: (row: NamedRow) => readonly NoteCopy[],
): ExportedStory {
  const { t } = text;
  const plainTitle = title.replace(/\s+/g, ' ').trim();
  return {
    title: plainTitle === '' ? t('popup_export_untitled') : t('popup_export_heading', plainTitle),
    under: day === null ? t('popup_export_no_day') : t('popup_export_day', formatDay(text, day)),
    sections: arrange(rows, ALL).map(({ name, rows: members }) => ({
      heading: t(`popup_section_${name}`),
      names: members.map((row) => ({
        name: row.name,
        kind: row.kind,
        gloss: row.gloss,
        forms: row.forms,
        lines: row.sense.lines.map((line) => ({
          words: lineOfSense(text, line),
          source: t('popup_export_source', line.source.name, formatDay(text, line.source.asOf)),
          url: webAddressOf(line.source),
        })),
        notes: notesOf(row),
      })),
    })),
  };
}

/** Packs come from anywhere: only web addresses become links. */
const webAddressOf = ({ url }: Fact['source']): string | null => (url !== null && isWebAddress(url) ? url : null);

export const isWebAddress = (url: string): boolean => /^https?:\/\/[^\s<>"]+$/i.test(url);
