/** What the contexts say to one another. It is long because every call stands here, once. */

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
  RequestEntry,
  WorldFinds,
  WorldItem,
} from '../knowledge';
import type { NamePlace, ScanAnswer, ScanStory } from '../linking';
import type { WantedName } from '../lookup';
import type { Met, NoteSubject, Passage } from '../notes';
import type { GlossaryEntry, KeyedName, UnknownEntry } from '../page';
import type { SiteAnswer } from '../settings';
import type { StoryBackground, StoryEntity } from '../story-background';
import type { SyncStep } from '../sync';
import type { Day } from '../time';
import type { CallErrorCode } from './call-error';
import type { FrameContent, FromCard, ToCard } from './card-talk';

/** What a card shows of the reader's note before it is opened to be written. */
export interface NoteGlimpse {
  readonly text: string;
  readonly tags: readonly string[];
  readonly quotes: number;
  readonly changedOn: Day;
}

/** A note as it goes into a file of a story's names. */
export interface NoteCopy extends Omit<NoteGlimpse, 'quotes'> {
  readonly quotes: readonly Passage[];
}

export type CardNote =
  | { readonly state: 'none' }
  | { readonly state: 'noted'; readonly note: NoteGlimpse }
  | { readonly state: 'private'; readonly note: NoteGlimpse | null } // a private window: shown, never written
  | { readonly state: 'failed' };

/** A part of the reader's note that stands in a document of its own, and is written by itself. */
export interface NotePart {
  /** The key under which it was written. */
  readonly entity: EntityKey;
  /** As the entity was called then. */
  readonly name: string;
  readonly note: NoteGlimpse;
  /**
   * `joined`: the packs found out that its entity is this one; `placed`: the reader said that it belongs here; `asks`: it
   * was written when Backstory took these for one, and nobody has said yet whose it is.
   */
  readonly why: 'joined' | 'placed' | 'asks';
  readonly asks: readonly NoteName[];
}

export interface CardAnswer extends KnownCard {
  readonly note: CardNote;
  readonly parts: readonly NotePart[];
  /** Other notes of the reader that name the entity. */
  readonly namedIn: readonly NoteName[];
  /** Absent: there is no place for one. */
  readonly picture?: PicturePlace | undefined;
  /** In how many other stories it was met; null: nothing of that is kept. */
  readonly met?: Met | null;
  /** The reader wants every article that is not there yet: it may be asked for once the card is seen. */
  readonly automatic: boolean;
}

export interface NoteName {
  readonly entity: EntityKey;
  readonly name: string;
}

/** What the reader wrote on one entity: the note, and its parts that stand in documents of their own. */
export interface NotesOn {
  readonly entity: EntityKey;
  readonly notes: readonly NoteGlimpse[];
}

export interface NameCardAnswer {
  readonly key: EntityKey;
  readonly state: NameState;
  readonly note: CardNote;
}

/** What the reader script of a tab answers to the popup. */
export type GlossaryAnswer = GlossarySoFar & GlossaryState;

interface GlossarySoFar {
  readonly title: string;
  /** The day that cards are reckoned from, and the one that the page itself gives: the reader may have set another. */
  readonly day: Day | null;
  readonly pageDay: Day | null;
  readonly entries: readonly GlossaryEntry[];
  /** Names of the story that no pack knows, in the order in which they come up. */
  readonly unknown: readonly UnknownEntry[];
  readonly marksHidden: boolean;
}

export type GlossaryState =
  | { readonly state: 'ready' }
  | { readonly state: 'scanning' }
  | { readonly state: 'not-an-article' } // by the look of it; the reader may overrule that
  | { readonly state: 'off-limits' } // private, or no HTML: never read
  | { readonly state: 'failed'; readonly code: CallErrorCode }; // the background did not answer for all blocks

/** What a reader script has to know of the settings; all others stay out of the pages' processes. */
export interface ReaderWishes {
  readonly marksHidden: boolean;
  readonly restMs: number;
  readonly theme: 'system' | 'light' | 'dark';
  /** A button is to stand beside what is selected. */
  readonly selectionButton: boolean;
  /** Whether it is to be told which cards were read. */
  readonly history: boolean;
  /** Another text whenever other names would be marked in the same story; it says nothing else. */
  readonly rules: string;
}

