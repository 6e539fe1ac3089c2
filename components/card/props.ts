import type { CardView, EntityKey, Evidence, KnownKind, RunnerUp } from '../../lib/facts';
import type { ArticleState, Familiar, NameState, NestedMention, PicturePlace } from '../../lib/knowledge';
import type { CardNote, NoteGlimpse, NoteName, NotePart } from '../../lib/messages';
import type { EditorSession, Met, Passage } from '../../lib/notes';
import type { UnknownEntry } from '../../lib/page';
import type { Theme } from '../../lib/settings';
import type { Day } from '../../lib/time';
import type { StoryDays } from '../kit';
import type { NoteTrouble } from '../notes/note-field';

/** The words in the story that led here, and why. Null if no words did (opened from the glossary). */
interface CardLink {
  readonly form: string;
  readonly evidence: Evidence;
  readonly runnersUp: readonly RunnerUp[];
}

export interface CardCalls {
  readonly pin: () => void;
  readonly unpin: () => void;
  /** Moves the pinned card by this many CSS px. */
  readonly move: (x: number, y: number) => void;
  readonly close: () => void;
  readonly back: () => void;
  /** A name in the card was pressed. */
  readonly nested: (entity: EntityKey) => void;
  /** "Not this one", but this one instead. */
  readonly choose: (entity: EntityKey) => void;
  /** "Not this one", nor any of the others. */
  readonly refuse: () => void;
  readonly mute: (entity: EntityKey) => void;
  /** "I know this", or no longer. */
  readonly know: (entity: EntityKey, known: boolean) => void;
  /** The whole kind. */
  readonly knowAll: (kind: KnownKind) => void;
  /** The story's day from now on; null: as the page says. */
  readonly setDay: (day: Day | null) => void;
  /** The labelled button: fetch the article once. */
  readonly askArticle: (entity: EntityKey) => void;
  /** The labelled button on an unknown name: ask the open world for it. */
  readonly lookUp: () => void;
  /** Replaces the name with what was found. */
  readonly instead: (entity: EntityKey) => void;
  readonly openLink: (url: string) => void;
  /** Undoes `done`. */
  readonly undo: () => void;
  /** An editor for the note. Null: no note can be written. */
  readonly openEditor: (entity: EntityKey) => Promise<OpenEditor | null>;
  /** The current selection in the story; null: nothing is selected. */
  readonly passage: () => Promise<Passage | null>;
  /** Whose a part of the note is: an entity's; its own key's, to stand apart; null: as the packs say. */
  readonly placeNote: (part: NotePart, place: EntityKey | null) => void;
  /** Opens the card in a window of our own. */
  readonly openBeside: (entity: EntityKey) => void;
  /** Opens the card in the panel beside the story. */
  readonly besideStory: (entity: EntityKey) => void;
  /** The reader has noticed that focus was taken from the editor, and continues. */
  readonly unlock: () => void;
  /** Opens the note in the library. */
  readonly openNotes: (entity: EntityKey) => void;
}

/** A note being written. */
export interface OpenEditor {
  readonly session: EditorSession;
  readonly name: string;
  readonly explain: (why: unknown) => NoteTrouble;
  /** What the card now shows of it. */
  readonly glimpse: () => NoteGlimpse | null;
  /** Removes it; unsaved text continues to be saved. */
  readonly close: () => void;
}

/** Why a press had no effect. */
export type Refusal =
  /** Something may cover the card, or did a moment ago. */
  | 'unseen'
  /** This browser cannot tell whether something covers it. */
  | 'unproven'
  /** It was tried without success. */
  | 'failed';

/** What a press did and can be undone for some seconds. */
export interface Done {
  readonly what: 'muted' | 'refused' | 'chosen' | 'apart' | 'placed' | 'known' | 'knows-all';
  readonly name: string;
  readonly form: string;
  /** For "I know this": its kind, if it has one. */
  readonly kind?: KnownKind | null;
}

export interface CardProps {
  readonly view: CardView;
  /** Null while only the preview is there. */
  readonly article: ArticleState | null;
  readonly nested: readonly NestedMention[];
  /** Absent for a name that no pack knows. */
  readonly familiar?: Familiar | undefined;
  /** In how many other stories it was met; absent if that is not recorded. */
  readonly met?: Met | null | undefined;
  /** An unknown name: what the story says about it, and what the open world has. */
  readonly unknown: { readonly entry: UnknownEntry; readonly state: NameState } | null;
  /** If there is room for a picture, another script shows it there. */
  readonly picture?: PicturePlace | undefined;
  /** If there is room for a map, another script shows it there. */
  readonly map?: boolean | undefined;
  /** How the card is held open (the same words as `CardMode` in lib/hover), or that it is in our own page. */
  readonly mode: 'hover' | 'pinned' | 'focus' | 'sheet' | 'own-page';
  /** The reader came to write: an editor that opens automatically takes focus. */
  readonly writes?: boolean;
  /** Number of cards below; the nearest one's name is on Back. */
  readonly depth: number;
  readonly backTo: string | null;
  /** False if no further card can be opened on top. */
  readonly canNest: boolean;
  readonly link: CardLink | null;
  /** The story's; null if there is no story whose day could be set. */
  readonly days: StoryDays | null;
  readonly theme: Theme;
  /** The last press had no effect; explained in the foot. */
  readonly refusal: Refusal | null;
  readonly done: Done | null;
  /** It will be shown beside the story once the reader opens the panel: with this key, if any. */
  readonly waits?: { readonly key: string | null } | null;
  /** Focus was taken from the editor: `checking` whether by the reader, `taken` if not. */
  readonly lock: 'none' | 'checking' | 'taken';
  readonly on: CardCalls;
  /** The reader's own note; null while only the preview is there. */
  readonly note: CardNote | null;
  /** Its parts written under other keys, or that may belong to it. */
  readonly parts: readonly NotePart[];
  /** Other notes that name the entity. */
  readonly namedIn: readonly NoteName[];
  /** There is a story in which words can be selected. */
  readonly canQuote: boolean;
}
