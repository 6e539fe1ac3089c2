/** What the contexts say to each other. It is long because every call is defined here, once. */

import type { Clues, StoryDay } from '../dating';
import type { EntityKey } from '../facts';
import type {
  ArticleState,
  CacheUsage,
  FoundKnowledge,
  KnowledgeOutline,
  KnowledgeQuery,
  KnownCard,
  KnownPage,
  LookUpProgress,
  NameSenses,
  NameState,
  NamesAnswer,
  PackSummary,
  PicturePlace,
  PictureState,
  RecallQuery,
  RecallSubject,
  RequestEntry,
  WorldFinds,
  WorldItem,
} from '../knowledge';
import type { NamePlace, ScanAnswer, ScanStory } from '../linking';
import type { WantedName } from '../lookup';
import type { Locator } from '../map';
import type { Met, NoteSubject, Passage } from '../notes';
import type { GlossaryEntry, KeyedName, UnknownEntry } from '../page';
import type { RemoteId } from '../remote-kinds';
import type { SiteAnswer } from '../settings';
import type { StoryBackground, StoryEntity } from '../story-background';
import type { SyncStep } from '../sync';
import type { Day } from '../time';
import type { CallErrorCode } from './call-error';
import type { FrameContent, FromCard, ToCard } from './card-talk';

/** The part of the reader's note that a card shows before it is opened for writing. */
export interface NoteGlimpse {
  readonly text: string;
  readonly tags: readonly string[];
  readonly quotes: number;
  readonly changedOn: Day;
}

/** A note as it goes into an exported file of a story's names. */
export interface NoteCopy extends Omit<NoteGlimpse, 'quotes'> {
  readonly quotes: readonly Passage[];
}

export type CardNote =
  | { readonly state: 'none' }
  | { readonly state: 'noted'; readonly note: NoteGlimpse }
  | { readonly state: 'private'; readonly note: NoteGlimpse | null } // a private window: shown, never written
  | { readonly state: 'failed' };

/** A part of the reader's note in a document of its own, edited separately. */
export interface NotePart {
  /** The key it was written under. */
  readonly entity: EntityKey;
  /** The entity's name at that time. */
  readonly name: string;
  readonly note: NoteGlimpse;
  /**
   * `joined`: the packs found that its entity is this one; `placed`: the reader said it belongs here; `asks`: it was
   * written when Backstory took these for one entity, and it is not yet decided whose it is.
   */
  readonly why: 'joined' | 'placed' | 'asks';
  readonly asks: readonly NoteName[];
}

export interface CardAnswer extends KnownCard {
  readonly note: CardNote;
  readonly parts: readonly NotePart[];
  /** Other notes of the reader that name the entity. */
  readonly namedIn: readonly NoteName[];
  /** Absent: no place for one. */
  readonly picture?: PicturePlace | undefined;
  /** It is a place and its location is known: a map can be asked for. */
  readonly map?: boolean;
  /** In how many other stories it was met; null: no history is kept. */
  readonly met?: Met | null;
  /** The reader wants every missing article: it may be requested once the card is seen. */
  readonly automatic: boolean;
}

export interface NoteName {
  readonly entity: EntityKey;
  readonly name: string;
}

/** What the reader wrote about one entity: the note, and its parts in documents of their own. */
export interface NotesOn {
  readonly entity: EntityKey;
  readonly notes: readonly NoteGlimpse[];
}

export interface NameCardAnswer {
  readonly key: EntityKey;
  readonly state: NameState;
  readonly note: CardNote;
}

/** The answer of a tab's reader script to the popup. */
export type GlossaryAnswer = GlossarySoFar & GlossaryState;

interface GlossarySoFar {
  readonly title: string;
  /** The day cards are relative to, and the page's own: the reader may have set another. */
  readonly day: Day | null;
  readonly pageDay: Day | null;
  readonly entries: readonly GlossaryEntry[];
  /** Names in the story that no pack knows, in order of appearance. */
  readonly unknown: readonly UnknownEntry[];
  readonly marksHidden: boolean;
}

export type GlossaryState =
  | { readonly state: 'ready' }
  | { readonly state: 'scanning' }
  | { readonly state: 'not-an-article' } // judged by its looks; the reader may overrule that
  | { readonly state: 'off-limits' } // private, or not HTML: never read
  | { readonly state: 'failed'; readonly code: CallErrorCode }; // the background did not answer for all blocks

/** The settings a reader script must know; all others stay out of the pages' processes. */
export interface ReaderWishes {
  readonly marksHidden: boolean;
  readonly restMs: number;
  readonly theme: 'system' | 'light' | 'dark';
  /** Show a button beside a selection. */
  readonly selectionButton: boolean;
  /** Whether to be told which cards were read. */
  readonly history: boolean;
  /** Changes whenever different names would be marked in the same story; reveals nothing else. */
  readonly rules: string;
}

