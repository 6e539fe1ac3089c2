/** `action=wbgetclaims`: the claims of one item, of one property where one is named. Source: Wikibase's API help. */
import { ApiError } from './api-error';
import type { World } from './world';

export function getClaims(world: World, parameters: Readonly<Record<string, string>>): unknown {
  const { entity = '', property } = parameters;
  if (!/^Q[1-9]\d*$/.test(entity)) throw new ApiError('invalid-guid', `Could not parse "${entity}".`);
  const item = world.items.get(entity);
  if (!item) throw new ApiError('no-such-entity', `Could not find an entity with the ID "${entity}".`);
  const kept = Object.entries(item.claims).filter(([id]) => property === undefined || id === property);
  // Without `references` among the props that are asked for they are left out.
  const hasReferences = (parameters.props ?? 'references').split('|').includes('references');
  const bare = ({ references: _, ...statement }: Record<string, unknown>) => statement;
  const told = (list: readonly object[]) => (hasReferences ? list : list.map((one) => bare({ ...one })));
  return { claims: Object.fromEntries(kept.map(([id, statements]) => [id, told(statements)])) };
}
