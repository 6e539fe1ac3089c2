/** Every delay and distance of the hover, with unit, reason and source. Such numbers must stand nowhere else. */

/**
 * ms the pointer rests on a name before its card shows, unless the reader sets another (0–1000). NN/g and SAP Fiori
 * give 300–500 for intent; Wikipedia's Page Previews use 500. The lower end, since our card is local.
 */
export const REST_MS = 300;
/** ms: the longest rest that can be set; beyond it a card seems broken. */
export const REST_MS_MAX = 1000;

/**
 * ms by which a rest ends early: half a frame at 60 Hz. A card is painted with the next frame, up to a whole one later,
 * so this picks the frame nearest to the end of the rest instead of always the one after.
 */
export const HALF_FRAME_MS = 8;

/**
 * ms of rest after which the card is looked up (on the device, so it costs nothing if the pointer moves on). Page
 * Previews asks after 150; a third of our rest leaves 200 ms for a sleeping worker to wake.
 */
export const PREFETCH_MS = 100;

/** ms a card stays after the pointer left mention and card. Page Previews and wikipedia-preview: 300. */
export const GRACE_MS = 300;

/**
 * px per ms above which the pointer is travelling, not reading: a line of text (600 px) in two thirds of a second. No
 * source gives a measured value; 10ten has a similar threshold. Too low a value only delays.
 */
export const TRAVEL_PX_PER_MS = 0.9;

/**
 * px per ms above which nothing under the pointer is looked at until it stops: at that speed it leaves a name of
 * ordinary length (90 px) before a rest on it is over.
 */
export const PASSING_PX_PER_MS = 0.3;

/**
 * ms a pointer that arrived travelling must settle even if the reader set the rest to 0: two pointer samples at 60 Hz
 * (33 ms) and a margin, so that the stop is seen before the card shows.
 */
export const SETTLE_MS = 60;

/**
 * ms between two looks under the pointer while something is going on: a little less than a frame at 60 Hz, so that
 * moves arriving with the frames are not postponed.
 */
export const FRAME_LOOK_MS = 14;

/**
 * ms between two looks otherwise, and after the last move of a travelling pointer. Shorter than the rest before a
 * prefetch, so it delays nothing.
 */
export const CALM_LOOK_MS = 80;

/** px by which the corridor is wider than the card on each side: half a 24 px target, less the 4 px gap to the text. */
export const CORRIDOR_SLACK_PX = 8;

/** Cards on top of each other (a name in a card in a card …). Deeper, "Back" becomes hard to follow. */
export const STACK_CAP = 5;