/** Sent by reader scripts, which live beside the page's own scripts: nothing here reveals notes or has an effect. */
export interface BackgroundCalls {
  /**
   * May a reader script begin in this frame, and how? Null: not where the reader switched the tab's site off, whatever
   * the frame. One question, since each costs the page as much as reading ten paragraphs.
   */
  mayRead(ask: Record<string, never>): ReaderWishes | null;
  /** A scout cannot rule its document out: may the reader script come? True: it has. */
  readHere(ask: Record<string, never>): boolean;
  wishes(ask: Record<string, never>): ReaderWishes;
  /** On which day was this tab's story published? */
  storyDay(ask: { readonly clues: Clues }): StoryDay;
  scan(ask: { readonly story: ScanStory }): ScanAnswer;
  /** The whole story again, once it is scanned: which of its names are unknown? `named`: where the mentions are. */
  unknownNames(ask: { readonly story: ScanStory; readonly named: readonly NamePlace[] }): readonly KeyedName[];
  /**
   * A card's frame is about to be made: `card` is 128 random bits with which the frame connects, once. Answers whether
   * the browser fills this page's frames by itself, or only when asked to now (`activeTab`).
   */
  beginCard(ask: { readonly card: string; readonly holds: FrameContent }): { readonly granted: boolean };
  /** Puts the door into every frame of this tab: only `activeTab` gives access to them. */
  openDoors(ask: Record<string, never>): void;
  /** Puts the script of the selection button into this document, if the reader wants it. */
  selectionButton(ask: Record<string, never>): void;
  /** Throws `card-gone` if that card's frame is missing or not ours. */
  tellCard(ask: { readonly card: string; readonly say: ToCard }): void;
  /** A card was read in a story; stored only while history is on, never from a private window. */
  seen(ask: { readonly entity: EntityKey } & Omit<Passage, 'text'>): void;
}

/**
 * `here`: the panel shows the card. `waits`: the browser accepts no press in a page for it; `key`: the shortcut that
 * opens it, if any.
 */
export type BesideStory = { readonly state: 'here' } | { readonly state: 'waits'; readonly key: string | null };

/**
 * `sight`: the button was fully visible before the press, or is in one of our pages; `none`: this browser cannot tell.
 */
export type SightProof = 'sight' | 'none';

/** Sent by a card's frame over its own port, and by our own pages. Refused to scripts in web pages. */
export interface CardCalls {
  /**
   * The full card; `here` are the entities named in the story, whose ties come first. `inPrivate`: as for `article`; `tab`:
   * the story's. Both are trusted only from our own pages.
   */
  card(ask: {
    readonly entity: EntityKey;
    readonly day: Day | null;
    readonly here: readonly EntityKey[];
    readonly tab?: number | null | undefined;
    readonly inPrivate?: boolean | undefined;
  }): CardAnswer;
  /**
   * Fetches the article once, because the reader pressed the labelled button (`sight`: it was fully visible before;
   * `none`: this browser cannot tell) or wants every article (`consent`). Throws `refused` if that is not enough.
   * `inPrivate`: for a private window, which browsers do not reveal when the toolbar popup asks.
   */
  article(ask: {
    readonly entity: EntityKey;
    readonly proof: SightProof | 'consent';
    readonly inPrivate?: boolean | undefined;
  }): ArticleState;
  /** The script that shows pictures or maps, or opens notes, is loaded into a card's frame when it is first wanted. */
  cardPart(ask: { readonly part: 'picture' | 'map' | 'note' }): void;
  /** A map of where a place lies, as wide as asked, in CSS px; `here`: see `card`. Null: its location is unknown. */
  placeMap(ask: {
    readonly entity: EntityKey;
    readonly here: readonly EntityKey[];
    readonly width: number;
    readonly inPrivate?: boolean | undefined;
  }): Locator | null;
  /** An entity's picture; `press`: the proof that its labelled button was pressed; null: only if it is stored. */
  picture(ask: {
    readonly entity: EntityKey;
    readonly press: SightProof | null;
    readonly inPrivate?: boolean | undefined;
  }): PictureState;
  /** What is known about a name that no pack has, without the network. */
  nameCard(ask: { readonly name: WantedName; readonly inPrivate?: boolean | undefined }): NameCardAnswer;
  /** Asks the open world for one name; needs the same proof as `article`. */
  lookUpName(ask: {
    readonly name: WantedName;
    readonly day: Day | null;
    readonly proof: SightProof;
    readonly inPrivate?: boolean | undefined;
  }): NameState;
  /** "Not this one": never again this entity for this form; `refused: false` takes it back. */
  refuse(ask: {
    readonly entity: EntityKey;
    readonly form: string;
    readonly refused: boolean;
    readonly proof: SightProof;
  }): void;
  mute(ask: {
    readonly entity: EntityKey;
    readonly muted: boolean;
    readonly proof: SightProof;
    readonly inPrivate?: boolean | undefined;
  }): void;
  /** "I know this": no more marks. `entity`: a key, or a whole kind (`keyOfKind`). */
  know(ask: {
    readonly entity: string;
    readonly known: boolean;
    readonly proof: SightProof;
    readonly inPrivate?: boolean | undefined;
  }): void;
  /**
   * Sets the day of a tab's story, stored under its address; null: as the page says. `tab`: only our own pages name
   * one, a card's frame has its own.
   */
  chooseDay(ask: {
    readonly day: Day | null;
    readonly tab: number | null;
    readonly proof: SightProof;
    readonly inPrivate?: boolean | undefined;
  }): void;
  /** Whom a note about that entity concerns, according to the packs, else the note itself; null if unknown. */
  noteSubject(ask: { readonly entity: EntityKey }): NoteSubject | null;
  /**
   * Sends an editor's changes and returns what it lacks; bytes are base64. Answered after the commit. Refused in
   * private windows.
   */
  exchangeNote(ask: { readonly subject: NoteSubject; readonly update: string | null; readonly vector: string }): {
    readonly update: string | null;
    readonly savedAt: number | null;
  };
  /** Whose the note written under that key is: its own key's, to stand apart; null: as the packs say. */
  placeNote(ask: { readonly entity: EntityKey; readonly place: EntityKey | null }): void;
  /** Opens the library at that entity's note. */
  openNotes(ask: { readonly entity: EntityKey }): void;
  /** Opens that card in the popup, or in a small window of our own, which no page can cover. */
  openBeside(ask: { readonly entity: EntityKey; readonly day: Day | null }): void;
  /** Opens that card in the panel beside the story, within the press, or leaves it for when the panel opens. */
  besideStory(ask: { readonly entity: EntityKey; readonly day: Day | null }): BesideStory;
  /** Opens an address in a new tab (a page might not let a card's link through). */
  openLink(ask: { readonly url: string }): void;
  /** Looks up this tab's selection, as the menu and the key do. */
  lookUpSelected(ask: Record<string, never>): void;
}

