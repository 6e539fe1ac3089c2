/** Opens a note for editing in a card: over the line of its frame, or by message if the card is in a page of ours. */
import type { OpenEditor } from '../../components/card';
import type { FrameLine } from '../../lib/border';
import type { EntityKey } from '../../lib/facts';
import type { NoteGlimpse } from '../../lib/messages';
import type { EditorSession, NoteContent } from '../../lib/notes';
import { localDay } from '../../lib/time';
import { exchangeBy } from '../own-page/exchange-by';
import { callTroubleOf } from '../own-page/note-trouble';
import { openEditor } from '../own-page/open-editor';

export interface NoteAbout {
  readonly entity: EntityKey;
  /** The name that a story uses, if no pack knows it. */
  readonly named: string | null;
}

/** Null if no pack and no note knows the entity, or nobody answers. `told` is called when what is stored changes. */
export async function openEditorOver(
  line: Pick<FrameLine, 'call'>,
  { entity, named }: NoteAbout,
  told: (session: EditorSession) => void,
): Promise<OpenEditor | null> {
  const known = await line.call('noteSubject', { entity }).catch(() => undefined);
  // Without an answer, nothing could be stored either.
  if (known === undefined) return null;
  const subject = known ?? (named === null ? null : { entity, name: named, kind: null });
  if (!subject) return null;
  const life = new AbortController();
  const session = openEditor(
    subject,
    exchangeBy((ask) => line.call('exchangeNote', ask)),
    life.signal,
  );
  session.subscribe(() => told(session), life.signal);
  return {
    session,
    name: subject.name,
    explain: callTroubleOf,
    glimpse: () => glimpseOf(session.content()),
    close() {
      session.flush();
      // Unstored words are tried again, even after the editor was closed.
      void session.settled().then((stored) => stored && life.abort());
      told(session);
    },
  };
}

function glimpseOf({ text, tags, quotes, changedAt, deletedAt }: NoteContent): NoteGlimpse | null {
  if (deletedAt !== null || (text === '' && tags.length === 0 && quotes.length === 0)) return null;
  return { text, tags, quotes: quotes.length, changedOn: localDay(changedAt) };
}
