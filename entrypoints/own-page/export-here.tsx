/** Makes a file of the names of a story. Loaded on request. */
import { render } from 'preact';
import { type ExportWish, namedRows } from '../../components/glossary';
import {
  exportedStory,
  GlossaryHead,
  GlossaryPage,
  glossaryFileName,
  glossaryMarkdown,
  glossaryTable,
} from '../../components/glossary/export';
import type { Text } from '../../components/kit';
import type { NameSenses } from '../../lib/knowledge';
import { callBackground, type GlossaryAnswer } from '../../lib/messages';
import { writeSpreadsheet } from '../../lib/notes';
import { saveFile } from './save-file';

type Story = ReturnType<typeof exportedStory>;

interface ExportOptions {
  readonly text: Text;
  readonly glossary: GlossaryAnswer;
  readonly senses: NameSenses;
  readonly wish: ExportWish;
  readonly inPrivate: boolean;
}

/** Rejects if the notes to be included cannot be read: a file without them would be taken for a complete one. */
export async function exportNames({ text, glossary, senses, wish, inPrivate }: ExportOptions): Promise<void> {
  const rows = namedRows(text, glossary.entries, senses);
  const noted = rows.filter((row) => row.noted).map(({ entity }) => entity);
  const notes = wish.notes ? await callBackground('copyNotes', { entities: noted, inPrivate }) : {};
  const story = exportedStory(text, glossary, rows, ({ entity }) => notes[entity] ?? []);
  const name = glossaryFileName(glossary.title, glossary.day, wish.format);
  saveFile(blobOf(text, story, wish), name);
}

function blobOf(text: Text, story: Story, { format, notes }: ExportWish): Blob {
  switch (format) {
    case 'markdown':
      return new Blob([glossaryMarkdown(text, story)], { type: 'text/markdown' });
    case 'table':
      return new Blob([writeSpreadsheet(glossaryTable(text, story, notes))], { type: 'text/csv' });
    case 'page':
      return new Blob([pageOf(text, story)], { type: 'text/html' });
  }
}

/** Rendered into an invisible document, and serialised by the browser: it alone escapes. */
function pageOf(text: Text, story: Story): string {
  const page = document.implementation.createHTMLDocument();
  page.documentElement.lang = text.t('text_language');
  page.documentElement.dir = text.t('text_direction');
  page.head.replaceChildren();
  render(<GlossaryHead title={story.title} />, page.head);
  render(<GlossaryPage text={text} story={story} />, page.body);
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}
