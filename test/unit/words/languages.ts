/** The messages of each language as they are built into the extension. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Messages = Readonly<Record<string, { readonly message: string; readonly description?: string }>>;

const ROOT = fileURLToPath(new URL('../../../assets/public/_locales/', import.meta.url));

/** Named as browsers name the folder: `de`, `pt_BR`. */
export const LANGUAGES: readonly string[] = readdirSync(ROOT).sort();

export const messagesOf = (language: string): Messages =>
  JSON.parse(readFileSync(`${ROOT}${language}/messages.json`, 'utf8'));

/** `$1` … `$9` of a message, and the `%s` that the browser fills in itself; each once, in order. */
export const placeholdersOf = (message: string): readonly string[] =>
  [...new Set(message.replaceAll('$$', '').match(/\$[1-9]|%s/g))].sort();
