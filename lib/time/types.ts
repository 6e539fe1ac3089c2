/** How Backstory writes time. Only types live here. */

/**
 * A calendar day, `YYYY-MM-DD`. Astronomical years (ISO 8601): the year before 1 is `0000`, the one before that
 * `-0001`, so that differences are right. Cards print them as 1 BC and 2 BC.
 */
export type Day = string;

/** A date as exact as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a leading `~` means "about". */
export type PartialDate = string;

export type Precision = 'year' | 'month' | 'day';
