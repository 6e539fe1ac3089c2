import { isBefore } from '../time';
import type { Reading } from './reading';
import { openRefusals } from './refusals';
import type { Option, Shelf } from './shelf';
import type { Span } from './spans';
import type { LinkingChoices, Story } from './types';

/** Does the reader, and the day of the story, let the words mean this? */
export function allowance(
  readings: readonly Reading[],
  shelf: Shelf,
  story: Story,
  choices: LinkingChoices,
): (option: Option, span: Span) => boolean {
  const isRefused = openRefusals(readings, choices.refused, shelf);
  return (option, span) => {
    if (isRefused(option.ref, span)) return false;
    if (option.from === null && option.to === null) return true;
    if (story.day === null) return false;
    return (
      !(option.from !== null && isBefore(story.day, option.from)) &&
      !(option.to !== null && isBefore(option.to, story.day))
    );
  };
}
