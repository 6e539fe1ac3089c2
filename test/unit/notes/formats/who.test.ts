/** Files for other programs say who a note is about; nothing of that comes back as the note. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { createNoteFiles } from '../../../../lib/notes';
import { ana, session } from '../device';
import { words } from './any-note';
import { createDesk, md, written } from './desk';

const KNOWN: Readonly<Record<string, string>> = { [ana.entity]: 'Jurist & <i>minister</i> · Minister since May 2026' };

async function files(whoIs?: (entities: readonly string[]) => Promise<Readonly<Record<string, string>>>) {
  const desk = await written();
  const made = createNoteFiles({
    database: desk.database,
    now: () => desk.clock.at,
    session,
    words,
    imported: (day) => day,
    entitiesNamed: async () => [],
    ...(whoIs && { whoIs }),
  });
  const markdown = Object.values(unzipSync((await made.exportMarkdown()).bytes)).map((bytes) => strFromU8(bytes));
  return { markdown, anki: strFromU8((await made.exportAnki()).bytes), csv: strFromU8((await made.exportCsv()).bytes) };
}

it('the description of the entity is in the head of a Markdown file and behind the name of a card', async () => {
  const { markdown, anki } = await files(async (entities) =>
    Object.fromEntries(entities.flatMap((key) => (KNOWN[key] ? [[key, KNOWN[key]]] : []))),
  );
  expect(markdown.map((text) => /^about: (.+)$/m.exec(text)?.[1])).toEqual([KNOWN[ana.entity], undefined]);
  const rows = anki.split('\n').filter((row) => row.startsWith('backstory:'));
  expect(rows.map((row) => row.includes('<header data-who>'))).toEqual([true, false]);
  // The front asks, the back answers; what it says is text.
  const [, front, back] = rows[0]?.split('\t') ?? [];
  expect(front).not.toContain('Jurist');
  expect(back?.replaceAll('""', '"')).toContain(
    '<header data-who><small>Jurist &#38; &#60;i&#62;minister&#60;/i&#62; · Minister since May 2026</small></header>',
  );
});

it('the description does not return as part of the note', async () => {
  const { anki } = await files(async () => KNOWN);
  const other = createDesk();
  await other.bring(md('anki.txt', anki));
  expect((await other.read(ana.entity))?.text).toBe('Minister since May.\nFormerly a judge.');
});

it('the description is missing when nobody knows it, and the file is made all the same', async () => {
  const asked = await files(() => Promise.reject(new Error('no background')));
  const { markdown, anki, csv } = await files();
  expect(asked.anki).toBe(anki);
  expect(asked.csv).toBe(csv);
  expect(asked.markdown).toEqual(markdown);
  expect(anki).not.toContain('data-who');
});