/** Sent by reader scripts, which live beside the page's own scripts: nothing here tells of notes or has an effect. */
export interface BackgroundCalls {
  /**
   * May a reader script begin in this frame, and how? Null: not where the reader switched the tab's site off, whatever the
   * frame. One question, since each costs the page as much as the reading of ten paragraphs.
   */
  mayRead(ask: Record<string, never>): ReaderWishes | null;
  /** A scout cannot rule its document out: may the reader script come? True: it has come. */
  readHere(ask: Record<string, never>): boolean;
  wishes(ask: Record<string, never>): ReaderWishes;
  /** On which day was the story of this tab published? */
  storyDay(ask: { readonly clues: Clues }): StoryDay;
  scan(ask: { readonly story: ScanStory }): ScanAnswer;
  /** The whole story again, once all of it is scanned: which of its names does nobody know? `named`: the places of mentions. */
  unknownNames(ask: { readonly story: ScanStory; readonly named: readonly NamePlace[] }): readonly KeyedName[];
  /**
   * A card frame is about to be made: its `card`, 128 bits by chance, is what the frame connects with, once. The answer
   * says whether the browser fills a frame of this page by itself, or only where it is asked to now (`activeTab`).
   */
  beginCard(ask: { readonly card: string; readonly holds: FrameContent }): { readonly granted: boolean };
  /** Puts the door into every frame of this tab: only `activeTab` opens them to us. */
  openDoors(ask: Record<string, never>): void;
  /** Puts the script of the button beside a selection into this document, where the reader wants it. */
  selectionButton(ask: Record<string, never>): void;
  /** Throws `card-gone` where the frame of that card is not ours or not there. */
  tellCard(ask: { readonly card: string; readonly say: ToCard }): void;
  /** A card was read in a story; kept only while history is on, never from a private window. */
  seen(ask: { readonly entity: EntityKey } & Omit<Passage, 'text'>): void;
}

/** `here`: the panel shows the card. `waits`: the browser takes no press in a page for it; `key`: what opens it, where the reader has one. */
export type BesideStory = { readonly state: 'here' } | { readonly state: 'waits'; readonly key: string | null };

/** `sight`: the button was in full sight before the press, or stands in a page of ours; `none`: this browser cannot tell. */
export type SightProof = 'sight' | 'none';

/** Sent by the frame of a card over its own port, and by our own pages. Refused to scripts in web pages. */
export interface CardCalls {
  /**
   * The full card; `here` are the entities named in the story, so that ties to them come first. `inPrivate`: as of
   * `article`; believed of our own pages alone.
   */
  card(ask: {
    readonly entity: EntityKey;
    readonly day: Day | null;
    readonly here: readonly EntityKey[];
    readonly inPrivate?: boolean | undefined;
  }): CardAnswer;
  /**
   * Fetch the article once, since the reader pressed the labelled button (`sight`: it was in full sight before that;
   * `none`: this browser cannot tell), or wants every article (`consent`). Throws `refused` where that is not enough.
   * `inPrivate`: for a private window, of which no browser tells when the popup of the toolbar asks.
   */
  article(ask: {
    readonly entity: EntityKey;
    readonly proof: SightProof | 'consent';
    readonly inPrivate?: boolean | undefined;
  }): ArticleState;
  /** What shows a picture is a script of its own, put into the frame of a card when there is a place for one. */
  picturePart(ask: Record<string, never>): void;
  /** The picture of an entity; `press`: the proof that its labelled button was pressed, null: only what is here already. */
  picture(ask: {
    readonly entity: EntityKey;
    readonly press: SightProof | null;
    readonly inPrivate?: boolean | undefined;
  }): PictureState;
  /** What is known of a name that no pack has, without the network. */
  nameCard(ask: { readonly name: WantedName; readonly inPrivate?: boolean | undefined }): NameCardAnswer;
  /** Asks the open world for one name; the same proof as of `article`. */
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
  /** "I know this": no mark any more. `entity`: a key, or all of a kind (`keyOfKind`). */
  know(ask: {
    readonly entity: string;
    readonly known: boolean;
    readonly proof: SightProof;
    readonly inPrivate?: boolean | undefined;
  }): void;
  /**
   * Sets the day of the story in a tab, kept for its address; null: as the page says. `tab`: only our own pages name one,
   * the frame of a card has its own.
   */
  chooseDay(ask: {
    readonly day: Day | null;
    readonly tab: number | null;
    readonly proof: SightProof;
    readonly inPrivate?: boolean | undefined;
  }): void;
  /** Whom a note on that entity would be about, by the packs, else by the note itself; null where nobody knows it. */
  noteSubject(ask: { readonly entity: EntityKey }): NoteSubject | null;
  /** An editor's news for what it lacks; bytes are base64. Answered after the commit. Refused in private windows. */
  exchangeNote(ask: { readonly subject: NoteSubject; readonly update: string | null; readonly vector: string }): {
    readonly update: string | null;
    readonly savedAt: number | null;
  };
  /** Whose the note is that was written under that key: its own key's, to stand apart; null: as the packs say. */
  placeNote(ask: { readonly entity: EntityKey; readonly place: EntityKey | null }): void;
  /** Opens the library at the note of that entity. */
  openNotes(ask: { readonly entity: EntityKey }): void;
  /** Opens that card in the popup, or in a small window of our own: no page can lay anything over it. */
  openBeside(ask: { readonly entity: EntityKey; readonly day: Day | null }): void;
  /** Opens that card in the panel beside the story, in the turn of the press, or leaves it for the panel to be opened. */
  besideStory(ask: { readonly entity: EntityKey; readonly day: Day | null }): BesideStory;
  /** Opens an address in a new tab (a card cannot rely on the page letting a link through). */
  openLink(ask: { readonly url: string }): void;
  /** Looks up what is selected in this tab, as the menu and the key do. */
  lookUpSelected(ask: Record<string, never>): void;
}

