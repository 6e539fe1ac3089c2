/** The reader's notes on the names of the story. */
import { useEffect, useState } from 'preact/hooks';
import type { Read } from '../../components/kit';
import { NotesOfStory } from '../../components/panel';
import { callBackground, type NotesOn } from '../../lib/messages';
import type { PlaceProps } from './places';

export function NotesBeside({ glossary, openCard }: PlaceProps) {
  const [notes, setNotes] = useState<Read<readonly NotesOn[]>>(null);
  useEffect(() => {
    let stale = false;
    const entities = glossary.entries.map(({ entity }) => entity);
    callBackground('notesOn', { entities }).then(
      (read) => !stale && setNotes(read),
      () => !stale && setNotes('unavailable'),
    );
    return () => {
      stale = true;
    };
  }, [glossary]);
  return <NotesOfStory notes={notes} entries={glossary.entries} onOpen={openCard} />;
}
