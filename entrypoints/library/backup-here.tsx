/** Wires backup and import: files are made and read in this page, so that no note passes through a message. */
import { useCallback, useMemo } from 'preact/hooks';
import { BackupView, type ExportKind } from '../../components/backup';
import { formatDay, type Text, useText } from '../../components/kit';
import { callBackground } from '../../lib/messages';
import { createNoteFiles, type ExportedFile, ImportStoppedError, type NoteFiles } from '../../lib/notes';
import { randomSession } from '../own-page/random-session';
import { saveFile } from '../own-page/save-file';
import { database, reminder, tellChange } from './stores';
import { useWatched } from './use-watched';

const readState = () => reminder.state();

const EXPORTS: Readonly<Record<ExportKind, (files: NoteFiles) => Promise<ExportedFile>>> = {
  json: (files) => files.exportBackup(),
  markdown: (files) => files.exportMarkdown(),
  csv: (files) => files.exportCsv(),
  anki: (files) => files.exportAnki(),
};

/** Of files that the browser could not even hand out. */
const NOTHING = { added: 0, merged: 0, same: 0, notUnderstood: [] };

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
    imported: (day) => text.t('backup_imported_line', formatDay(text, day)),
    entitiesNamed: async (name) => (await callBackground('entitiesNamed', { names: [name] }))[name] ?? [],
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
  const importFiles = useCallback(
    async (chosen: readonly File[]) => {
      try {
        const read = await Promise.all(
          chosen.map(async (file) => ({
            name: file.webkitRelativePath || file.name,
            bytes: new Uint8Array(await file.arrayBuffer()),
          })),
        );
        return { state: 'read', ...(await files.importFiles(read)) } as const;
      } catch (thrown) {
        const detail = thrown instanceof Error ? thrown.message : String(thrown);
        const report = thrown instanceof ImportStoppedError ? thrown.report : NOTHING;
        return { state: 'failed', detail, ...report } as const;
      }
    },
    [files],
  );
  return (
    <BackupView
      notes={count}
      lastBackup={known?.lastBackup ?? null}
      uncopied={known?.due ? known.unsaved : 0}
      on={{ exportAs, importFiles }}
    />
  );
}
