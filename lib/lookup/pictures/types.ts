/** What a picture of an entity shows, by the property that names its file. */
export type PictureShows = 'portrait' | 'flag' | 'logo' | 'picture';

/** A file of Commons that shows an entity. */
export interface PictureFile {
  readonly file: string;
  readonly shows: PictureShows;
}

/** What Commons says of a file: where a small picture of it lies, and whose it is. */
export interface ImageInfo {
  /** As it was told; who fetches it looks whether it is of the expected host. */
  readonly address: string;
  /** Of the file's own page. */
  readonly page: string;
  /** Empty where nobody is named. */
  readonly artist: string;
  readonly licence: string;
  readonly licenceUrl: string | null;
}

/** By its own bytes, whatever anybody says of it. */
export interface PictureSize {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';
  readonly width: number;
  readonly height: number;
}
