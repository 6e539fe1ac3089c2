/** The one door through which the rest of the background speaks to sync. */
import type { BackgroundHandlers } from '../../lib/messages';

export type SyncAnswers = Pick<BackgroundHandlers, 'syncSteps' | 'syncNow' | 'syncCancel'>;

export interface SyncWiring {
  readonly answers: SyncAnswers;
  /** Notes or travelling settings have changed: whatever remote is on shall hear of it before long. */
  nudge(): void;
}

/** Nothing is set up here yet, so there is no remote: none runs, and there is none to run or to cancel. */
export function wireSync(): SyncWiring {
  return {
    answers: { syncSteps: () => ({}), syncNow: () => {}, syncCancel: () => {} },
    nudge: () => {},
  };
}
