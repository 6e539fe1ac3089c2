/**
 * What a worker need not load each time it starts: looking up names that no pack knows (requesting, building a pack),
 * pictures, and what our own pages ask for (a story's background, names on the day, an entity's page). It is in a file of
 * its own, loaded on demand.
 */
import type { PackSource } from '../pack';
import { writePack } from '../pack';
import { answerPage } from './answer-page';
import { answerRecall } from './answer-recall';
import { answerSenses } from './answer-senses';
import { answerStory } from './answer-story';
import { createLookUp } from './look-up';
import { overlaySource } from './looked-up/overlay-source';
import { createPictureDesk } from './pictures/picture-desk';
import { createPictureStore } from './pictures/picture-store';

export const OPEN_WORLD = {
  answerPage,
  answerRecall,
  answerSenses,
  answerStory,
  createLookUp,
  createPictureDesk,
  createPictureStore,
  /** The bytes of an overlay pack. */
  writeOverlay: (...rows: Parameters<typeof overlaySource>): Uint8Array<ArrayBuffer> =>
    writePack(overlaySource(...rows) satisfies PackSource),
};

export type OpenWorld = typeof OPEN_WORLD;
