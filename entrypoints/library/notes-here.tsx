/** Connects the list of notes and the bin. */
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useRef } from 'preact/hooks';
import type { Read } from '../../components/kit';
import { NoteList, type NoteListCalls } from '../../components/notes';
import type { NotePage, NoteQuery } from '../../lib/notes';
import { notes } from './stores';
import type { Tell } from './tell';
import { useWatched, useWatchedOr } from './use-watched';

/** Notes shown at once; more on request. */
const PAGE = 50;

const readTags = () => notes.tags();
const readCounts = async () => {
  const bin = await notes.list({ words: '', tag: null, order: 'changed', kept: false, offset: 0, limit: 0 });
  return { kept: await notes.count(), bin: bin.total };
};

/** Kept by the page, so that a reader who returns from a note finds the list unchanged. */
export type ListQuery = Omit<NoteQuery, 'kept' | 'offset'>;
export const FIRST_QUERY: ListQuery = { words: '', tag: null, order: 'changed', limit: PAGE };

interface NotesHereProps {
  readonly kept: boolean;
  readonly query: ListQuery;
  readonly onQuery: (change: (now: ListQuery) => ListQuery) => void;
  readonly undo: ComponentChildren;
  readonly tell: Tell;
}

export function NotesHere({ kept, query, onQuery, undo, tell }: NotesHereProps) {
  const asked = useMemo<NoteQuery>(() => ({ ...query, tag: kept ? query.tag : null, kept, offset: 0 }), [query, kept]);
  const page = useLatest(useWatched(useCallback(() => notes.list(asked), [asked])), kept);
  const tags = useWatchedOr(readTags, []);
  const counts = useWatched(readCounts);

  const on = useMemo<NoteListCalls>(
    () => ({
      ask: (change) => onQuery((now) => ({ ...now, ...change, limit: PAGE })),
      more: () => onQuery((now) => ({ ...now, limit: now.limit + PAGE })),
      takeBack: ({ entity, name }) =>
        tell.after(notes.takeBack(entity), {
          line: ['notes_taken_back', name],
          back: () => notes.remove(entity),
        }),
    }),
    [tell, onQuery],
  );
  return (
    <NoteList
      query={asked}
      page={page}
      tags={tags}
      counts={counts === 'unavailable' ? null : counts}
      undo={undo}
      on={on}
    />
  );
}

/** The previous list stays until the next has arrived: a list that flickers at each key cannot be read. */
function useLatest(page: Read<NotePage>, kept: boolean): Read<NotePage> {
  const last = useRef({ kept, page });
  if (page !== null || last.current.kept !== kept) last.current = { kept, page };
  return last.current.page;
}
