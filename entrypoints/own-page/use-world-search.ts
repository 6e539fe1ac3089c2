/**
 * Searches the open world for the words in the search field, and requests one of the results: each on its own press.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OnWikipediaProps } from '../../components/glossary';
import type { EntityKey } from '../../lib/facts';
import type { WorldFind, WorldFinds, WorldItem } from '../../lib/knowledge';
import { callBackground } from '../../lib/messages';
import type { Settings } from '../../lib/settings';
import { oneLine } from '../../lib/text';
import { learnWhatMayBeSent, maySendWords } from './may-send-words';
import { LONGEST_WORDS } from './search-place';

interface WorldSearchOptions {
  /** As they are in the search field. */
  readonly typed: string;
  readonly inPrivate: boolean;
  readonly settings: Pick<Settings, 'names' | 'wikiApi' | 'wikidataApi'>;
  readonly onCard: (entity: EntityKey) => void;
  readonly openSettings: () => void;
}

/** What was requested, and its state. */
interface Asked {
  readonly words: string;
  readonly search: WorldFinds | { readonly state: 'searching' };
  readonly opening: WorldFind | null;
  readonly refusal: OnWikipediaProps['refusal'];
}

const failed = (thrown: unknown) => ({ state: 'failed' as const, reason: String(thrown) });

export function useWorldSearch({
  typed,
  inPrivate,
  settings,
  onCard,
  openSettings,
}: WorldSearchOptions): OnWikipediaProps {
  const words = oneLine(typed, LONGEST_WORDS);
  const [asked, setAsked] = useState<Asked | null>(null);
  /** An answer that arrives after other words were typed, or after another press, is ignored. */
  const turns = useRef(0);
  const seen = useRef(words);
  if (seen.current !== words) {
    seen.current = words;
    turns.current++;
  }
  useEffect(() => void learnWhatMayBeSent().catch(() => {}), []);
  const now = asked?.words === words ? asked : null;

  async function search(): Promise<void> {
    const turn = ++turns.current;
    // Synchronously in the click, as the browser requires.
    if (!(await maySendWords()) || turn !== turns.current) return;
    const show = (search: Asked['search']) => setAsked({ words, search, opening: null, refusal: null });
    show({ state: 'searching' });
    const answer = await callBackground('searchWorld', { words, inPrivate }).catch(failed);
    if (turn === turns.current) show(answer);
  }

  async function open(find: WorldFind): Promise<void> {
    if (!now) return;
    const turn = ++turns.current;
    setAsked({ ...now, opening: find, refusal: null });
    const answer: WorldItem = await callBackground('openWorldItem', { item: find.entity, inPrivate }).catch(failed);
    if (turn !== turns.current) return;
    if (answer.state === 'off') return setAsked({ ...now, search: answer });
    const isThere = answer.state === 'found';
    setAsked({ ...now, opening: null, refusal: isThere ? null : { find, trouble: answer } });
    if (isThere) onCard(answer.entity);
  }

  const hostOf = (api: string) => new URL(api).host;
  return {
    words,
    hosts: { wiki: hostOf(settings.wikiApi), items: hostOf(settings.wikidataApi) },
    search: settings.names === 'never' ? { state: 'off' } : (now?.search ?? { state: 'idle' }),
    opening: now?.opening ?? null,
    refusal: now?.refusal ?? null,
    on: { search: () => void search(), open: (find) => void open(find), openSettings },
  };
}
