/** What the names of a story were on its day, asked for when there are others, another day, or more is known. */
import { useEffect, useState } from 'preact/hooks';
import type { NameSenses } from '../../lib/knowledge';
import { callBackground, type GlossaryAnswer } from '../../lib/messages';
import type { Day } from '../../lib/time';

interface SensesOptions {
  /** Null: no story is there. */
  readonly glossary: GlossaryAnswer | null;
  readonly inPrivate: boolean;
  /** Another one whenever something was looked up. */
  readonly known: unknown;
  /** Another one whenever the reader has said that a name is known. */
  readonly said: unknown;
}

/** Null until they are known for the first time: a list that is sorted anew under the eyes is worse than one 20 ms later. */
export function useSenses({ glossary, inPrivate, known, said }: SensesOptions): NameSenses | null {
  const [told, setTold] = useState<{ readonly of: Day | null; readonly senses: NameSenses } | null>(null);
  const entities = glossary?.entries.map(({ entity }) => entity) ?? [];
  const day = glossary?.day ?? null;
  const which = JSON.stringify([entities, day]);

  useEffect(() => {
    if (glossary === null) return;
    let isLatest = true;
    const asked =
      entities.length === 0 ? Promise.resolve({}) : callBackground('nameSenses', { entities, day, inPrivate });
    // Names without senses are better than no names.
    void asked
      .catch(() => ({}))
      .then((found) => {
        if (isLatest) setTold({ of: day, senses: found });
      });
    return () => {
      isLatest = false;
    };
  }, [which, glossary === null, known, said]);
  return told && (told.of === day ? told.senses : undated(told.senses));
}

/** What was so on another day is not shown for a moment. */
const undated = (senses: NameSenses): NameSenses =>
  Object.fromEntries(Object.entries(senses).map(([key, sense]) => [key, { ...sense, lines: [] }]));
