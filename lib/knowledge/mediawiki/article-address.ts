/** In characters; no article has a longer address. */
const LONGEST = 2_000;

/**
 * Where an article can be read: on the wiki that was asked, whatever its answer says. An address with another host,
 * port or scheme, or with credentials, is replaced by our own: `index.php` is next to `api.php`.
 */
export function articleAddress(api: string, title: string, said: string): string {
  const wiki = new URL(api);
  const there = said.length <= LONGEST && URL.canParse(said) ? new URL(said) : null;
  if (there?.origin === wiki.origin && there.username === '' && there.password === '') return there.href;
  const own = new URL('index.php', wiki.origin + wiki.pathname);
  own.searchParams.set('title', title.replaceAll(' ', '_'));
  return own.href;
}
