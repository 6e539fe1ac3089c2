import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { unzipSync, zipSync } from 'fflate';
import { defineConfig, type UserManifest, type WxtHooks } from 'wxt';
import { packDefines, packHooks } from './assets/knowledge/pack-hooks';
import { mapHooks } from './assets/map/map-hooks';

/**
 * How WXT builds the extension, and what it declares to the browser. Widening any of that is a question to every
 * reader: test/unit/manifest.test.ts lists each line that counts.
 */

/** Pages of this machine alone, for `npm start` and the tests in real browsers; never in what is published. */
const DEMO_HOSTS = ['http://127.0.0.1/*', 'http://localhost/*'];

// WXT takes the mode for it, and a demo would then be built with all that helps who develops.
if (process.env.NODE_ENV === 'demo') process.env.NODE_ENV = 'production';

/** What a library brings along and nobody here uses, by what stands for it (ARCHITECTURE.md: the build leaves out …). */
const LEFT_OUT = {
  '@noble/post-quantum/hybrid.js': 'lib/sync/vault/no-hybrid-keys.ts',
  '@noble/curves/nist.js': 'lib/sync/vault/no-tag-keys.ts',
  '@noble/curves/ed25519.js': 'lib/sync/vault/x25519-alone.ts',
  '@aklinker1/zero-serialize-error': 'lib/messages/plain-errors.ts',
  'lib0/environment': 'lib/notes/plain-environment.ts',
  'lib0/logging': 'lib/notes/plain-logging.ts',
};

// Chrome 128 brought caretPositionFromPoint, the hit test. Firefox 140 brought custom highlights, 142 the declaration of
// data collection on all its platforms.
const GECKO = {
  id: 'backstory@backstory.invalid',
  strict_min_version: '142.0',
  data_collection_permissions: { required: ['none'], optional: ['websiteContent', 'searchTerms'] },
};

/** Built of entrypoints/panel. */
const PANEL = 'panel.html';

const leftOut = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(LEFT_OUT).map(([from, path]) => [from, fileURLToPath(new URL(path, import.meta.url))]),
  );

/** The panel is the reader's to open: it does not come up by itself, in Firefox not even once at installation. */
const besideStory = (browser: string): UserManifest =>
  browser === 'firefox'
    ? {
        sidebar_action: {
          default_panel: PANEL,
          default_title: '__MSG_extension_name__',
          default_icon: { 16: 'icons/16.png', 32: 'icons/32.png' },
          open_at_install: false,
        },
      }
    : { side_panel: { default_path: PANEL } };

export function manifestFor(browser: string, mode: string): UserManifest {
  return {
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'activeTab',
      'scripting',
      'alarms',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel' as const]),
    ],
    ...besideStory(browser),
    // Asked for site by site; nothing is granted at install.
    optional_host_permissions: ['*://*/*'],
    ...(mode === 'demo' && { host_permissions: DEMO_HOSTS }),
    action: { default_title: '__MSG_extension_name__' },
    // In the address bar: `bs`, a space, a name.
    omnibox: { keyword: 'bs' },
    commands: {
      'next-mention': {
        suggested_key: { default: 'Alt+Shift+Period' },
        description: '__MSG_command_next__',
      },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+Comma' },
        description: '__MSG_command_previous__',
      },
      'look-up': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_command_look_up__',
      },
      // Firefox opens and closes its sidebar by itself at the command of this name.
      [browser === 'firefox' ? '_execute_sidebar_action' : 'beside']: {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_command_beside__',
      },
    },
    ...(browser === 'firefox' ? { browser_specific_settings: { gecko: GECKO } } : { minimum_chrome_version: '128' }),
  };
}

/**
 * The scripts in foreign pages and in the frame of a card take the browser's own API. Both browsers answer it with
 * promises since long before the oldest that we support, and the polyfill's table of all APIs would be a good part of the
 * smallest.
 */
const IN_PAGES = ['reader', 'scout', 'card', 'card-picture', 'card-map', 'card-note', 'door', 'selection', 'button'];
/** These and the background script, which is read anew at each birth of the worker, are made as small as can be. */
const SMALL = [...IN_PAGES, 'background', 'story-reading', 'note-documents', 'open-world', 'sync-run', 'locator'];
/** What @webext-core/messaging tells its logger, by how it calls it: lib/messages gives it none. */
const UNHEARD = ['debug', 'log', 'error'].flatMap((level) => [`config.logger?.${level}`, `config?.logger?.${level}`]);

const scripts: Partial<WxtHooks> = {
  'vite:build:extendConfig': (entrypoints, config) => {
    if (!entrypoints.every(({ name }) => SMALL.includes(name))) return;
    const inPages = entrypoints.every(({ name }) => IN_PAGES.includes(name));
    // Without the polyfill, which is an alias; what is left out of libraries stays out.
    if (inPages) config.resolve = { ...config.resolve, alias: leftOut() };
    // `npm run dev` makes nothing small, to be quick.
    if (config.build?.minify === false) return;
    // By a fifteenth smaller than what Vite uses by itself; each byte is read by every page. Vite asks for what Safari 10
    // can read, which the manifest shuts out. A third pass takes in what the second has left called from one place; in what
    // the background reads, which is most of all, more passes than one gain little and take half of the build.
    // In brackets: the browser then reads the whole script once, and not a second time when it is run a moment later.
    const compress = { passes: inPages ? 3 : 1, pure_funcs: UNHEARD };
    const terserOptions = { ecma: 2020, safari10: false, compress, format: { wrap_iife: true } } as const;
    config.build = { ...config.build, minify: 'terser', terserOptions };
  },
};

/**
 * The same zip for the same files, whenever and wherever it is made: those who check a store's zip build it themselves and compare.
 * By itself it would hold the hour at which each file was packed, in the order in which the disk gave them.
 */
export function evenZip(zip: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(zip)).sort(([one], [other]) => (one < other ? -1 : 1));
  // By the local clock, as zips have it: the first day that they can hold.
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1), level: 9 });
}
const evenZipAt = async (path: string): Promise<void> => writeFile(path, evenZip(await readFile(path)));

export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  manifest: ({ browser, mode }) => manifestFor(browser, mode),
  // No syntax is rewritten for browsers that the manifest shuts out.
  vite: async () => ({
    build: {
      target: ['chrome128', 'firefox142'],
      // What a page loads later stands on the same disk: to name beforehand what that needs would only make it larger.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_, needed, { hostType }) => (hostType === 'html' ? needed : []),
      },
    },
    define: await packDefines(),
    resolve: { alias: leftOut() },
  }),
  hooks: {
    ...scripts,
    'zip:extension:done': (_, path) => evenZipAt(path),
    'zip:sources:done': (_, path) => evenZipAt(path),
    async 'build:publicAssets'(wxt, files) {
      await packHooks['build:publicAssets']?.(wxt, files);
      mapHooks(files);
    },
  },
});
