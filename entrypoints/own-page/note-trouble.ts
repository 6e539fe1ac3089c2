/** Why a note could not be stored, by what a call to the background threw. */
import type { NoteTrouble } from '../../components/notes/note-field';
import { toCallError } from '../../lib/messages';

export function callTroubleOf(thrown: unknown): NoteTrouble {
  switch (toCallError(thrown).code) {
    case 'context-lost':
      return 'gone';
    case 'refused':
      return 'refused';
    case 'note-full':
      return 'full';
    case 'note-newer':
      return 'newer';
    case 'note-too-large':
      return 'too-large';
    default:
      return 'failed';
  }
}
