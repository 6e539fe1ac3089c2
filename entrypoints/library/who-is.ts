/** Who or what the entities of notes are, in a line each, as of today. */
import { type Text, whoWords } from '../../components/kit';
import type { EntityKey } from '../../lib/facts';
import { callBackground } from '../../lib/messages';
import { localDay } from '../../lib/time';

/** A question about so many at a time: an answer is a message, too. */
const AT_ONCE = 500;

/** Those that no pack knows are left out. */
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
