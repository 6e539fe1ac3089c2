/** What stands under the address bar after the keyword `bs`, and what was meant by the line that was chosen. */
import type { EntityKey } from '../../lib/facts';
import type { FoundEntity } from '../../lib/knowledge';

export interface Suggestion {
  /** Stands in the address bar while the line is chosen, and is all that comes back. */
  readonly content: string;
  readonly description: string;
}

/** Between the name, which is for the reader, and the key, which is for us. */
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

/** Null: the words were typed, and no line was chosen. */
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

/** One sign that XML does not have, and Chromium shows no line at all. */
export const asXml = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, ' ').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
