/** The environment of a browser that writes in the same letters on every machine with fontconfig and Liberation. */
import { fileURLToPath } from 'node:url';

export const sameFonts = (): Record<string, string> => ({
  ...(process.env as Record<string, string>),
  FONTCONFIG_FILE: fileURLToPath(new URL('../fixtures/fonts.conf', import.meta.url)),
});
