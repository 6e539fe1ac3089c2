import { isBefore } from '../../time';
import type { Span } from '../find/spans';
import type { Option, Shelf } from '../known/shelf';
import type { Reading } from '../read/reading';
import type { LinkingChoices, Story } from '../types';
import { openRefusals } from './refusals';

/** Do the reader and the day of the story allow this meaning? */
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