/** Sent by the popup, the library and the welcome page to the background; refused to scripts in web pages. */
export interface OwnPageCalls {
  site(ask: { readonly tabId: number }): SiteAnswer;
  /** The popup's site switch; acts on open tabs at once. */
  switchSite(ask: { readonly tabId: number; readonly on: boolean }): void;
  /** Takes sites off the list of those that are read, and returns grants that nothing else needs. */
  dropSites(ask: { readonly patterns: readonly string[] }): void;
  /**
   * Puts the reader script into a tab the reader pointed us to (a grant, or `activeTab`). False: the tab is closed to
   * us.
   */
  useHere(ask: { readonly tabId: number }): boolean;
  /** Printed names of entities; keys that no pack knows are left out. */
  names(ask: { readonly entities: readonly EntityKey[] }): Readonly<Record<EntityKey, string>>;
  /** The current keys for stored ones: one, or several if it was split. */
  heirs(ask: { readonly entities: readonly EntityKey[] }): Readonly<Record<EntityKey, readonly EntityKey[]>>;
  /** Whom each bare name may mean, according to the packs. */
  entitiesNamed(ask: { readonly names: readonly string[] }): Readonly<Record<string, readonly NoteSubject[]>>;
  /** The first `most` of the packs' matches for these words, and how many there are. */
  searchKnowledge(ask: { readonly query: KnowledgeQuery; readonly most: number }): FoundKnowledge;
  /** What there is to search: kinds and countries. */
  knowledgeOutline(ask: Record<string, never>): KnowledgeOutline;
  /** Everything known about an entity as of a day; null: today. */
  entityPage(ask: { readonly entity: EntityKey; readonly day: Day | null }): KnownPage;
  /**
   * The background of a story with these entities: what led to it, what came after, its entities in time, their ties,
   * its places. Only packs are asked. `inPrivate`: as for `card`.
   */
  storyBackground(ask: {
    readonly entities: readonly StoryEntity[];
    readonly day: Day | null;
    readonly inPrivate: boolean;
  }): StoryBackground;
  /** What each of these was on the story's day; `inPrivate`: as for `article`. */
  nameSenses(ask: {
    readonly entities: readonly EntityKey[];
    readonly day: Day | null;
    readonly inPrivate: boolean;
  }): NameSenses;
  /** Whom recall can ask about. */
  recallSubjects(ask: RecallQuery): readonly RecallSubject[];
  /** The first `most` of these entities whose current facts were read before the story's day. */
  agedEntities(ask: {
    readonly entities: readonly EntityKey[];
    readonly day: Day | null;
    readonly most: number;
  }): readonly EntityKey[];
  /** What is known about names that no pack has, without the network. */
  nameStates(ask: {
    readonly names: readonly Pick<WantedName, 'name' | 'language'>[];
    readonly inPrivate: boolean;
  }): Readonly<Record<string, NameState>>;
  /**
   * Asks the open world for a story's names, and again for entities whose facts may be older than it. One look-up per
   * tab: a new one ends the previous.
   */
  lookUpNames(ask: {
    readonly tab: number | null;
    readonly names: readonly WantedName[];
    readonly refresh: readonly EntityKey[];
    readonly day: Day | null;
    readonly inPrivate: boolean;
  }): NamesAnswer;
  /** The progress of a tab's look-up; null: none is running. */
  lookUpProgress(ask: { readonly tab: number | null }): LookUpProgress | null;
  cancelLookUp(ask: { readonly tab: number | null }): void;
  /** Sends these words to the open world's search: the reader pressed the button that says so. */
  searchWorld(ask: { readonly words: string; readonly inPrivate: boolean }): WorldFinds;
  /** Requests one search result chosen by the reader from the open world, and stores it. */
  openWorldItem(ask: { readonly item: EntityKey; readonly inPrivate: boolean }): WorldItem;
  /** What was looked up and is stored, and the limit in bytes. */
  lookedUpUsage(ask: Record<string, never>): CacheUsage & { readonly limit: number };
  clearLookedUp(ask: Record<string, never>): void;
  packs(ask: Record<string, never>): readonly PackSummary[];
  /** The library changed the packs or their order: reopen them. */
  packsChanged(ask: Record<string, never>): void;
  /** Newest first. */
  requests(ask: Record<string, never>): readonly RequestEntry[];
  cacheUsage(ask: Record<string, never>): CacheUsage;
  clearCache(ask: Record<string, never>): void;
  clearRequests(ask: Record<string, never>): void;
  /** Forgets the days set by the reader; open stories are told. */
  forgetDays(ask: Record<string, never>): void;
  /** Which of these entities have a note. */
  noted(ask: { readonly entities: readonly EntityKey[] }): readonly EntityKey[];
  /** What the reader wrote about those of these entities that have a note. */
  notesOn(ask: { readonly entities: readonly EntityKey[] }): readonly NotesOn[];
  /** The notes on these entities, for a file. Refused in private windows. */
  copyNotes(ask: {
    readonly entities: readonly EntityKey[];
    readonly inPrivate: boolean;
  }): Readonly<Record<EntityKey, readonly NoteCopy[]>>;
  /** The library changed notes itself: back-links, sentinel and sync must know. */
  notesChanged(ask: Record<string, never>): void;
  /** What each remote is doing right now; idle ones are left out. */
  syncSteps(ask: Record<string, never>): Readonly<Partial<Record<RemoteId, SyncStep>>>;
  /**
   * Runs one remote, or all that are on. Answered when they are done, successfully or not: the result is in the
   * database.
   */
  syncNow(ask: { readonly remote: RemoteId | null }): void;
  syncCancel(ask: { readonly remote: RemoteId }): void;
  notesInDanger(ask: Record<string, never>): NotesDanger;
}

