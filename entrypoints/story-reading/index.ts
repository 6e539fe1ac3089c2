/** The part of the background that reads stories: linking, the languages and dating (`background/parts.ts`). */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { STORY_READING } from './story-reading';

export default defineUnlistedScript(() => {
  Object.assign(globalThis, { backstoryStoryReading: STORY_READING });
});