/** Sent by the popup, the library and the welcome page to the background; refused to scripts in web pages. */
export interface OwnPageCalls {
  site(ask: { readonly tabId: number }): SiteAnswer;
  /** The site switch of the popup; acts on open tabs at once. */
  switchSite(ask: { readonly tabId: number; readonly on: boolean }): void;
  /** Takes sites off the list of those that are read, and gives their grants back where nothing else needs them. */
  dropSites(ask: { readonly patterns: readonly string[] }): void;
  /** Puts the reader script into a tab that the reader pointed at (a grant, or `activeTab`). False: the tab is closed to us. */
  useHere(ask: { readonly tabId: number }): boolean;
  /** Printed names of entities; keys that no pack knows are left out. */
  names(ask: { readonly entities: readonly EntityKey[] }): Readonly<Record<EntityKey, string>>;
  /** The keys of today for keys that were kept: one, or several where it was split. */
  heirs(ask: { readonly entities: readonly EntityKey[] }): Readonly<Record<EntityKey, readonly EntityKey[]>>;
  /** Whom each name may mean by itself, by the packs. */
  entitiesNamed(ask: { readonly names: readonly string[] }): Readonly<Record<string, readonly NoteSubject[]>>;
  /** The first `most` of what the packs have under these words, and how many there are. */
  searchKnowledge(ask: { readonly query: KnowledgeQuery; readonly most: number }): FoundKnowledge;
  /** What there is to look through: kinds and countries. */
  knowledgeOutline(ask: Record<string, never>): KnowledgeOutline;
  /** All that is known of an entity, as of a day; null: today. */
  entityPage(ask: { readonly entity: EntityKey; readonly day: Day | null }): KnownPage;
  /**
   * What lies behind a story with these entities: what led to it, what came after, its entities in time, their ties, its places.
   * Nobody but the packs is asked. `inPrivate`: as of `card`.
   */
  storyBackground(ask: {
    readonly entities: readonly StoryEntity[];
    readonly day: Day | null;
    readonly inPrivate: boolean;
  }): StoryBackground;
  /** What each of these was on the day of the story; `inPrivate`: as of `article`. */
  nameSenses(ask: {
    readonly entities: readonly EntityKey[];
    readonly day: Day | null;
    readonly inPrivate: boolean;
  }): NameSenses;
  /** Of these entities the first `most` whose standing facts were read before the day of the story. */
  agedEntities(ask: {
    readonly entities: readonly EntityKey[];
    readonly day: Day | null;
    readonly most: number;
  }): readonly EntityKey[];
  /** What is known of names that no pack has, without the network. */
  nameStates(ask: {
    readonly names: readonly Pick<WantedName, 'name' | 'language'>[];
    readonly inPrivate: boolean;
  }): Readonly<Record<string, NameState>>;
  /**
   * Asks the open world for the names of a story, and anew for entities whose facts may be older than it. One look-up of a
   * tab at a time: another ends the one before.
   */
  lookUpNames(ask: {
    readonly tab: number | null;
    readonly names: readonly WantedName[];
    readonly refresh: readonly EntityKey[];
    readonly day: Day | null;
    readonly inPrivate: boolean;
  }): NamesAnswer;
  /** How far the look-up of a tab is; null: none is under way. */
  lookUpProgress(ask: { readonly tab: number | null }): LookUpProgress | null;
  cancelLookUp(ask: { readonly tab: number | null }): void;
  /** Asks the open world's search for these words: the reader pressed the button that says so. */
  searchWorld(ask: { readonly words: string; readonly inPrivate: boolean }): WorldFinds;
  /** Asks the open world for one thing which that search found and the reader chose, and keeps it. */
  openWorldItem(ask: { readonly item: EntityKey; readonly inPrivate: boolean }): WorldItem;
  /** What was looked up and is kept, and how many bytes of it at most. */
  lookedUpUsage(ask: Record<string, never>): CacheUsage & { readonly limit: number };
  clearLookedUp(ask: Record<string, never>): void;
  packs(ask: Record<string, never>): readonly PackSummary[];
  /** The library has other packs now, or another order of them: open them anew. */
  packsChanged(ask: Record<string, never>): void;
  /** Newest first. */
  requests(ask: Record<string, never>): readonly RequestEntry[];
  cacheUsage(ask: Record<string, never>): CacheUsage;
  clearCache(ask: Record<string, never>): void;
  clearRequests(ask: Record<string, never>): void;
  /** The days that the reader has set; open stories hear of it. */
  forgetDays(ask: Record<string, never>): void;
  /** Which of these entities have a note. */
  noted(ask: { readonly entities: readonly EntityKey[] }): readonly EntityKey[];
  /** What the reader wrote on those of these entities that have a note. */
  notesOn(ask: { readonly entities: readonly EntityKey[] }): readonly NotesOn[];
  /** The notes on these entities, for a file. Refused in private windows. */
  copyNotes(ask: {
    readonly entities: readonly EntityKey[];
    readonly inPrivate: boolean;
  }): Readonly<Record<EntityKey, readonly NoteCopy[]>>;
  /** The library changed notes by itself: back-links, sentinel and sync have to hear of it. */
  notesChanged(ask: Record<string, never>): void;
  /** What each remote is doing at this moment; those that do nothing are left out. */
  syncSteps(ask: Record<string, never>): Readonly<Record<string, SyncStep>>;
  /** Runs one remote, or all that are on. Answered when they are done, well or not: how it went stands in the database. */
  syncNow(ask: { readonly remote: string | null }): void;
  syncCancel(ask: { readonly remote: string }): void;
  notesInDanger(ask: Record<string, never>): NotesDanger;
}

