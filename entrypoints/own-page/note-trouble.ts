/** Why a note could not be stored, judged by the error of a call to the background. */
import type { NoteTrouble } from '../../components/notes/note-field';
import { type CallErrorCode, toCallError } from '../../lib/messages';

const TROUBLES: Readonly<Partial<Record<CallErrorCode, NoteTrouble>>> = {
  'context-lost': 'gone',
  refused: 'refused',
  'note-full': 'full',
  'note-newer': 'newer',
  'note-too-large': 'too_large',
};

export const callTroubleOf = (thrown: unknown): NoteTrouble => TROUBLES[toCallError(thrown).code] ?? 'failed';
