/** Adds a folder on this device, chosen in the browser's picker. */
import type { ConfigOf } from '../../remote-kinds';
import type { NotSetUp, SetUp } from './set-up';

/** Not in the types yet, and only in Chromium. */
interface FolderPicker {
  showDirectoryPicker?(options: {
    readonly id: string;
    readonly mode: 'readwrite';
  }): Promise<FileSystemDirectoryHandle>;
}
interface AskableHandle extends FileSystemDirectoryHandle {
  /** Rejects if the browser cannot even ask, e.g. for a deleted folder. */
  requestPermission?(mode: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

export const setUpFolder = {
  label: 'sync_add_folder',
  help: 'sync_folder_help',
  noHelp: 'sync_no_folders',
  form: null,
  isPossible: () => 'showDirectoryPicker' in globalThis,
  ask,
  isSame: ({ handle }, other) => handle.isSameEntry(other.handle),
  async allowAgain({ handle }) {
    const askable: AskableHandle = handle;
    return (await askable.requestPermission?.({ mode: 'readwrite' }).catch(() => null)) === 'granted';
  },
} as const satisfies SetUp<ConfigOf<'folder'>>;

async function ask(): Promise<ConfigOf<'folder'> | NotSetUp> {
  try {
    const handle = await (globalThis as FolderPicker).showDirectoryPicker?.({ id: 'backstory', mode: 'readwrite' });
    return handle ? { handle } : 'not-allowed';
  } catch (thrown) {
    // Thrown when the reader closes the picker.
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return 'not-allowed';
    throw thrown;
  }
}
