/**
 * Turns what a reader pastes into possible WebDAV folder addresses. A password never travels unencrypted: https only,
 * except to this machine itself.
 */

export type WebDavAddress =
  | {
      readonly ok: true;
      /** With a trailing slash, without name and password. */
      readonly address: string;
      /** When the reader pasted `https://name:password@server/`. */
      readonly user: string | null;
      readonly password: string | null;
    }
  | { readonly ok: false; readonly problem: 'empty' | 'no-address' | 'not-secure' };

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
/** Web pages of Nextcloud and ownCloud: the part before is the server's own address. */
const PAGES_OF_CLOUDS = /\/(index\.php|apps|login|s|settings)(\/.*)?$/;

/** As in a folder called “100 %”: browsers leave it unescaped, and servers reject it. */
const BARE_PERCENT = /%(?![0-9a-f]{2})/gi;

export function readWebDavAddress(text: string): WebDavAddress {
  const given = text.trim();
  if (given === '') return { ok: false, problem: 'empty' };
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `https://${given}`);
  if (!url || url.hostname === '') return { ok: false, problem: 'no-address' };
  // GNOME Files and Finder use protocol names of their own.
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

/** The address itself, then the usual file folders of Nextcloud and ownCloud on that server. */
export function likelyFolders(address: string, user: string): readonly string[] {
  if (/\/(remote\.php|dav|webdav)\//.test(address)) return [address];
  const files = user === '' ? [] : [`${address}remote.php/dav/files/${encodeURIComponent(user)}/`];
  // The older path accepts any login name; the newer one only the account's own.
  return [address, ...files, `${address}remote.php/webdav/`];
}

/** The parent folder's address; null at the server's root. */
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
