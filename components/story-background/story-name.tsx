/** An entity's name; pressing it opens its card. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { EntityKey } from '../../lib/facts';

export const OpenCardContext = createContext<(entity: EntityKey) => void>(() => {});

export function StoryName({ entity, name }: { readonly entity: EntityKey; readonly name: string }) {
  const open = useContext(OpenCardContext);
  return (
    <button type="button" class="story-name" onClick={() => open(entity)}>
      <bdi>{name}</bdi>
    </button>
  );
}
