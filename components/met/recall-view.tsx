/** One question after another: who is that? The back shows the answer and the story where it was met. */
import { useEffect, useRef } from 'preact/hooks';
import type { Kind } from '../../lib/facts';
import type { Grade } from '../../lib/recall';
import type { Day } from '../../lib/time';
import { Button, formatDay, type MessageKey, useText } from '../kit';
import { StoryLink } from '../notes';
import './met.css';

export interface RecallCard {
  readonly name: string;
  readonly kind: Kind;
  /** What it is, and what it was on the story's day. */
  readonly lines: readonly string[];
  readonly story: { readonly url: string; readonly title: string; readonly day: Day | null };
  /** In how many days it is asked again, for each answer. */
  readonly days: Readonly<Record<Grade, number>>;
}

export interface RecallViewProps {
  /** Null: nothing left to ask. */
  readonly card: RecallCard | null;
  readonly turned: boolean;
  readonly left: number;
  readonly onTurn: () => void;
  readonly onGrade: (grade: Grade) => void;
  readonly onEnd: () => void;
}

const WORDS: Readonly<Record<Grade, MessageKey>> = {
  no: 'recall_no',
  yes: 'recall_yes',
  easily: 'recall_easily',
};
const ORDER: readonly Grade[] = ['no', 'yes', 'easily'];

export function RecallView({ card, turned, left, onTurn, onGrade, onEnd }: RecallViewProps) {
  const text = useText();
  const { t, count } = text;
  const question = useRef<HTMLHeadingElement>(null);
  // The pressed button is gone.
  useEffect(() => question.current?.focus(), [card?.name, turned]);
  if (card === null)
    return (
      <section class="recall">
        <h3 ref={question} tabIndex={-1}>
          {t('recall_done')}
        </h3>
        <Button onClick={onEnd}>{t('recall_end')}</Button>
      </section>
    );
  return (
    <section class="recall">
      <p class="when">{count('recall_left', left)}</p>
      <h3 ref={question} dir="auto" tabIndex={-1}>
        {card.name}
      </h3>
      <p>{t(card.kind === 'person' ? 'recall_who' : 'recall_what')}</p>
      {turned ? (
        <>
          <div class="recall-back">
            {card.lines.map((line) => (
              <p key={line} dir="auto">
                {line}
              </p>
            ))}
            <p class="when">
              <StoryLink url={card.story.url} title={card.story.title} />
              {card.story.day !== null && ` · ${formatDay(text, card.story.day)}`}
            </p>
          </div>
          <p>{t('recall_ask')}</p>
          <div class="recall-grades">
            {ORDER.map((grade) => (
              <Button key={grade} look="framed" onClick={() => onGrade(grade)}>
                {t(WORDS[grade])} · {count('recall_days', card.days[grade])}
              </Button>
            ))}
          </div>
        </>
      ) : (
        <Button look="framed" onClick={onTurn}>
          {t('recall_turn')}
        </Button>
      )}{' '}
      <Button onClick={onEnd}>{t('recall_end')}</Button>
    </section>
  );
}
