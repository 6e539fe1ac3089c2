/** A folder of Markdown files as one archive: one file per note, named after its entity. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { EntityKey } from '../../facts';
import { fileStems } from './file-stems';
import { writeMarkdownNote } from './markdown-note';
import type { FileWords, PlainNote } from './types';

const FOLDER = 'Backstory';
/** The range of zip dates, which are local time; with a day's margin for time zones. */
const FIRST_DATE = Date.UTC(1980, 0, 3);
const LAST_DATE = Date.UTC(2099, 11, 29);

/** Without this, Info-ZIP reads names as DOS names, whatever their flag says. */
const UNIX = { os: 3, attrs: 0o100644 << 16 };

/** `links`: entities that a note's text names. */
export function writeMarkdownFolder(
  notes: readonly PlainNote[],
  links: ReadonlyMap<EntityKey, readonly EntityKey[]>,
  words: FileWords,
): Uint8Array<ArrayBuffer> {
  const stems = fileStems(notes);
  const related = relate(links);
  const files: Zippable = {};
  for (const note of notes) {
    const stem = stems.get(note.entity) ?? note.entity;
    const others = [...(related.get(note.entity) ?? [])].flatMap((entity) => stems.get(entity) ?? []).sort();
    const markdown = writeMarkdownNote(note, { stem, related: others }, words);
    const mtime = Math.min(Math.max(note.changedAt, FIRST_DATE), LAST_DATE);
    files[`${FOLDER}/${stem}.md`] = [strToU8(markdown), { mtime, ...UNIX }];
  }
  return zipSync(files);
}

/** In both directions: in a graph a link and its way back are one line. */
function relate(links: ReadonlyMap<EntityKey, readonly EntityKey[]>): Map<EntityKey, Set<EntityKey>> {
  const related = new Map<EntityKey, Set<EntityKey>>();
  const join = (from: EntityKey, to: EntityKey): void => {
    related.set(from, (related.get(from) ?? new Set()).add(to));
  };
  for (const [from, targets] of links) {
    for (const to of targets) {
      if (to === from) continue;
      join(from, to);
      join(to, from);
    }
  }
  return related;
}
