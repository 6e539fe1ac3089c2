/** The current story to try Backstory on, in the reader's language. Its events did happen. */
import type { Text } from '../kit';

export interface StoryText {
  readonly day: '2026-02-27';
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export const storyText = ({ t }: Text): StoryText => ({
  day: '2026-02-27',
  title: t('welcome_story_title'),
  paragraphs: [t('welcome_story_1'), t('welcome_story_2'), t('welcome_story_3')],
});
