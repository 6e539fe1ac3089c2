/**
 * The question for a folder's files, and the reading of its answer. Only size and type are asked for: Nextcloud's answer
 * to “all properties” is several times as long, and the listing is most of what a quiet exchange costs.
 */
import { parseXML } from 'webdav/web';
import { SyncError } from '../sync-error';
import type { FileEntry } from '../types';

export const LISTING_QUESTION =
  '<?xml version="1.0" encoding="utf-8"?>' +
  '<propfind xmlns="DAV:"><prop><getcontentlength/><resourcetype/></prop></propfind>';

/** A parser of XML forgives a missing end; a listing cut short would look like a folder that lost its files. */
const WHOLE = /<\/(?:[\w.-]+:)?multistatus\s*>\s*$/;

interface Answer {
  readonly href?: unknown;
  readonly propstat?: { readonly prop?: { readonly getcontentlength?: unknown; readonly resourcetype?: unknown } };
}

/** Throws SyncError `server` when this is no listing. */
export async function readListing(xml: string): Promise<readonly FileEntry[]> {
  if (!WHOLE.test(xml)) throw new SyncError('server', 'the listing is not whole');
  const answers = await parseXML(xml).then(
    ({ multistatus }) => multistatus.response as readonly Answer[],
    (cause: unknown) => {
      throw new SyncError('server', 'the listing cannot be read', { cause });
    },
  );
  return answers.flatMap(({ href, propstat }) => {
    const name = nameOf(String(href));
    const bytes = Number.parseInt(String(propstat?.prop?.getcontentlength), 10);
    return name === null || Number.isNaN(bytes) || isFolder(propstat?.prop?.resourcetype) ? [] : [{ name, bytes }];
  });
}

/** Servers write addresses whole or from the root, and some the folder with a slash at the end. */
function nameOf(href: string): string | null {
  try {
    return decodeURIComponent(href.slice(href.lastIndexOf('/') + 1)) || null;
  } catch {
    return null;
  }
}

const isFolder = (type: unknown): boolean => typeof type === 'object' && type !== null && 'collection' in type;
