/** The files of a folder that may hold notes: chosen as a whole, or dropped. A vault also has pictures and settings in it. */

const NOTES = /\.(json|md|markdown|csv|tsv|txt)$/i;
/** What programs keep for themselves: `.obsidian`, `.git`, `logseq`. */
const OWN = /(^|\/)(\.|logseq\/|__MACOSX\/)/;

export function notesIn(files: readonly File[]): File[] {
  return files.filter(({ name, webkitRelativePath: path }) => NOTES.test(name) && !OWN.test(path || name));
}

/** All files that were dropped; of folders, at any depth, those that may hold notes. */
export async function filesDropped(data: DataTransfer): Promise<File[]> {
  // Asked for at once: after the first pause the list is empty.
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
  // A hundred at a time, until there are no more.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((done, fail) => entry.file(done, fail));
