/**
 * From what a reader pastes to addresses that may be a WebDAV folder. A password never goes over an open line: only
 * https, but for this machine itself.
 */

export type WebDavAddress =
  | {
      readonly ok: true;
      /** With a slash at its end, without name and password. */
      readonly address: string;
      /** When the reader pasted `https://name:password@server/`. */
      readonly user: string | null;
      readonly password: string | null;
    }
  | { readonly ok: false; readonly problem: 'empty' | 'no-address' | 'not-secure' };

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
/** Where Nextcloud and ownCloud show pages to people: what stands before is the server's own address. */
const PAGES_OF_CLOUDS = /\/(index\.php|apps|login|s|settings)(\/.*)?$/;

/** Of a folder called “100 %”: browsers leave it as it is typed, and servers refuse it. */
const BARE_PERCENT = /%(?![0-9a-f]{2})/gi;

export function readWebDavAddress(text: string): WebDavAddress {
  const given = text.trim();
  if (given === '') return { ok: false, problem: 'empty' };
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `https://${given}`);
  if (!url || url.hostname === '') return { ok: false, problem: 'no-address' };
  // Files and Finder name the protocol itself.
  if (/^(davs|webdavs):$/.test(url.protocol)) return readWebDavAddress(given.replace(/^[a-z]+:/i, 'https:'));
  const loopback = LOOPBACK.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
    return { ok: false, problem: /^(http|dav|webdav):$/.test(url.protocol) ? 'not-secure' : 'no-address' };
  }
  const path = url.pathname.replace(PAGES_OF_CLOUDS, '').replace(BARE_PERCENT, '%25').replace(/\/*$/, '/');
  return {
    ok: true,
    address: `${url.origin}${path}`,
    user: decoded(url.username),
    password: decoded(url.password),
  };
}

/** The address itself, then where Nextcloud and ownCloud keep the files of a server whose plain address was given. */
export function likelyFolders(address: string, user: string): readonly string[] {
  if (/\/(remote\.php|dav|webdav)\//.test(address)) return [address];
  const files = user === '' ? [] : [`${address}remote.php/dav/files/${encodeURIComponent(user)}/`];
  // The older address takes any name that one may log in with; the newer one only the account's own.
  return [address, ...files, `${address}remote.php/webdav/`];
}

/** The address of the folder that holds this one; null at the server's root. */
export function folderAbove(address: string): string | null {
  const above = new URL('..', address).href;
  return above === address ? null : above;
}

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function decoded(part: string): string | null {
  if (part === '') return null;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
