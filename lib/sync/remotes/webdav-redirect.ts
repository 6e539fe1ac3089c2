/**
 * Where a redirect of a WebDAV server leads. Only to another address of the same origin is it followed: name, password
 * and notes are meant for that server and for no other.
 */

const REDIRECTS: readonly number[] = [301, 302, 307, 308];

/** Asks without a login where an address leads, and asks nobody but that server. Null: elsewhere, or nobody knows. */
export type AskWhere = (url: string, signal: AbortSignal) => Promise<string | null>;

export const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400);

/** Null: it leads to another origin, or nobody knows where. Browsers hide it, then `askWhere` has to find out. */
export async function redirectTarget(
  response: Response,
  url: string,
  askWhere: AskWhere,
  signal: AbortSignal,
): Promise<string | null> {
  const target = response.type === 'opaqueredirect' ? await askWhere(url, signal) : told(response, url);
  return target !== null && new URL(target).origin === new URL(url).origin && target !== url ? target : null;
}

function told({ status, headers }: Response, url: string): string | null {
  const location = headers.get('location');
  return location !== null && REDIRECTS.includes(status) && URL.canParse(location, url)
    ? new URL(location, url).href
    : null;
}
