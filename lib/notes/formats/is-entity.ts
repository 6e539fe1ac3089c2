import { withoutLoneHalves } from '../document/splice';

/** The longest key that editors may ask for (`lib/messages`). */
const LONGEST = 200;

/** Can this be an entity's key? Another could be stored, but neither linked to nor edited. */
export function isEntity(key: string): boolean {
  return key !== '' && key.length <= LONGEST && key === withoutLoneHalves(key).trim();
}
