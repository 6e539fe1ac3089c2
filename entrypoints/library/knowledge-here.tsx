/** Connects the search: asks the background at each letter, and keeps the search in the address of the page. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Read } from '../../components/kit';
import { KnowledgeView } from '../../components/knowledge';
import '../../components/knowledge/knowledge.css';
import { focusTitle, fragmentOf, type LibraryPlace, NOTHING_SOUGHT, type Sought } from '../../components/library';
import { KINDS } from '../../lib/facts';
import type { KnowledgeOutline, KnowledgeQuery } from '../../lib/knowledge';
import { callBackground } from '../../lib/messages';
import { useSearch } from '../own-page/use-search';

/** As many as anybody looks through; further ones are counted. */
const MOST = 200;
/** The limit of a message. */
const LONGEST = 400;

const look = (query: KnowledgeQuery) => callBackground('searchKnowledge', { query, most: MOST });

interface KnowledgeHereProps {
  /** From the address; a new object whenever the reader has navigated. */
  readonly given: Extract<LibraryPlace, { readonly at: 'knowledge' }>;
  /** The reader searches for something else now. */
  readonly onSeek: (sought: Sought) => void;
}

export function KnowledgeHere({ given, onSeek }: KnowledgeHereProps) {
  const [sought, setSought] = useState<Sought>(given.sought ?? NOTHING_SOUGHT);
  const arrived = useRef(false);
  const [outline, setOutline] = useState<Read<KnowledgeOutline>>(null);
  const query = queryOf(sought);
  const search = useSearch(query, look);

  // The address has changed: a link was followed, or the reader went back.
  useEffect(() => {
    const next = given.sought ?? NOTHING_SOUGHT;
    setSought(next);
    onSeek(next);
    // On arrival the page itself handles the focus; later the link that was followed is gone.
    if (arrived.current) focusTitle();
    arrived.current = true;
  }, [given]);
  useEffect(() => {
    void callBackground('knowledgeOutline', {}).then(setOutline, () => setOutline('unavailable'));
  }, []);

  function seek(next: Sought): void {
    setSought(next);
    onSeek(next);
    // Replaces the history entry, so that Back does not go through each letter.
    history.replaceState(null, '', fragmentOf({ at: 'knowledge', sought: next }));
  }

  return <KnowledgeView sought={sought} outline={outline} found={search?.answer ?? null} onSeek={seek} />;
}

/** Null: no search yet. */
function queryOf({ words, kind, country }: Sought): KnowledgeQuery | null {
  if (words.trim() === '' && kind === null && country === null) return null;
  return { words: words.slice(0, LONGEST), kind: KINDS.find((one) => one === kind) ?? null, country };
}
