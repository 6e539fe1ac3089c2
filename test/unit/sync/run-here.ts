import { DOCUMENTS } from '../../../lib/notes';
import { runRemote } from '../../../lib/sync';

type Options = Omit<Parameters<typeof runRemote>[1], 'step' | 'signal' | 'mayOnlyDeliver' | 'documents'>;

/** Runs where they are asked for, as the background does once it has fetched what a run needs. */
export const runHere =
  (options: Options): Parameters<typeof import('../../../lib/sync').createSync>[0]['run'] =>
  (id, order) =>
    runRemote(id, { documents: DOCUMENTS, ...options, ...order });
