/** What a card learns of a picture of its entity. */
import type { PictureShows } from '../../lookup';
import type { Day } from '../../time';
import type { NameTrouble } from '../looked-up/name-state';

export interface Picture {
  readonly shows: PictureShows;
  /** The file in base64, since messages are JSON: PNG, JPEG, WebP or GIF, of a sound size. */
  readonly data: string;
  readonly type: string;
  /** Empty where nobody is named. */
  readonly artist: string;
  readonly licence: string;
  readonly licenceUrl: string | null;
  /** The file's own page at Commons. */
  readonly page: string;
  readonly on: Day;
}

export type PictureState =
  /** Nobody wants one, or it is not sure enough whom it would show. */
  | { readonly state: 'off' }
  /** A labelled button may fetch it; `withArticle`: it comes with the article, too. `id`: what is sent first. */
  | { readonly state: 'ask'; readonly id: string; readonly hosts: PictureHosts; readonly withArticle: boolean }
  | { readonly state: 'ready'; readonly picture: Picture }
  /** Nobody has one that may be shown. */
  | { readonly state: 'none' }
  | Exclude<NameTrouble, { readonly state: 'cancelled' }>;

/** Who learns of it: of the number of the entity, and then of the name of the file. */
export interface PictureHosts {
  readonly number: string;
  readonly file: readonly string[];
}

/** What a card has to know before anything is drawn: there may be a picture, or it is here. */
export type PicturePlace = 'ask' | 'kept';
