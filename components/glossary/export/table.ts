/** The names of a story as table rows, header first. */
import type { NoteCopy } from '../../../lib/messages';
import type { Text } from '../../kit';
import type { ExportedStory } from './exported-story';

export function glossaryTable({ t }: Text, { sections }: ExportedStory, withNotes: boolean): string[][] {
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
  return [head, ...rows];
}

const noteText = ({ text, tags, quotes }: NoteCopy): string =>
  [
    text,
    tags.map((tag) => `#${tag}`).join(' '),
    ...quotes.map((quote) => `“${quote.text}” (${quote.title} ${quote.url})`),
  ]
    .filter((part) => part !== '')
    .join('\n');
