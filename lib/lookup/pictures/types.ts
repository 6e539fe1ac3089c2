/** What a picture shows, by the property that names its file. */
export type PictureShows = 'portrait' | 'flag' | 'logo' | 'picture';

/** A Commons file that shows an entity. */
export interface PictureFile {
  readonly file: string;
  readonly shows: PictureShows;
}

/** What Commons says about a file: where a small version is, and whose it is. */
export interface ImageInfo {
  /** As received; whoever fetches it checks the host. */
  readonly address: string;
  /** Of the file's own page. */
  readonly page: string;
  /** Empty if no one is named. */
  readonly artist: string;
  readonly licence: string;
  readonly licenceUrl: string | null;
}

/** Read from its own bytes, whatever its sender claims. */
export interface PictureSize {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';
  readonly width: number;
  readonly height: number;
}
