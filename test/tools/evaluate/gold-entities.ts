/**
 * Which entity of ours a gold label means. Labels name articles and Wikidata items, and one article may serve several
 * of our entities (OPEC and OPEC Plus): it is the one's that has the title as its name, and the others only borrow it.
 */
import type { EntityKey } from '../../../lib/facts';
import type { EntityRow, PackSource } from '../../../lib/pack';
import { foldText } from '../../../lib/text';
import type { Label } from './benchmark-documents';

export interface GoldEntities {
  /** The entity that is right for the label; null where the packs hold none, or the label cannot say which. */
  readonly meant: (label: Label) => EntityKey | null;
  /** Does the entity borrow the label's article? Then the gold says neither that it is right nor that it is wrong. */
  readonly borrowed: (label: Label, entity: EntityKey) => boolean;
  /** The title that stands for this entity and for no other. */
  readonly titleOf: (entity: EntityKey) => string;
}

export function goldEntities({ entities, forms }: Pick<PackSource, 'entities' | 'forms'>): GoldEntities {
  const rows = new Map(entities.map((entity) => [entity.key, entity]));
  const named = new Set<string>();
  for (const { key, name } of entities) named.add(nameOf(key, name));
  for (const { entity, form, use } of forms) if (use === 'name') named.add(nameOf(entity, form));

  const sharing = new Map<string, EntityRow[]>();
  for (const entity of entities) {
    if (entity.wikipedia === null) continue;
    const title = entity.wikipedia.toLowerCase();
    sharing.set(title, [...(sharing.get(title) ?? []), entity]);
  }
  const owners = new Map<string, EntityKey>();
  for (const [title, all] of sharing) {
    const owner = all.length === 1 ? all : all.filter(({ key }) => named.has(nameOf(key, title)));
    if (owner.length === 1 && owner[0]) owners.set(title, owner[0].key);
  }

  const ids = new Map<string, EntityKey>();
  const byName = new Map<string, EntityKey | null>();
  for (const { key, name, wikidata } of entities) {
    if (wikidata) ids.set(wikidata, key);
    const title = name.toLowerCase();
    byName.set(title, byName.has(title) ? null : key);
  }

  const meant = ({ id, title, known }: Label): EntityKey | null => {
    const ofId = ids.get(id);
    if (ofId !== undefined) return ofId;
    const folded = title.toLowerCase();
    const key = sharing.has(folded) ? owners.get(folded) : byName.get(folded);
    // Two ids are two things: "Chicago" the musical is not our city.
    return key === undefined || key === null || (known && rows.get(key)?.wikidata) ? null : key;
  };
  return {
    meant,
    borrowed: (label, entity) => {
      const article = rows.get(entity)?.wikipedia?.toLowerCase();
      const owner = article === undefined ? undefined : owners.get(article);
      if (article === undefined || owner === entity) return false;
      return article === label.title.toLowerCase() || (owner !== undefined && owner === meant(label));
    },
    titleOf: (entity) => {
      const row = rows.get(entity);
      const article = row?.wikipedia ?? null;
      const title = article !== null && owners.get(article.toLowerCase()) === entity ? article : row?.name;
      return title ?? entity;
    },
  };
}

const nameOf = (entity: EntityKey, name: string): string => `${entity} ${foldText(name)}`;
