/**
 * Where a WebDAV server's redirect leads. It is followed only within the same origin: name, password and notes are for
 * that server and no other.
 */

const REDIRECTS: readonly number[] = [301, 302, 307, 308];

/** Finds a redirect's target without a login, asking only that server. Null: another origin, or unknown. */
export type AskWhere = (url: string, signal: AbortSignal) => Promise<string | null>;

export const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400);

/** Null: another origin, or unknown. If the browser hides it, `askWhere` has to find out. */
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
