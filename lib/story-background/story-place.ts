import type { Dossier } from '../facts';
import type { StoryPlace } from './types';

/** Null for what is no place. */
export function storyPlace({ entity, facts }: Dossier): StoryPlace | null {
  if (entity.kind !== 'place') return null;
  const at = facts.flatMap(({ side, value }) => (side === 'own' && value?.type === 'coordinates' ? [value.at] : []))[0];
  const { key, name, kind, qualifier } = entity;
  return { entity: key, name, kind, isCountry: qualifier === 'Country', at: at ?? null };
}
