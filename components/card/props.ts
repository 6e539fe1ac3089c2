import type { CardView, EntityKey, Evidence, KnownKind, RunnerUp } from '../../lib/facts';
import type { ArticleState, Familiar, NameState, NestedMention, PicturePlace } from '../../lib/knowledge';
import type { CardNote, NoteGlimpse, NoteName, NotePart } from '../../lib/messages';
import type { EditorSession, Met, Passage } from '../../lib/notes';
import type { UnknownEntry } from '../../lib/page';
import type { Theme } from '../../lib/settings';
import type { Day } from '../../lib/time';
import type { StoryDays } from '../kit';
import type { NoteTrouble } from '../notes/note-field';

/** The words of the story that led here, and why. Null where no words did (opened from the glossary). */
interface CardLink {
  readonly form: string;
  readonly evidence: Evidence;
  readonly runnersUp: readonly RunnerUp[];
}

export interface CardCalls {
  readonly pin: () => void;
  readonly unpin: () => void;
  /** The pinned card by so many CSS px. */
  readonly move: (x: number, y: number) => void;
  readonly close: () => void;
  readonly back: () => void;
  /** A name in the card was pressed. */
  readonly nested: (entity: EntityKey) => void;
  /** "Not this one", and this one instead. */
  readonly choose: (entity: EntityKey) => void;
  /** "Not this one", and none of the others. */
  readonly refuse: () => void;
  readonly mute: (entity: EntityKey) => void;
  /** "I know this", or no more. */
  readonly know: (entity: EntityKey, known: boolean) => void;
  /** All of its kind. */
  readonly knowAll: (kind: KnownKind) => void;
  /** The day of the story from now on; null: as the page says. */
  readonly setDay: (day: Day | null) => void;
  /** The labelled button: fetch the article once. */
  readonly askArticle: (entity: EntityKey) => void;
  /** The labelled button on a name that no pack knows: ask the open world for it. */
  readonly lookUp: () => void;
  /** What it found, in place of the name. */
  readonly instead: (entity: EntityKey) => void;
  readonly openLink: (url: string) => void;
  /** Undoes what `done` tells of. */
  readonly undo: () => void;
  /** An editor of the note. Null: there is no note to be had. */
  readonly openEditor: (entity: EntityKey) => Promise<OpenEditor | null>;
  /** What is selected in the story now; null: nothing is. */
  readonly passage: () => Promise<Passage | null>;
  /** Whose a part of the note is: an entity's; its own key's, to stand apart; null: as the packs say. */
  readonly placeNote: (part: NotePart, place: EntityKey | null) => void;
  /** The card in a window of our own. */
  readonly openBeside: (entity: EntityKey) => void;
  /** The card in the panel beside the story. */
  readonly besideStory: (entity: EntityKey) => void;
  /** The reader has seen that the focus was taken from the editor, and writes on. */
  readonly unlock: () => void;
  /** The note in the library. */
  readonly openNotes: (entity: EntityKey) => void;
}

/** A note that is being written. */
export interface OpenEditor {
  readonly session: EditorSession;
  readonly name: string;
  readonly explain: (why: unknown) => NoteTrouble;
  /** What the card shows of it now. */
  readonly glimpse: () => NoteGlimpse | null;
  /** Takes it away; what is not stored yet goes on being stored. */
  readonly close: () => void;
}

/** Why a press was not followed. */
export type Refusal =
  /** Something may lie over the card, or lay over it a moment ago. */
  | 'unseen'
  /** This browser cannot tell whether something lies over it. */
  | 'unproven'
  /** It was tried and came to nothing. */
  | 'failed';

/** What was done at a press and can be undone for some seconds. */
export interface Done {
  readonly what: 'muted' | 'refused' | 'chosen' | 'apart' | 'placed' | 'known' | 'knows-all';
  readonly name: string;
  readonly form: string;
  /** Of what is known: its kind, where it has one. */
  readonly kind?: KnownKind | null;
}

export interface CardProps {
  readonly view: CardView;
  /** Null while only the preview is there. */
  readonly article: ArticleState | null;
  readonly nested: readonly NestedMention[];
  /** Absent: it is a name that no pack knows. */
  readonly familiar?: Familiar | undefined;
  /** In how many other stories it was met; nothing where that is not kept. */
  readonly met?: Met | null | undefined;
  /** A name that no pack knows: what the story says of it, and what the open world does. */
  readonly unknown: { readonly entry: UnknownEntry; readonly state: NameState } | null;
  /** Where there is a place for a picture, another script shows it there. */
  readonly picture?: PicturePlace | undefined;
  /** How the card is held open (the same words as `CardMode` of lib/hover), or that it stands in a page of ours. */
  readonly mode: 'hover' | 'pinned' | 'focus' | 'sheet' | 'own-page';
  /** The reader came to write: where the editor opens by itself, it takes the focus. */
  readonly writes?: boolean;
  /** Cards below this one; the name of the nearest stands on Back. */
  readonly depth: number;
  readonly backTo: string | null;
  /** False when no further card can be opened on top. */
  readonly canNest: boolean;
  readonly link: CardLink | null;
  /** Of the story; null where there is none whose day could be set. */
  readonly days: StoryDays | null;
  readonly theme: Theme;
  /** What was pressed last was not done; said by the foot. */
  readonly refusal: Refusal | null;
  readonly done: Done | null;
  /** It is to be shown beside the story once the reader has opened the panel: by this key, where there is one. */
  readonly waits?: { readonly key: string | null } | null;
  /** The focus was taken from the editor: `checking` whether the reader did that, `taken` if not. */
  readonly lock: 'none' | 'checking' | 'taken';
  readonly on: CardCalls;
  /** The reader's own note; null while only the preview is there. */
  readonly note: CardNote | null;
  /** Parts of it that were written under other keys, or may belong to it. */
  readonly parts: readonly NotePart[];
  /** Other notes that name the entity. */
  readonly namedIn: readonly NoteName[];
  /** There is a story in which words can be selected. */
  readonly canQuote: boolean;
}
