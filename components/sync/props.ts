import type { ComponentChildren } from 'preact';
import type { AddedKind, RemoteId } from '../../lib/remote-kinds';
import type { HeldFile, NotSetUp, RemoteStatus, RingStep, SET_UPS, SyncTrouble } from '../../lib/sync';
import type { Read } from '../kit';
import type { OfferProps } from './offer';

type SetUps = (typeof SET_UPS)[AddedKind];

/** How a remote of a kind is added. Its words are keys of messages: one that is missing does not compile where it is shown. */
export interface WayToAdd extends Pick<SetUps, 'label' | 'form'> {
  readonly kind: AddedKind;
  /** Below all buttons; null: nothing needs to be said. */
  readonly help: SetUps['help' | 'noHelp'];
  /** Can this browser do it at all? Firefox opens no folders. */
  readonly isPossible: boolean;
}

export type AddOutcome =
  | { readonly state: 'added' }
  | { readonly state: NotSetUp }
  /** The server was asked, with this result. */
  | { readonly state: 'trouble'; readonly code: SyncTrouble; readonly detail: string }
  | { readonly state: 'failed'; readonly detail: string };

export type PassphraseOutcome =
  | { readonly state: 'done' }
  | { readonly state: 'wrong' }
  /** Another device was first: its passphrase must be typed. */
  | { readonly state: 'taken' }
  /** There are more keys than can be tried. */
  | { readonly state: 'too-many' }
  /** The reader stopped it; nothing has changed. */
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly detail: string };

/** A passphrase takes seconds: its progress, and how the reader stops it. */
export interface PassphraseRun {
  readonly signal: AbortSignal;
  readonly told: (step: RingStep) => void;
}

/** The result of emptying the browser account. `done` only after checking again. */
export type TakeOutOutcome =
  | { readonly state: 'done' | 'nothing' }
  | { readonly state: 'failed'; readonly detail: string };

/** `locked`: a remote's content is sealed with a passphrase this device does not know. */
export type PassphraseState = 'none' | 'set' | 'locked';

export interface SyncCalls {
  readonly syncNow: (remote: RemoteId) => void;
  readonly cancel: (remote: RemoteId) => void;
  readonly switchRemote: (remote: RemoteId, on: boolean) => void;
  readonly removeRemote: (remote: RemoteId) => void;
  /** What was held back: merged into the notes at the next sync, or deleted there. */
  readonly judgeHeld: (remote: RemoteId, files: readonly HeldFile[], takeIn: boolean) => void;
  readonly takeOut: () => Promise<TakeOutOutcome>;
  /**
   * Trouble `permission`. Called in the very turn of the press, so that the browser lets us ask; so is the one below.
   * False: the reader, or the browser, said no.
   */
  readonly allow: (remote: RemoteId) => Promise<boolean>;
  readonly addPlace: (kind: AddedKind, answers: Readonly<Record<string, string>>) => Promise<AddOutcome>;
  /** Sets the first one, or changes the current one. */
  readonly setPassphrase: (passphrase: string, run: PassphraseRun) => Promise<PassphraseOutcome>;
  readonly unlock: (passphrase: string, run: PassphraseRun) => Promise<PassphraseOutcome>;
  readonly nameDevice: (name: string) => void;
}

export interface SyncProps {
  readonly remotes: Read<readonly RemoteStatus[]>;
  readonly deviceName: string;
  readonly passphrase: PassphraseState;
  /** Minimum length of a new passphrase. */
  readonly shortestPassphrase: number;
  readonly waysToAdd: readonly WayToAdd[];
  /** The question where notes may go, until it is answered. */
  readonly offer?: OfferProps | null;
  /** Undo for the last action. */
  readonly undo?: ComponentChildren;
  readonly on: SyncCalls;
}
