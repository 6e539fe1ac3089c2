/** The files in a folder that may contain notes, whether chosen or dropped. A vault also has pictures and settings. */

const NOTES = /\.(json|md|markdown|csv|tsv|txt)$/i;
/** What programs keep for themselves: `.obsidian`, `.git`, `logseq`. */
const OWN = /(^|\/)(\.|logseq\/|__MACOSX\/)/;

export function notesIn(files: readonly File[]): File[] {
  return files.filter(({ name, webkitRelativePath: path }) => NOTES.test(name) && !OWN.test(path || name));
}

/** All dropped files; from folders, at any depth, those that may contain notes. */
export async function filesDropped(data: DataTransfer): Promise<File[]> {
  // Read synchronously: after the first `await` the list is empty.
  const entries = [...(data.items ?? [])].map((item) => item.webkitGetAsEntry?.() ?? null);
  const plain = [...data.files];
  const found = await Promise.all(
    entries.map(async (entry, index) => {
      if (entry?.isDirectory) return notesBelow(entry as FileSystemDirectoryEntry);
      const file = plain[index];
      return file ? [file] : [];
    }),
  );
  return entries.length > 0 ? found.flat() : plain;
}

async function notesBelow(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const found: File[] = [];
  for (const entry of await entriesOf(folder)) {
    if (OWN.test(entry.isDirectory ? `${entry.name}/` : entry.name)) continue;
    if (entry.isDirectory) found.push(...(await notesBelow(entry as FileSystemDirectoryEntry)));
    else if (NOTES.test(entry.name)) found.push(await fileOf(entry as FileSystemFileEntry));
  }
  return found;
}

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  // Returns up to a hundred at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((done, fail) => entry.file(done, fail));
