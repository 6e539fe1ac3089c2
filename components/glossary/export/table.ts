/** The names of a story as a table for spreadsheets (RFC 4180). */
import type { NoteCopy } from '../../../lib/messages';
import type { Text } from '../../kit';
import type { ExportedStory } from './exported-story';

/** Starts a formula, in some spreadsheet or other; full-width forms and a leading line break too. As lib/notes has it. */
const FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/u;

export function glossaryTable({ t }: Text, { sections }: ExportedStory, withNotes: boolean): string {
  const head = [
    t('popup_column_name'),
    t('popup_column_kind'),
    t('popup_column_forms'),
    t('popup_column_gloss'),
    t('popup_column_sense'),
    t('popup_column_sources'),
    ...(withNotes ? [t('popup_column_notes')] : []),
  ];
  const rows = sections.flatMap(({ names }) =>
    names.map(({ name, kind, forms, gloss, lines, notes }) => [
      name,
      t(`kind_${kind}`),
      forms.join('; '),
      gloss,
      lines.map(({ words }) => words).join('; '),
      lines.map(({ source, url }) => (url === null ? source : `${source} ${url}`)).join('; '),
      ...(withNotes ? [notes.map(noteText).join('\n\n')] : []),
    ]),
  );
  // The mark at the head tells Excel that this is UTF-8.
  return `\ufeff${[head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

const noteText = ({ text, tags, quotes }: NoteCopy): string =>
  [
    text,
    tags.map((tag) => `#${tag}`).join(' '),
    ...quotes.map((quote) => `“${quote.text}” (${quote.title} ${quote.url})`),
  ]
    .filter((part) => part !== '')
    .join('\n');
