/** A place that stands on the background of the story: it says so while that is read, and where it could not be. */
import type { ComponentChildren } from 'preact';
import { useText } from '../../components/kit';
import type { StoryBackground } from '../../lib/story-background';
import type { PlaceProps } from './places';
import { useStoryBackground } from './use-story-background';

interface StoryReadProps extends PlaceProps {
  readonly children: (story: StoryBackground) => ComponentChildren;
}

export function StoryRead({ glossary, inPrivate, children }: StoryReadProps) {
  const { t } = useText();
  const read = useStoryBackground(glossary, inPrivate);
  if (read === null)
    return (
      <p role="status" aria-busy="true">
        {t('story_loading')}
      </p>
    );
  if (read === 'unavailable') return <p role="alert">{t('story_failed')}</p>;
  return <>{children(read)}</>;
}
