/** What a card learns about a picture of its entity. */
import type { PictureShows } from '../../lookup';
import type { Day } from '../../time';
import type { NameTrouble } from '../looked-up/name-state';

export interface Picture {
  readonly shows: PictureShows;
  /** The file in base64, since messages are JSON: PNG, JPEG, WebP or GIF of a reasonable size. */
  readonly data: string;
  readonly type: string;
  /** Empty if no one is named. */
  readonly artist: string;
  readonly licence: string;
  readonly licenceUrl: string | null;
  /** The file's own page at Commons. */
  readonly page: string;
  readonly on: Day;
}

export type PictureState =
  /** Not wanted, or not sure enough whom it would show. */
  | { readonly state: 'off' }
  /** A labelled button may fetch it; `withArticle`: it also comes with the article. `id`: what is sent first. */
  | { readonly state: 'ask'; readonly id: string; readonly hosts: PictureHosts; readonly withArticle: boolean }
  | { readonly state: 'ready'; readonly picture: Picture }
  /** There is none that may be shown. */
  | { readonly state: 'none' }
  | Exclude<NameTrouble, { readonly state: 'cancelled' }>;

/** Who learns about it: first the entity's number, then the file's name. */
export interface PictureHosts {
  readonly number: string;
  readonly file: readonly string[];
}

/** What a card must know before drawing: there may be a picture, or it is stored. */
export type PicturePlace = 'ask' | 'kept';
