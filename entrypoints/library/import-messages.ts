/** Messages between the library's page and its import worker. Both are ours, and of the same build. */
import type { ImportReport, NoteSubject } from '../../lib/notes';

export type ToImporter =
  /** `heading`: the line over a text that was changed both here and in the file. */
  | { readonly type: 'import'; readonly file: File; readonly name: string; readonly heading: string }
  /** While it stores, only the worker knows whether that can still be undone. */
  | { readonly type: 'cancel' }
  | { readonly type: 'named'; readonly ask: number; readonly subjects: readonly NoteSubject[] | null };

export type FromImporter =
  /** Workers of an extension cannot reach its background. */
  | { readonly type: 'whoIs'; readonly ask: number; readonly name: string }
  | { readonly type: 'storing' }
  | { readonly type: 'committed' }
  | { readonly type: 'done'; readonly report: ImportReport }
  | { readonly type: 'cancelled' }
  /** The store itself failed: nothing of this file was imported. */
  | { readonly type: 'failed'; readonly detail: string };
