/** What the packs have for the words that are typed now. One question is under way at a time; the letters between are left out. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Read } from '../../components/kit';
import type { FoundKnowledge, KnowledgeQuery } from '../../lib/knowledge';

export interface Search {
  /** What was sought when the answer was asked for: a letter behind, maybe. */
  readonly of: KnowledgeQuery;
  readonly answer: Read<FoundKnowledge>;
}

/** Null: nothing is sought. The answer of before stays until the next has come: a list that flickers cannot be read. */
export function useSearch(
  query: KnowledgeQuery | null,
  look: (query: KnowledgeQuery) => Promise<FoundKnowledge>,
): Search | null {
  const [search, setSearch] = useState<Search | null>(null);
  const wanted = useRef<KnowledgeQuery | null>(null);
  const asking = useRef(false);
  wanted.current = query;

  // At once: an effect is taken back when the browser next has time.
  useLayoutEffect(
    () => () => {
      wanted.current = null;
    },
    [],
  );
  useEffect(() => {
    void ask();
    async function ask(): Promise<void> {
      if (asking.current) return;
      asking.current = true;
      for (let of = wanted.current; of !== null; ) {
        const answer = await look(of).catch(() => 'unavailable' as const);
        // Cleared, or gone elsewhere meanwhile: nobody looks at it.
        if (wanted.current !== null) setSearch({ of, answer });
        of = wanted.current !== null && !isSame(wanted.current, of) ? wanted.current : null;
      }
      asking.current = false;
    }
  }, [query?.words, query?.kind, query?.country, query === null]);

  return query === null ? null : search;
}

const isSame = (one: KnowledgeQuery, other: KnowledgeQuery): boolean =>
  one.words === other.words && one.kind === other.kind && one.country === other.country;