/**
 * `emptied`: the browser lost the database that held them. `no-copy`: many, and only on this device. `undecided`: the
 * reader has not said yet where they may go.
 */
export type NotesDanger =
  | { readonly state: 'none' | 'undecided' }
  | { readonly state: 'emptied' | 'no-copy'; readonly notes: number };

/** Sent by the background or the popup to a tab's reader script. */
export interface ReaderCalls {
  glossary(ask: Record<string, never>): GlossaryAnswer;
  /** Scrolls to the first mention and opens its card with focus in it. */
  reveal(ask: { readonly entity: EntityKey }): boolean;
  /** A browser command: the card of the next or previous mention in reading order. */
  step(ask: { readonly backwards: boolean }): void;
  /** Restarts the visit after a failure; `anyway`: although the page does not look like a story. */
  readAgain(ask: { readonly anyway: boolean }): void;
  /** The site was switched off or on, or settings changed: act at once, without a reload. */
  settingsChanged(ask: { readonly enabled: boolean }): void;
  /** The settings have changed. */
  wishesChanged(ask: Record<string, never>): void;
  /** The reader has set this story's day, or taken that back. */
  dayChosen(ask: Record<string, never>): void;
  /** What the card's frame says; only the background sends it. */
  cardSaid(ask: { readonly card: string; readonly say: FromCard }): void;
  /** Is a reader script alive there? */
  ping(ask: Record<string, never>): { readonly alive: true };
}
