/** The words of the machine of a visit: what happens to it (events), how it stands (state), what is to be done (effects). */
import type { StoryDay } from '../../dating';
import type { GoneMention } from '../../linking';
import type { Day } from '../../time';
import type { UnknownEntry } from '../read/unknown-entry';
import type { Article, NoArticle } from '../recognise/article';
import type { StoryIdentity } from '../recognise/story-identity';
import type { Dirty } from '../watch/watch-changes';

export type VisitState = 'looking' | 'scanning' | 'ready' | 'failed' | NoArticle;

export interface Standing {
  readonly at: VisitState;
  /** Looks that found no story. */
  readonly looks: number;
  readonly article: Article | null;
  readonly identity: StoryIdentity | null;
  readonly day: StoryDay;
  /** What the linker remembers of the story; null before it has answered. */
  readonly memory: string | null;
  /** Mentions whose text has gone since, which the memory is still to forget. */
  readonly gone: readonly GoneMention[];
  /** Why a batch of it was not answered. */
  readonly failure: unknown;
  readonly unknown: readonly UnknownEntry[];
  /** When unknown names were last sought, by the page's steady clock. */
  readonly namesAt: number;
  readonly glance: string;
}

export type VisitEvent =
  | { readonly type: 'looked'; readonly found: Article | NoArticle }
  | { readonly type: 'dated'; readonly day: StoryDay; readonly identity: StoryIdentity; readonly glance: string }
  /** A batch was, with what the linker remembers from now on. */
  | { readonly type: 'answered'; readonly memory: string }
  | { readonly type: 'gone'; readonly gone: readonly GoneMention[] }
  /** A batch was not; or something else went wrong. */
  | { readonly type: 'unanswered'; readonly why: unknown }
  /** All there was to scan is scanned, as far as it could be. */
  | { readonly type: 'through'; readonly now: number }
  | { readonly type: 'names-due'; readonly now: number; readonly characters: number }
  | { readonly type: 'names'; readonly unknown: readonly UnknownEntry[] }
  | { readonly type: 'scan-again' }
  /** The day that the reader chose; null: none. */
  | { readonly type: 'day-chosen'; readonly chosen: Day | null }
  /** Every few seconds. `lost`: the story's elements are not in the page any more. */
  | { readonly type: 'checked'; readonly glance: string; readonly lost: boolean }
  /** `dirty`: what has changed in the page; null: only what tells one story from another. */
  | {
      readonly type: 'compared';
      readonly now: StoryIdentity;
      readonly lost: boolean;
      readonly dirty: Dirty | null;
    }
  /** `other`: the page tells another story. */
  | { readonly type: 'found-again'; readonly found: Article | NoArticle; readonly other: boolean };

export type VisitEffect =
  | { readonly type: 'changed' | 'date' | 'clear' | 'forget-names' | 'ask-names' | 'compare' }
  /** For a story, so many ms from now. */
  | { readonly type: 'look'; readonly after: number }
  | { readonly type: 'find-again'; readonly other: boolean }
  /** The whole story: as for the first time, or as far as its text is new. */
  | { readonly type: 'read' }
  | { readonly type: 'read-dirty'; readonly dirty: Dirty }
  | { readonly type: 'scan' }
  | { readonly type: 'seek-names'; readonly after: number };