/**
 * `emptied`: the browser lost the database that held them. `no-copy`: many, and on this device alone. `undecided`: the
 * reader has not said yet where they may go.
 */
export type NotesDanger =
  | { readonly state: 'none' | 'undecided' }
  | { readonly state: 'emptied' | 'no-copy'; readonly notes: number };

/** Sent by the background or the popup to the reader script of one tab. */
export interface ReaderCalls {
  glossary(ask: Record<string, never>): GlossaryAnswer;
  /** Scrolls to the first mention and opens its card with the focus in it. */
  reveal(ask: { readonly entity: EntityKey }): boolean;
  /** A browser command: the card of the next or previous mention in reading order. */
  step(ask: { readonly backwards: boolean }): void;
  /** Begins the visit anew, after a failure; `anyway`: though the page does not look like a story. */
  readAgain(ask: { readonly anyway: boolean }): void;
  /** The site was switched off or on, or settings changed: act at once, without a reload. */
  settingsChanged(ask: { readonly enabled: boolean }): void;
  /** The settings are others now. */
  wishesChanged(ask: Record<string, never>): void;
  /** The reader has set the day of this story, or taken that back. */
  dayChosen(ask: Record<string, never>): void;
  /** What the card's frame says; only the background says it. */
  cardSaid(ask: { readonly card: string; readonly say: FromCard }): void;
  /** Is a living reader script there? */
  ping(ask: Record<string, never>): { readonly alive: true };
}
