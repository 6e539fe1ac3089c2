/** The background of the story, requested once for each state of it, whichever of its tabs the reader opens. */
import { useEffect, useState } from 'preact/hooks';
import type { Read } from '../../components/kit';
import { callBackground, type GlossaryAnswer } from '../../lib/messages';
import type { StoryBackground, StoryEntity } from '../../lib/story-background';
import type { Day } from '../../lib/time';

interface Asked {
  readonly key: string;
  readonly answer: Promise<StoryBackground>;
}

let last: Asked | null = null;

function ask(entities: readonly StoryEntity[], day: Day | null, inPrivate: boolean): Asked {
  const key = JSON.stringify([entities, day, inPrivate]);
  if (last?.key === key) return last;
  const asked: Asked = { key, answer: callBackground('storyBackground', { entities, day, inPrivate }) };
  last = asked;
  // What failed once may succeed the next time.
  asked.answer.catch(() => {
    if (last === asked) last = null;
  });
  return asked;
}

export function useStoryBackground(
  { entries, day }: Pick<GlossaryAnswer, 'entries' | 'day'>,
  inPrivate: boolean,
): { readonly read: Read<StoryBackground>; readonly retry: () => void } {
  const [read, setRead] = useState<Read<StoryBackground>>(null);
  const [tries, setTries] = useState(0);
  const entities = entries.map(({ entity, salience }) => ({ entity, salience }));
  const key = JSON.stringify([entities, day, inPrivate]);
  useEffect(() => {
    let stale = false;
    ask(entities, day, inPrivate).answer.then(
      (answer) => !stale && setRead(answer),
      () => !stale && setRead('unavailable'),
    );
    return () => {
      stale = true;
    };
  }, [key, tries]);
  const retry = () => {
    setRead(null);
    setTries(tries + 1);
  };
  return { read, retry };
}
