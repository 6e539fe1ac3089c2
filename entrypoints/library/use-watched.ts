/** What the database says, as long as the component is mounted; read again after each change, whoever makes it. */
import { useEffect, useState } from 'preact/hooks';
import type { Read } from '../../components/kit';
import { watchNotes } from '../../lib/notes';

/** `read` must stay the same between renders unless something else is to be read. Null: nothing to read. */
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
  // The answer to the previous question must not be shown: the bin would show kept notes until its own have arrived.
  return answer.of === read ? answer.value : null;
}

/** The same, but with a substitute while there is no answer, or cannot be one. */
export function useWatchedOr<T>(read: (() => Promise<T>) | null, otherwise: T): T {
  const answer = useWatched(read);
  return answer === null || answer === 'unavailable' ? otherwise : answer;
}
