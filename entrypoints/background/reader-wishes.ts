/** The settings that reader scripts are told. */
import type { ReaderWishes } from '../../lib/messages';
import type { Settings } from '../../lib/settings';

/** `lookedUp`: which things are looked up. */
export async function readerWishes(settings: Settings, lookedUp: string): Promise<ReaderWishes> {
  const { marksHidden, restMs, theme, selectionButton, history, density, muted, known, refused } = settings;
  // A digest: somebody who has compromised a page's process must not read there whom its reader has muted, or knows.
  const rules = new TextEncoder().encode(JSON.stringify([density, muted, known, refused, lookedUp]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', rules));
  const told = String.fromCharCode(...digest.map((byte) => 32 + (byte % 95)));
  return { marksHidden, restMs, theme, selectionButton, history, rules: told };
}
