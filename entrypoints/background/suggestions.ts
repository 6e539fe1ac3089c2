/** The suggestions in the address bar after the keyword `bs`, and the entity of a chosen one. */
import type { EntityKey } from '../../lib/facts';
import type { FoundEntity } from '../../lib/knowledge';

export interface Suggestion {
  /** Shown in the address bar while the line is chosen, and all that comes back. */
  readonly content: string;
  readonly description: string;
}

/** Separates the name, which is for the reader, from the key, which is for us. */
const BEHIND = ' · ';

/** `markup`: the browser reads the line as XML (Chromium); else as plain text (Firefox). */
export function suggestionFor(
  { entity, name, qualifier, gloss }: FoundEntity,
  kind: string,
  markup: boolean,
): Suggestion {
  const about = [qualifier === '' ? kind : `${kind} · ${qualifier}`, gloss].filter(Boolean).join(' – ');
  const content = `${name}${BEHIND}${entity}`;
  if (!markup) return { content, description: `${name} – ${about}` };
  return { content, description: `<match>${asXml(name)}</match> <dim>${asXml(about)}</dim>` };
}

/** Null: typed words, not a chosen line. */
export function chosenEntity(content: string): EntityKey | null {
  const at = content.lastIndexOf(BEHIND);
  return at < 0 ? null : content.slice(at + BEHIND.length).trim() || null;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A single character that XML forbids, and Chromium shows no line at all. */
export const asXml = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, ' ').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
