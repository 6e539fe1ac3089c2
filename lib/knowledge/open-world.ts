/**
 * All that only a name which no pack knows needs: finding it, asking for it, making a pack of the answer; pictures, which only some
 * readers want; and the background of a whole story, which stands in the panel. It is some 45 kB of script that a worker need not read at each birth, so it stands in a file of its own and is fetched from the extension when somebody wants it.
 */
import type { PackSource } from '../pack';
import { writePack } from '../pack';
import { answerStory } from './answer-story';
import { createLookUp } from './look-up';
import { overlaySource } from './looked-up/overlay-source';
import { createPictureDesk } from './pictures/picture-desk';
import { createPictureStore } from './pictures/picture-store';
import { unknownHere } from './unknown-here';

export const OPEN_WORLD = {
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
