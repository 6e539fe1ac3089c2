/** Characters; what is longer is no address of an article. */
const LONGEST = 2_000;

/**
 * Where an article can be read: at the wiki that was asked, whatever its answer says. An address of another host, port or
 * scheme, or with a name and password in it, gives way to one of our own: `index.php` stands beside `api.php`.
 */
export function articleAddress(api: string, title: string, said: string): string {
  const wiki = new URL(api);
  const there = said.length <= LONGEST && URL.canParse(said) ? new URL(said) : null;
  if (there?.origin === wiki.origin && there.username === '' && there.password === '') return there.href;
  const own = new URL('index.php', wiki.origin + wiki.pathname);
  own.searchParams.set('title', title.replaceAll(' ', '_'));
  return own.href;
}
