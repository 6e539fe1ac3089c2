/**
 * The environment of a browser that looks the same on every machine with fontconfig and Liberation, and speaks English on it, as
 * the tests do: by itself a browser speaks the language of its machine, and so would we.
 */
import { fileURLToPath } from 'node:url';

export const sameEverywhere = (): Record<string, string> => ({
  ...(process.env as Record<string, string>),
  FONTCONFIG_FILE: fileURLToPath(new URL('../fixtures/fonts.conf', import.meta.url)),
  // Chromium asks glib, which looks at the first only where the other is no C.
  LANGUAGE: 'en',
  LC_ALL: 'en_US.UTF-8',
});
