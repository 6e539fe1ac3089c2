/** The glossary of a story as a Markdown file. Names come from packs, the title from the page: all of it is escaped. */
import type { GlossaryAnswer } from '../../lib/messages';
import { formatDay, type Text } from '../kit';
import { ALL, arrange } from './arrange';

const escaped = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');

export function glossaryMarkdown(glossary: GlossaryAnswer, text: Text): string {
  const { t } = text;
  const title = escaped(glossary.title);
  const lines = [
    `# ${title === '' ? t('popup_export_untitled') : t('popup_export_heading', title)}`,
    '',
    glossary.day === null ? t('popup_export_no_day') : t('popup_export_day', formatDay(text, glossary.day)),
  ];
  for (const { kind, entries } of arrange(glossary.entries, ALL)) {
    lines.push('', `## ${t(`popup_group_${kind}`)}`, '');
    for (const { name, gloss } of entries)
      lines.push(`- **${escaped(name)}**${gloss === '' ? '' : `: ${escaped(gloss)}`}`);
  }
  return `${lines.join('\n')}\n`;
}

/** A file name that every system takes. */
export function glossaryFileName(glossary: GlossaryAnswer): string {
  const title = glossary.title
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${['backstory', glossary.day, title.toLowerCase()].filter(Boolean).join('-')}.md`;
}
