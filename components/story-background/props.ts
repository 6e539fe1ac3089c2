import type { EntityKey } from '../../lib/facts';
import type { StoryBackground } from '../../lib/story-background';

export interface StoryPartProps {
  readonly story: StoryBackground;
  readonly onCard: (entity: EntityKey) => void;
  readonly onLink: (url: string) => void;
}
