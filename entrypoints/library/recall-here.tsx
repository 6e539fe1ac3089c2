/** Connects recall: whom to ask about, and when again. The answers come from the packs and are never stored. */
import { useEffect, useState } from 'preact/hooks';
import { senseWords, type Text, useText } from '../../components/kit';
import { type RecallCard, RecallView } from '../../components/met';
import type { EntityKey } from '../../lib/facts';
import { callBackground } from '../../lib/messages';
import type { Sighting } from '../../lib/notes';
import { GRADES, type Grade, type Next, scheduled } from '../../lib/recall';
import { recall } from './stores';

/** New questions per day. */
const NEW_A_DAY = 10;
const DAY_MS = 86_400_000;

interface Question extends Omit<RecallCard, 'days'> {
  readonly entity: EntityKey;
  readonly next: Readonly<Record<Grade, Next>>;
}

interface RecallHereProps {
  /** For each name the story where it was met last; latest first. */
  readonly met: readonly Sighting[];
  readonly onEnd: () => void;
}

export function RecallHere({ met, onEnd }: RecallHereProps) {
  const text = useText();
  /** Null: not read yet. The first one is being asked. */
  const [questions, setQuestions] = useState<readonly Question[] | null>(null);
  const [turned, setTurned] = useState(false);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    void questionsOf(text, met, Date.now()).then(setQuestions, () => setFailed(true));
  }, []);

  if (failed) return <p class="error">{text.t('library_unavailable')}</p>;
  if (questions === null) return null;
  const [first, ...others] = questions;
  const daysOf = (next: Question['next']) =>
    Object.fromEntries(GRADES.map((grade) => [grade, next[grade].days])) as Record<Grade, number>;
  return (
    <RecallView
      card={first ? { ...first, days: daysOf(first.next) } : null}
      turned={turned}
      left={questions.length}
      onTurn={() => setTurned(true)}
      onGrade={(grade) => {
        if (!first) return;
        void recall.save(first.entity, first.next[grade]).then(
          () => {
            setTurned(false);
            setQuestions(others);
          },
          () => setFailed(true),
        );
      }}
      onEnd={onEnd}
    />
  );
}

/** What is due, most overdue first, then people and events that were never asked about. */
async function questionsOf(text: Text, met: readonly Sighting[], now: number): Promise<readonly Question[]> {
  const [rows, begun] = await Promise.all([
    recall.of(met.map(({ entity }) => entity)),
    recall.begunSince(now - DAY_MS),
  ]);
  const dueOf = ({ entity }: Sighting) => rows.get(entity)?.due ?? 0;
  const due = met
    .filter((one) => rows.has(one.entity) && dueOf(one) <= now)
    .sort((one, other) => dueOf(one) - dueOf(other));
  const fresh = met.filter(({ entity }) => !rows.has(entity));
  const asked = {
    due: due.map(metThen),
    fresh: fresh.map(metThen),
    most: Math.max(0, NEW_A_DAY - begun),
  };
  const subjects = await callBackground('recallSubjects', asked);
  const stories = new Map(met.map((one) => [one.entity, one]));
  return subjects.flatMap(({ entity, name, kind, sense }) => {
    const story = stories.get(entity);
    const lines = [sense.gloss, senseWords(text, sense)].filter((line) => line !== '');
    if (!story || lines.length === 0) return [];
    const next = scheduled(rows.get(entity)?.memory ?? null, now);
    return [{ entity, name, kind, lines, story, next }];
  });
}

const metThen = ({ entity, day }: Sighting) => ({ entity, day });
