/** Whom a bare name may mean, for imported notes that have only a name. */
import type { EntityKey, Kind } from '../facts';
import type { Pack } from '../pack';
import { foldText } from '../text';
import { entityIn } from './dossier';

export interface EntityOfName {
  readonly entity: EntityKey;
  readonly name: string;
  readonly kind: Kind;
}

/** Entities with this printed name; if there are none, those with it as another full name. */
export function entitiesNamed(packs: readonly Pack[], name: string): readonly EntityOfName[] {
  const found = new Map<EntityKey, EntityOfName>();
  for (const pack of packs) {
    for (const { start, end, form } of pack.detect(name)) {
      if (start > 0 || end < name.length) continue;
      for (const { entity: row, use } of pack.candidates(form)) {
        if (use !== 'name') continue;
        const own = pack.entity(row);
        // As the first pack names it, under its current key.
        const { key, name: printed, kind } = entityIn(packs, own.key) ?? own;
        if (!found.has(key)) found.set(key, { entity: key, name: printed, kind });
      }
    }
  }
  const all = [...found.values()];
  const printed = all.filter((each) => foldText(each.name) === foldText(name));
  return printed.length > 0 ? printed : all;
}
