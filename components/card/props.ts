import type { ComponentChildren } from 'preact';
import type { CardView, EntityKey, Evidence, RunnerUp } from '../../lib/facts';
import type { ArticleState, NestedMention } from '../../lib/messages';
import type { Theme } from '../../lib/settings';

/** The words of the story that led here, and why. Null where no words did (opened from the glossary). */
interface CardLink {
  readonly form: string;
  readonly evidence: Evidence;
  readonly runnersUp: readonly RunnerUp[];
}

export interface CardCalls {
  readonly pin: () => void;
  readonly unpin: () => void;
  readonly close: () => void;
  readonly back: () => void;
  /** A name in the card was pressed. */
  readonly nested: (entity: EntityKey) => void;
  /** "Not this one", and this one instead. */
  readonly choose: (entity: EntityKey) => void;
  /** "Not this one", and none of the others. */
  readonly refuse: () => void;
  readonly mute: (entity: EntityKey) => void;
  /** The labelled button: fetch the article once. */
  readonly askArticle: (entity: EntityKey) => void;
  readonly openLink: (url: string) => void;
}

export interface CardProps {
  readonly view: CardView;
  /** Null while only the preview is there. */
  readonly article: ArticleState | null;
  readonly nested: readonly NestedMention[];
  /** How the card is held open (the same words as `CardMode` of lib/hover). */
  readonly mode: 'hover' | 'pinned' | 'focus' | 'sheet';
  /** Cards below this one; the name of the nearest stands on Back. */
  readonly depth: number;
  readonly backTo: string | null;
  /** False when no further card can be opened on top. */
  readonly canNest: boolean;
  readonly link: CardLink | null;
  readonly theme: Theme;
  /** What was pressed came to nothing; said once, by the foot. */
  readonly failed: boolean;
  readonly on: CardCalls;
  /** What stands between the knowledge and the foot, e.g. the reader's note. */
  readonly children?: ComponentChildren;
}
