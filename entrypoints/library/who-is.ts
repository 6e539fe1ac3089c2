/** A one-line description of the entities of notes, as of today. */
import { type Text, whoWords } from '../../components/kit';
import type { EntityKey } from '../../lib/facts';
import { callBackground } from '../../lib/messages';
import { localDay } from '../../lib/time';

/** Entities per request, since the answer is a message, too. */
const AT_ONCE = 500;

/** Entities in no pack are left out. */
export async function whoIs(text: Text, entities: readonly EntityKey[]): Promise<Readonly<Record<EntityKey, string>>> {
  const day = localDay(Date.now());
  const found: Record<EntityKey, string> = {};
  for (let at = 0; at < entities.length; at += AT_ONCE) {
    const asked = entities.slice(at, at + AT_ONCE);
    const senses = await callBackground('nameSenses', { entities: asked, day, inPrivate: false });
    for (const [key, sense] of Object.entries(senses)) found[key] = whoWords(text, sense);
  }
  return found;
}
