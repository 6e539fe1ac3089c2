/** Below this there is no mention: a wrong card is worse than none. */
export const CONFIDENCE_FLOOR = 0.62;
