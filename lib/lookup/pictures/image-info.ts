/** What Commons is asked about a file, and how its answer is read. */
import * as v from 'valibot';
import { clean } from '../clean';
import { plainCredit } from './plain-credit';
import type { ImageInfo } from './types';

/** px; a size that Wikimedia keeps ready. A card shows it at a third of that. */
const WIDTH = 250;
const LONGEST_LICENCE = 60;
const LONGEST_ADDRESS = 2_000;

export const imageInfoQuery = (file: string): Record<string, string> => ({
  action: 'query',
  formatversion: '2',
  // A renamed file is still found under its old name.
  redirects: '1',
  titles: `File:${file}`,
  prop: 'imageinfo',
  iiprop: 'url|size|mime|extmetadata',
  iiurlwidth: String(WIDTH),
  iiextmetadatafilter: 'Artist|LicenseShortName|LicenseUrl|NonFree',
  iiextmetadatalanguage: 'en',
  maxlag: '5',
});

/** A field is omitted if it has no value. */
const said = v.fallback(v.object({ value: v.string() }), { value: '' });
const Info = v.object({
  thumburl: v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS)),
  descriptionurl: v.fallback(v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS)), ''),
  extmetadata: v.object({ Artist: said, LicenseShortName: said, LicenseUrl: said, NonFree: said }),
});
const Answer = v.object({
  query: v.object({ pages: v.array(v.object({ imageinfo: v.optional(v.array(v.unknown()), []) })) }),
});

/** Border: null if there is no such file, or no licence under which it may be shown. */
export function readImageInfo(json: unknown): ImageInfo | null {
  const [page] = v.parse(Answer, json).query.pages;
  const info = v.safeParse(Info, page?.imageinfo[0]);
  if (!info.success) return null;
  const { thumburl, descriptionurl, extmetadata } = info.output;
  const { Artist, LicenseShortName, LicenseUrl, NonFree } = extmetadata;
  const licence = clean(LicenseShortName.value, LONGEST_LICENCE);
  if (licence === '' || NonFree.value === 'true') return null;
  return {
    address: thumburl,
    page: descriptionurl,
    artist: plainCredit(Artist.value),
    licence,
    licenceUrl: webAddressOf(LicenseUrl.value),
  };
}

/** Commons omits the scheme in some. */
function webAddressOf(text: string): string | null {
  const address = text.startsWith('//') ? `https:${text}` : text;
  return /^https?:\/\/[^\s<>"']{1,300}$/.test(address) ? address : null;
}
