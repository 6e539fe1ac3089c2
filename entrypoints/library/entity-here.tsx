/**
 * Connects the page of an entity: what the packs say as of a day, the reader's note on it, the stories in which it was
 * met.
 */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Read } from '../../components/kit';
import { EntityPageView } from '../../components/knowledge';
import '../../components/knowledge/knowledge.css';
import { fragmentOf, type Sought } from '../../components/library';
import { SeenIn } from '../../components/notes/seen-in';
import type { EntityKey } from '../../lib/facts';
import type { KnownPage } from '../../lib/knowledge';
import { callBackground } from '../../lib/messages';
import type { Day } from '../../lib/time';
import { notes, sightings } from './stores';
import { useWatched, useWatchedOr } from './use-watched';

interface EntityHereProps {
  readonly entity: EntityKey;
  readonly day: Day | null;
  readonly sought: Sought;
  /** Are the stories recorded in which names were met? */
  readonly history: boolean;
  readonly onHistory: (kept: boolean) => void;
  /** A private window has its own, empty database: notes and stories are not reported as missing there. */
  readonly inPrivate: boolean;
  /** For the title of the window. */
  readonly onNamed: (name: string) => void;
}

export function EntityHere({ entity, day, sought, history, onHistory, inPrivate, onNamed }: EntityHereProps) {
  const known = useKnown(entity, day, onNamed);
  const key = known !== null && known !== 'unavailable' && known.state === 'known' ? known.page.entity : entity;
  const note = useWatched(
    useCallback(async () => (inPrivate ? null : ((await notes.whole(key)) ?? ('none' as const))), [key, inPrivate]),
  );
  const met = useWatchedOr(
    useCallback(async () => (inPrivate ? [] : sightings.of(key)), [key, inPrivate]),
    [],
  );
  return (
    <EntityPageView
      entity={key}
      known={known}
      day={day}
      sought={sought}
      note={note}
      stories={!inPrivate && <SeenIn history={history} sightings={met} onKeep={onHistory} />}
      onDay={(next) => {
        location.hash = fragmentOf({ at: 'entity', entity, day: next });
      }}
    />
  );
}

/** When the day changes, the previous page stays until the next has arrived. */
function useKnown(entity: EntityKey, day: Day | null, onNamed: (name: string) => void): Read<KnownPage> {
  const [known, setKnown] = useState<Read<KnownPage>>(null);
  useEffect(() => {
    let here = true;
    const show = (answer: Read<KnownPage>) => {
      if (!here) return;
      setKnown(answer);
      if (answer !== null && answer !== 'unavailable' && answer.state === 'known') onNamed(answer.page.name);
    };
    callBackground('entityPage', { entity, day }).then(show, () => show('unavailable'));
    return () => {
      here = false;
    };
  }, [entity, day]);
  return known;
}
