/**
 * The names of a story as a Markdown file. Names from packs, titles from pages, notes from the reader: all are escaped.
 */
import type { NoteCopy } from '../../../lib/messages';
import { formatDay, type Text } from '../../kit';
import type { ExportedLine, ExportedName, ExportedStory } from './exported-story';
import { isWebAddress } from './exported-story';

export function glossaryMarkdown(text: Text, { title, under, sections }: ExportedStory): string {
  const lines = [`# ${line(title)}`, '', line(under)];
  for (const { heading, names } of sections) {
    lines.push('', `## ${line(heading)}`, '');
    for (const name of names) lines.push(...nameLines(text, name));
  }
  return `${lines.join('\n')}\n`;
}

function nameLines(text: Text, { name, gloss, lines, notes }: ExportedName): string[] {
  return [
    `- **${line(name)}**${gloss === '' ? '' : `: ${line(gloss)}`}`,
    ...lines.map((one) => `  - ${line(one.words)} (${sourceOf(one)})`),
    ...notes.flatMap((note) => noteLines(text, note)),
  ];
}

const sourceOf = ({ source, url }: ExportedLine): string => (url === null ? line(source) : link(source, url));

/** In angle brackets an address may contain parentheses, but no bracket or space (`isWebAddress`). */
const link = (words: string, url: string): string => `[${line(words)}](<${url}>)`;

function noteLines(text: Text, { text: words, tags, quotes, changedOn }: NoteCopy): string[] {
  const { t } = text;
  const said = [
    `  - ${line(t('popup_export_note', formatDay(text, changedOn)))}${tags.length > 0 ? ` (${tags.map(line).join(', ')})` : ''}`,
  ];
  const quoted = (lines: readonly string[]) => lines.map((one) => `    > ${one}`.trimEnd());
  if (words.trim() !== '') said.push('', ...quoted(paragraph(words)));
  for (const { text: passage, title, url } of quotes) {
    const from = t('popup_export_quote', title);
    said.push(
      '',
      ...quoted(paragraph(passage).map((one) => `> ${one}`)),
      ...quoted(['', isWebAddress(url) ? link(from, url) : line(from)]),
    );
  }
  return [...said, ''];
}

/** Each of the reader's lines stays one: a trailing backslash is a line break. */
function paragraph(words: string): string[] {
  const lines = words.split(/\r\n?|\n/).map(line);
  return lines.map((one, at) => (one !== '' && lines[at + 1] ? `${one}\\` : one));
}

/** Literally and on one line, so that it cannot start a list or heading. */
const line = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&$]/g, '\\$&')
    .replace(/^([-+=]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? start : `\\${start}`))
    .replace(/^(\d+)([.)])/, '$1\\$2');
