/** A tab that shows the background of the story: it reports while that is read, and when it could not be. */
import type { ComponentChildren } from 'preact';
import { Button, useText } from '../../components/kit';
import type { StoryBackground } from '../../lib/story-background';
import type { PlaceProps } from './places';
import { useStoryBackground } from './use-story-background';

interface StoryReadProps extends PlaceProps {
  readonly children: (story: StoryBackground) => ComponentChildren;
}

export function StoryRead({ glossary, inPrivate, children }: StoryReadProps) {
  const { t } = useText();
  const { read, retry } = useStoryBackground(glossary, inPrivate);
  if (read === null)
    return (
      <p role="status" aria-busy="true">
        {t('story_loading')}
      </p>
    );
  if (read === 'unavailable')
    return (
      <p role="alert">
        {t('story_failed')} <Button onClick={retry}>{t('popup_retry')}</Button>
      </p>
    );
  return <>{children(read)}</>;
}
