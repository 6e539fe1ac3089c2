/** Below this no mention is made: wrong is worse than nothing. */
export const CONFIDENCE_FLOOR = 0.62;
