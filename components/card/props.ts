import type { CardView, EntityKey, Evidence, RunnerUp } from '../../lib/facts';
import type { ArticleState, CardNote, NestedMention, NoteFrameNews, NoteName } from '../../lib/messages';
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
  /** Puts the editor into `slot`, with the selected passage if `quoting`; returns what takes it away again. */
  readonly writeNote: (
    slot: HTMLElement,
    entity: EntityKey,
    quoting: boolean,
    tell: (news: Extract<NoteFrameNews, { type: 'stored' | 'done' | 'refused' }>) => void,
  ) => () => void;
  /** The note in the library, where no frame can be. */
  readonly openNotes: (entity: EntityKey) => void;
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
  /** The reader's own note; null while only the preview is there. */
  readonly note: CardNote | null;
  /** Other notes that name the entity. */
  readonly namedIn: readonly NoteName[];
  /** Something of the story is selected. */
  readonly canQuote: boolean;
}
