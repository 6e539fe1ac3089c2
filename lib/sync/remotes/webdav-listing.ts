/**
 * The request for a folder's files, and the parser of its answer. We ask only for size and type: Nextcloud's answer to
 * “all properties” is several times as long, and the listing is most of what a quiet exchange costs.
 *
 * The XML parser is strict, and forgives only what is unambiguous. Above all the listing must be complete: a truncated
 * one would look like a folder that lost its files.
 */
import sax, { type Tag } from 'sax';
import { SyncError } from '../sync-error';
import type { FileEntry } from '../types';

export const LISTING_QUESTION =
  '<?xml version="1.0" encoding="utf-8"?>' +
  '<propfind xmlns="DAV:"><prop><getcontentlength/><resourcetype/></prop></propfind>';

/** Characters parsed at a time; a listing of 200,000 files has some 60 million, and the worker has others to answer. */
const SLICE = 1_000_000;
/** Nested elements; a listing has six. */
const DEEPEST = 64;
/** Sloppy but unambiguous: an undeclared prefix, a bare `&`. */
const FORGIVEN = ['Unbound namespace prefix', 'Invalid character entity', 'Invalid character in entity name'];

/** Throws SyncError `server` if this is not a complete listing. */
export async function readListing(xml: string): Promise<readonly FileEntry[]> {
  const listing = createListingReader();
  // Some servers send a blank line first, which XML forbids before its declaration.
  const text = xml.trimStart();
  for (let at = 0; at < text.length && !listing.whole(); at += SLICE) {
    if (at > 0) await new Promise((next) => setTimeout(next));
    listing.read(text.slice(at, at + SLICE));
  }
  if (!listing.whole()) throw new SyncError('server', 'the listing is incomplete');
  const files = listing.answers().flatMap(fileOf);
  // Some servers also list subfolders: this folder's files are the least deep.
  const depth = files.reduce((least, file) => Math.min(least, file.depth), Number.POSITIVE_INFINITY);
  return files.filter((file) => file.depth === depth).map(({ name, bytes }) => ({ name, bytes }));
}

/** One `response`. Servers group properties, each group with its own status. */
interface Answer {
  href: string;
  status: string;
  readonly groups: Group[];
}
interface Group {
  status: string;
  bytes: string;
  isFolder: boolean;
}

function createListingReader() {
  const answers: Answer[] = [];
  /** The open elements as paths; the name is empty for foreign namespaces, which we ignore. */
  const path: string[] = [];
  let whole = false;
  let text = '';
  let answer: Answer = { href: '', status: '', groups: [] };
  let group: Group = { status: '', bytes: '', isFolder: false };

  const parser = sax.parser(true, { xmlns: true });
  parser.onopentag = (tag) => {
    const above = path.at(-1);
    const at = above === undefined ? nameOf(tag) : `${above}/${nameOf(tag)}`;
    if (path.push(at) > DEEPEST) throw new SyncError('server', 'the listing is nested too deeply');
    text = '';
    if (at === 'multistatus/response') answer = { href: '', status: '', groups: [] };
    else if (at === 'multistatus/response/propstat') group = { status: '', bytes: '', isFolder: false };
    else if (at === 'multistatus/response/propstat/prop/resourcetype/collection') group.isFolder = true;
  };
  parser.onclosetag = () => {
    const at = path.pop();
    if (at === 'multistatus') whole = true;
    else if (at === 'multistatus/response') answers.push(answer);
    else if (at === 'multistatus/response/href') answer.href ||= text.trim();
    else if (at === 'multistatus/response/status') answer.status = text;
    else if (at === 'multistatus/response/propstat') answer.groups.push(group);
    else if (at === 'multistatus/response/propstat/status') group.status = text;
    else if (at === 'multistatus/response/propstat/prop/getcontentlength') group.bytes = text.trim();
    text = '';
  };
  parser.ontext = (piece) => {
    text += piece;
  };
  parser.oncdata = parser.ontext;
  parser.onerror = ({ message }) => {
    // Ignore what follows a complete listing, such as timings or a script's error message.
    if (whole || FORGIVEN.some((start) => message.startsWith(start))) parser.error = null;
  };

  return {
    answers: (): readonly Answer[] => answers,
    whole: () => whole,
    read(xml: string): void {
      try {
        parser.write(xml);
      } catch (cause) {
        if (cause instanceof SyncError) throw cause;
        throw new SyncError('server', 'the listing cannot be read', { cause });
      }
      if (parser.error) throw new SyncError('server', 'the listing cannot be read', { cause: parser.error });
    },
  };
}

/** Servers that forget to declare the namespace mean this one. */
function nameOf({ uri, prefix, local }: Tag): string {
  return uri === 'DAV:' || uri === '' || uri === prefix ? local : '';
}

function fileOf({ href, status, groups }: Answer): (FileEntry & { readonly depth: number })[] {
  if (!isGood(status)) return [];
  const told = groups.filter((group) => isGood(group.status));
  if (told.some(({ isFolder }) => isFolder)) return [];
  const parts = pathOf(href).split('/').filter(Boolean);
  const name = decoded(parts.at(-1) ?? '');
  if (name === null) return [];
  const bytes = told.map((group) => sizeOf(group.bytes)).find((size) => size !== null) ?? null;
  return [{ name, bytes, depth: parts.length }];
}

/** Servers send absolute URLs or paths; behind a proxy the host may differ. */
const pathOf = (href: string): string => (URL.canParse(href) ? new URL(href).pathname : href);

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part) || null;
  } catch {
    return null;
  }
}

/** Null: not reported. */
function sizeOf(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** `HTTP/1.1 200 OK`, `HTTP/2 200`, `200`; no status counts as success. */
function isGood(status: string): boolean {
  const code = /(?:^|\s)([1-5]\d\d)(?:\s|$)/.exec(status)?.[1];
  return code === undefined || code.startsWith('2');
}
