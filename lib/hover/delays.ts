/** Every delay and measure of the hover, each with its unit, reason and source. Nowhere else may such a number stand. */

/** ms the pointer rests on a name before its card shows, unless the reader sets another (0–1000). NN/g's and SAP
 * Fiori's range for intent is 300–500; Wikipedia's Page Previews take 500. The lower end: our card is local. */
export const REST_MS = 300;
export const REST_MS_MAX = 1000;

/** ms by which a rest ends early: half a frame of 60 Hz. What is shown is painted with the next frame, which begins up to a
 * whole one later; so the card comes with the frame that is nearest to the end of the rest, and not always after it. */
export const HALF_FRAME_MS = 8;

/** ms of rest after which the card is looked up (on the device, so it costs nothing if the pointer goes on). Page
 * Previews asks after 150; a third of our rest leaves 200 ms for a sleeping worker to wake. */
export const PREFETCH_MS = 100;

/** ms that a card stays after the pointer left mention and card. Page Previews and wikipedia-preview: 300. */
export const GRACE_MS = 300;

/** px per ms above which the pointer is travelling, not reading: a line of text (600 px) in two thirds of a second.
 * Measured by nobody we could cite; 10ten has a gate of the same kind. Errs to the slow side: it only delays. */
export const TRAVEL_PX_PER_MS = 0.9;

/** px per ms above which nobody looks what lies under the pointer before it stops: at that speed it has left a name of ordinary
 * length (90 px) before a rest on it is over. */
export const PASSING_PX_PER_MS = 0.3;

/** ms a pointer that came travelling must settle even when the reader has set the rest to 0. Two pointer samples at
 * 60 Hz (33 ms) and a margin, so that the stop is seen before the card is shown. */
export const SETTLE_MS = 60;

/** ms between two looks at what lies under the pointer while something is going on: a little less than a frame of 60 Hz, so
 * that moves which come with the frames are not put off. */
export const FRAME_LOOK_MS = 14;

/** ms between two looks otherwise, and after the last move of a pointer that travelled. Less than what a rest waits before it
 * asks, so nothing comes later for it. */
export const CALM_LOOK_MS = 80;

/** px by which the corridor is wider than the card on each side. Half a 24 px target, less the 4 px gap to the text. */
export const CORRIDOR_SLACK_PX = 8;

/** Cards on top of each other (a name in a card in a card …). Deeper, "Back" is no longer a thing one can picture. */
export const STACK_CAP = 5;
