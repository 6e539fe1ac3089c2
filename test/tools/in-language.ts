/**
 * A copy of a build that speaks one language to every browser. A browser shows the words of its own language, and the one that
 * runs the tests has English alone; so the copy has no other words than those given.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Messages } from '../unit/words/languages';

export interface BuildInLanguage {
  readonly folder: string;
  remove(): void;
}

/** `language` is named as browsers name its folder. */
export function inLanguage(build: string, language: string, messages: Messages): BuildInLanguage {
  const folder = mkdtempSync(join(tmpdir(), `backstory-${language}-`));
  cpSync(build, folder, { recursive: true });
  rmSync(`${folder}/_locales`, { recursive: true });
  mkdirSync(`${folder}/_locales/${language}`, { recursive: true });
  writeFileSync(`${folder}/_locales/${language}/messages.json`, JSON.stringify(messages));
  const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'));
  writeFileSync(`${folder}/manifest.json`, JSON.stringify({ ...manifest, default_locale: language }));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
