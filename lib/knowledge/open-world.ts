/**
 * What a worker need not read at each birth, some 50 kB of script: all that only a name which no pack knows needs (finding it, asking
 * for it, making a pack of the answer), pictures, which only some readers want, and what pages of our own ask for: a whole story's
 * background, what its names were on the day, an entity's page. It stands in a file of its own and is fetched from the extension
 * when somebody wants it.
 */
import type { PackSource } from '../pack';
import { writePack } from '../pack';
import { answerPage } from './answer-page';
import { answerSenses } from './answer-senses';
import { answerStory } from './answer-story';
import { createLookUp } from './look-up';
import { overlaySource } from './looked-up/overlay-source';
import { createPictureDesk } from './pictures/picture-desk';
import { createPictureStore } from './pictures/picture-store';
import { unknownHere } from './unknown-here';

export const OPEN_WORLD = {
  answerPage,
  answerSenses,
  answerStory,
  unknownHere,
  createLookUp,
  createPictureDesk,
  createPictureStore,
  /** The bytes of an overlay pack. */
  writeOverlay: (...rows: Parameters<typeof overlaySource>): Uint8Array<ArrayBuffer> =>
    writePack(overlaySource(...rows) satisfies PackSource),
};

export type OpenWorld = typeof OPEN_WORLD;
