/** What the background does with the text of a story: its day, its names, those that no pack knows. */
import { publicationDay } from '../../lib/dating';
import { answerScan, unknownHere } from '../../lib/knowledge';
import { linkStory } from '../../lib/linking';

export const STORY_READING = { publicationDay, linkStory, answerScan, unknownHere };

export type StoryReading = typeof STORY_READING;
