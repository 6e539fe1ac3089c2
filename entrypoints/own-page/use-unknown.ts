/** The unknown names of a story: what is stored about them, and looking up all of them at the reader's press. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { UnknownNamesProps } from '../../components/glossary';
import type { EntityKey } from '../../lib/facts';
import type { LookUpProgress, NameState } from '../../lib/knowledge';
import { callBackground, type GlossaryAnswer } from '../../lib/messages';
import { wantedOf } from '../../lib/page';

/** ms between two looks at the progress. */
const PROGRESS_MS = 200;
/** The most important in the story; each is an item of some kilobytes. */
const MOST_REFRESHED = 20;
/** Names of a story in one request. */
const MOST_NAMES = 300;

export interface Unknown extends Omit<UnknownNamesProps, 'on'> {
  readonly lookUp: () => void;
  readonly cancel: () => void;
}

interface UnknownOptions {
  readonly tab: number;
  readonly inPrivate: boolean;
  /** Null: there is no story. */
  readonly glossary: GlossaryAnswer | null;
  /** The list of names may have changed. */
  readonly changed: () => void;
}

export function useUnknown({ tab, inPrivate, glossary, changed }: UnknownOptions): Unknown {
  const [states, setStates] = useState<Readonly<Record<string, NameState>>>({});
  const [due, setDue] = useState<readonly EntityKey[]>([]);
  const [progress, setProgress] = useState<LookUpProgress | null>(null);
  const [outcome, setOutcome] = useState<UnknownNamesProps['outcome']>(null);
  const life = useRef(new AbortController());
  const entries = glossary?.entries ?? [];
  const here = new Set(entries.map(({ entity }) => entity));
  const all = (glossary?.unknown ?? []).slice(0, MOST_NAMES);
  // What was just found may be in both lists until the story has been read again.
  const names = all.filter(({ name }) => {
    const state = states[name];
    return !(state?.state === 'found' && here.has(state.found.entity));
  });
  const day = glossary?.day ?? null;
  const which = JSON.stringify([names.map(({ name }) => name), entries.map(({ entity }) => entity), day]);

  useEffect(() => () => life.current.abort(), []);
  useEffect(() => {
    if (names.length === 0) return;
    const asked = names.map(({ name, language }) => ({ name, language }));
    void callBackground('nameStates', { names: asked, inPrivate }).then(setStates, () => {});
    const known = [...entries].sort((one, other) => other.salience - one.salience).map(({ entity }) => entity);
    void callBackground('agedEntities', { entities: known, day, most: MOST_REFRESHED }).then(setDue, () => {});
  }, [which]);

  async function lookUp(): Promise<void> {
    const before = states;
    setOutcome(null);
    setProgress({ done: 0, of: names.length, requests: 0 });
    const timer = setInterval(async () => {
      const told = await callBackground('lookUpProgress', { tab }).catch(() => null);
      if (told && !life.current.signal.aborted) setProgress((now) => now && told);
    }, PROGRESS_MS);
    const asked = {
      tab,
      names: names.map(wantedOf),
      refresh: due,
      day,
      inPrivate,
    };
    const answer = await callBackground('lookUpNames', asked).catch((thrown) => ({
      states: before,
      trouble: { state: 'failed' as const, reason: String(thrown) },
    }));
    clearInterval(timer);
    if (life.current.signal.aborted) return;
    const count = (is: (state: NameState | undefined) => boolean) =>
      names.filter(({ name }) => is(answer.states[name]) && !is(before[name])).length;
    const found = count((state) => state?.state === 'found' && state.sure);
    const perhaps = count(
      (state) =>
        state?.state === 'several' ||
        (state?.state === 'found' && !state.sure) ||
        (state?.state === 'nobody' && state.lists.length > 0),
    );
    setStates(answer.states);
    setProgress(null);
    setOutcome({ found, perhaps, trouble: answer.trouble });
    changed();
  }

  const nameOf = new Map(entries.map(({ entity, name }) => [entity, name]));
  return {
    names,
    states,
    refresh: due.flatMap((key) => nameOf.get(key) ?? []),
    progress,
    outcome,
    lookUp: () => void lookUp(),
    cancel: () => void callBackground('cancelLookUp', { tab }).catch(() => {}),
  };
}
