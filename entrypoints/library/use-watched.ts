/** What the database says, as long as the component is there; read anew with each change, whoever makes it. */
import { useEffect, useState } from 'preact/hooks';
import type { Read } from '../../components/kit';
import { watchNotes } from '../../lib/notes';

/** `read` must not change from one drawing to the next unless something else is to be read. Null: nothing to read. */
export function useWatched<T>(read: (() => Promise<T>) | null): Read<T> {
  const [answer, setAnswer] = useState<{ readonly of: typeof read; readonly value: Read<T> }>({
    of: read,
    value: null,
  });
  useEffect(() => {
    if (!read) return;
    const open = new AbortController();
    watchNotes(
      read,
      (value) => setAnswer({ of: read, value }),
      () => setAnswer({ of: read, value: 'unavailable' }),
      open.signal,
    );
    return () => open.abort();
  }, [read]);
  // The answer to another question is none: the bin would show the notes that are kept until its own have come.
  return answer.of === read ? answer.value : null;
}

/** The same, but for what is shown instead of an answer that has not come or cannot come. */
export function useWatchedOr<T>(read: (() => Promise<T>) | null, otherwise: T): T {
  const answer = useWatched(read);
  return answer === null || answer === 'unavailable' ? otherwise : answer;
}
