import type { Evidence } from '../facts';
import type { Chosen, Scene } from './scene';
import type { Shelf } from './shelf';

/** Names given as company on a card: more would be a list, not a reason. */
const MOST_COMPANY = 3;

/** Why this entity: the one reason that decided, in the terms of the card. */
export function explain({ option, ref, span, sharedWords }: Chosen, scene: Scene, shelf: Shelf): Evidence {
  const full = scene.fullForm(ref);
  if (option.via === 'spelling') return { type: 'spelling', usual: shelf.entity(ref).name };
  if (
    (option.use === 'short' || option.use === 'noun' || option.via === 'story') &&
    full !== null &&
    full !== span.surface
  ) {
    return { type: 'full-name', form: full };
  }
  if (option.use === 'company' || option.use === 'near') {
    const present = option.company.filter((other) => scene.has(other)).slice(0, MOST_COMPANY);
    return { type: 'company', names: present.map((other) => shelf.entity(other).name) };
  }
  return sharedWords > 0 ? { type: 'words', count: sharedWords } : { type: 'name' };
}
