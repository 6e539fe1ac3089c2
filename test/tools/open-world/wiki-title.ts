/** What a MediaWiki makes of a title that somebody asks for. Source: Manual:Page title; a real MediaWiki in the tests. */
const NAMESPACES: Readonly<Record<string, number>> = {
  special: -1,
  talk: 1,
  user: 2,
  project: 4,
  file: 6,
  image: 6,
  mediawiki: 8,
  template: 10,
  help: 12,
  category: 14,
};
const BIDI = /[\u200E\u200F\u202A-\u202E]/g;

export type ReadTitle =
  | { readonly title: string; readonly ns: number }
  | { readonly title: string; readonly invalid: string };

export function readTitle(asked: string): ReadTitle {
  const given = asked.normalize('NFC').replace(BIDI, '').replaceAll('&amp;', '&').replaceAll('&quot;', '"');
  const text = given.replace(/[\s_\u00A0]+/g, ' ').trim();
  const bare = text.replace(/^:\s*/, '').replace(/ ?#.*$/, '');
  // A place on a page that is not named: a title all the same, of nothing.
  if (bare === '' && text.startsWith('#')) return { title: '', ns: 0 };
  if (bare === '') return invalid(asked, 'The requested page title is empty or contains only the name of a namespace.');
  const bad = /[<>[\]{}|\p{Cc}\uFFFD]|%[0-9a-f]{2}|&[#\w]+;/iu.exec(bare);
  if (bad) return invalid(asked, `The requested page title contains invalid characters: "${bad[0]}".`);
  if (/^\.{1,2}$|^\.{1,2}\/|\/\.{1,2}\/|\/\.{1,2}$/.test(bare)) {
    return invalid(
      asked,
      "Title has relative path. Relative page titles (./, ../) are invalid, because they will often be unreachable when handled by user's browser.",
    );
  }
  if (/~{3}/.test(bare)) {
    return invalid(asked, 'The requested page title contains invalid magic tilde sequence (<nowiki>~~~</nowiki>).');
  }
  if (Buffer.byteLength(bare) > 255) {
    return invalid(
      asked,
      'The requested page title is too long. It must be no longer than 255 bytes in UTF-8 encoding.',
    );
  }
  const [, prefix, rest] = /^([^:]+?) ?: ?(.+)$/.exec(bare) ?? [];
  const ns = prefix === undefined ? undefined : NAMESPACES[prefix.toLowerCase()];
  if (ns === undefined || rest === undefined) return { title: capital(bare), ns: 0 };
  const name = ns === 6 ? 'File' : capital((prefix ?? '').toLowerCase());
  return { title: `${name}:${capital(rest)}`, ns };
}

const invalid = (title: string, why: string) => ({ title, invalid: why });

/** The first letter of a title has no small form. */
export const capital = (text: string): string => text.replace(/^./u, (first) => upper(first));

/** "ß" and its like have no capital of one letter, and stay. */
function upper(first: string): string {
  const capital = first.toUpperCase();
  return [...capital].length === 1 ? capital : first;
}
