/** Editors that the reader has left before all their words were stored: tried again until they are. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { EditorSession } from '../../lib/notes';
import { askBeforeLeaving } from './ask-before-leaving';

/** ms; the session also tries by itself, at growing intervals. */
const AGAIN_MS = 2_000;

interface Left {
  readonly name: string;
  readonly session: EditorSession;
}

export interface Unstored {
  /** Notes whose last words are not stored yet, after a failed try. */
  readonly names: readonly string[];
  readonly leave: (name: string, session: EditorSession) => void;
}

export function useUnstored(): Unstored {
  const waiting = useRef(new Set<EditorSession>());
  const [left, setLeft] = useState<readonly Left[]>([]);

  useEffect(() => {
    const open = new AbortController();
    askBeforeLeaving(() => waiting.current, open.signal);
    return () => open.abort();
  }, []);

  const leave = useCallback((name: string, session: EditorSession) => {
    waiting.current.add(session);
    void (async () => {
      while (!(await session.settled())) {
        setLeft((now) => (now.some((one) => one.session === session) ? now : [...now, { name, session }]));
        await new Promise((next) => setTimeout(next, AGAIN_MS));
      }
      waiting.current.delete(session);
      setLeft((now) => now.filter((one) => one.session !== session));
    })();
  }, []);

  return { names: [...new Set(left.map(({ name }) => name))], leave };
}
