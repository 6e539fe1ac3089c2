/** Connects backup and import: files are made in this page and read in a worker. */
import { useCallback, useMemo, useRef } from 'preact/hooks';
import { BackupView, type ExportKind } from '../../components/backup';
import { formatDay, type Text, useText } from '../../components/kit';
import { callBackground } from '../../lib/messages';
import { createNoteFiles, type ExportedFile, type NoteFiles } from '../../lib/notes';
import { type Day, localDay } from '../../lib/time';
import { randomSession } from '../own-page/random-session';
import { saveFile } from '../own-page/save-file';
import { importInWorker } from './import-in-worker';
import ImportWorker from './import-worker?worker';
import { database, reminder, tellChange } from './stores';
import { useWatched } from './use-watched';
import { whoIs } from './who-is';

const readState = () => reminder.state();

const EXPORTS: Readonly<Record<ExportKind, (files: NoteFiles) => Promise<ExportedFile>>> = {
  json: (files) => files.exportBackup(),
  markdown: (files) => files.exportMarkdown(),
  csv: (files) => files.exportCsv(),
  anki: (files) => files.exportAnki(),
};

const openWorker = (): Worker => new ImportWorker();

const entitiesNamed = async (name: string) => (await callBackground('entitiesNamed', { names: [name] }))[name] ?? [];
const importedLine = (text: Text, day: Day): string => text.t('backup_imported_line', formatDay(text, day));

const noteFiles = (text: Text): NoteFiles =>
  createNoteFiles({
    database,
    now: Date.now,
    session: randomSession,
    committed: tellChange,
    words: {
      quotes: text.t('notes_quotes_title'),
      related: text.t('notes_related'),
      kind: (kind) => text.t(`kind_${kind}`),
    },
    whoIs: (entities) => whoIs(text, entities),
    imported: (day) => importedLine(text, day),
    entitiesNamed,
  });

export function BackupHere({ count }: { readonly count: number | null }) {
  const text = useText();
  const files = useMemo(() => noteFiles(text), [text]);
  const state = useWatched(readState);
  const known = state === 'unavailable' ? null : state;

  const exportAs = useCallback(
    async (kind: ExportKind) => {
      const moment = await reminder.moment();
      const file = await EXPORTS[kind](files);
      saveFile(new Blob([file.bytes], { type: file.mime }), file.name);
      // The other ways out leave something behind: only the backup counts as one. Whether the reader let the browser
      // save it, no page is told.
      if (kind === 'json') await reminder.backedUp(moment);
      return file.name;
    },
    [files],
  );
  const running = useRef<AbortController | null>(null);
  const importFiles = useCallback(
    (chosen: readonly File[]) => {
      const ending = new AbortController();
      running.current = ending;
      const heading = importedLine(text, localDay(Date.now()));
      return importInWorker(chosen, {
        openWorker,
        heading,
        entitiesNamed,
        committed: tellChange,
        signal: ending.signal,
      });
    },
    [text],
  );
  const cancelImport = useCallback(() => running.current?.abort(), []);
  return (
    <BackupView
      notes={count}
      lastBackup={known?.lastBackup ?? null}
      uncopied={known?.due ? known.unsaved : 0}
      on={{ exportAs, importFiles, cancelImport }}
    />
  );
}
