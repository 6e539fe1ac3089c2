import { withoutLoneHalves } from '../document/splice';

/** As long as a key may be that editors ask for (`lib/messages`). */
const LONGEST = 200;

/** Can this be the key of an entity? Another one could be stored, but neither linked to nor edited. */
export function isEntity(key: string): boolean {
  return key !== '' && key.length <= LONGEST && key === withoutLoneHalves(key).trim();
}
