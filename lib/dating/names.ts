/**
 * What words around a date say about it: in names of elements and of `meta`, and printed before it. Deliberately parts
 * of words: `datePublished`, `article__published-at` and "veröffentlicht am" mean the same.
 */

const any = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|').replace(/\s*\n\s*/g, ''), 'iu');

/** For the last change, or something other than publication. */
export const UPDATED = any(
  'updat|modif|revis|chang|edit(?:ed|iert)|reviewed|accessed|expire|valid|joined|registr|member since|birth',
  'aktuali[sz]|ge[äa]ndert|änderung|bearbeit|überarbeit|abgerufen|g[üu]ltig|geboren|mitglied',
  'mis à jour|mise à jour|actuali[zs]|aggiorn|atualiz|alterad|bijgewerkt|gewijzigd|zaktualizow',
  'обновл|оновл|измен|güncel|uppdater|oppdater|opdater|päivitet|muokat|ενημέρωση|cập nhật|diperbarui|تحديث',
  '更新|修正|수정|최종',
);

export const PUBLISHED = any(
  'publi|posted|issued|released|created|submitted|dateline|pubdate|date[-_ ]?time|(?:entry|article|post|news)-?date',
  'ver[öo]ffentlich|gespeichert|eingestellt|erschien|erstellt|geschrieben|verfasst|freigegeben|gepost|datum',
  'pubbl|geplaatst|opublik|dodan|опубл|створ|дата|yay[ıi]n|eklen|julkais|fecha|\\bdata\\b|\\bdate\\b',
  '發布|发布|公開|掲載|配信|등록|입력',
);

/** Overrides `updated` in the same name: WordPress calls a story's only date `entry-date published updated`. */
export const SURELY_PUBLISHED = /publi|pubdate|posted|created|issued|entry-date/i;

/** In a line, this overrides everything else it says. */
export const SAYS_PUBLISHED =
  /mise? en ligne|online (?:seit|since)|(?:artikel|beitrag|eintrag|post|article|entry|story) (?:wurde|was)/i;
/** "As of": newspapers that print only one date print it like this. */
export const AS_OF = /\bstand\b|\bas of\b/i;

export const META_PUBLISHED = any(
  'article:published|og:published|published[_-]?time|date[_.-]?published|pub[_-]?date|publish[_-]?date|publication[_-]?date',
  'sailthru\\.date|parsely-pub|dc\\.date\\.issued|dcterms\\.issued|dcterms\\.created|dc\\.date\\.created|firstpublished',
  'citation_(?:publication_|online_)?date|publishtime|article\\.(?:published|created)|releasedate|displaydate',
);
/** Programs that make pages may mean any day by these. */
export const META_DATE = /(?:^|[\s._:-])date(?:$|\s)|created|issued|dc\.date|dcterms\.date|timestamp|time/i;

/** Beside the story. */
export const ASIDE = any(
  'sidebar|related|recommend|teaser|widget|\\bnav\\b|navigation|(?<!(?:entry|post|article|asset|story)[-_]?)footer',
  'recent|popular|trending|most-?read|carousel|slider|newsletter|(?<!node-)promo|archive-?list|upcoming|calendar',
  '\\bevents?\\b|ticker|author-?bio|breaking',
);
export const COMMENT = /\bcomment|\bkommentar|leserbrief|disqus|\breply|replies/i;
/** The bar that an archive adds to a saved page. */
export const ARCHIVE = /wm-ipp|archive-?(?:bar|banner|toolbar)/i;
/** The head of a site, which may print today's date. */
export const SITE_HEAD =
  /(?:^|[\s-])(?:site-?|page-?|main-?)?header(?:$|[\s-](?!date))|masthead|top-?bar|nav-?bar|toolbar|today|current|ticker|weather/i;
/** Beside a headline: the day and the author. */
export const BYLINE = /dat[eu]|time|publi|posted|byline|meta\b|entry-|info|stamp|autor|author|head|lead/i;

export const ARTICLE = /article|posting|report|story|review|recipe|newsletter/i;
export const PAGE = /(?:web|about|item)page/i;

/** Five words in a row without a capital: a sentence, not a line with day and author. */
export const SENTENCE = /(?:(?<!\p{L})\p{Ll}[\p{L}’'-]*[ ,]+){5}/u;

/** "Karlsruhe, (", "NEW YORK, ": what precedes the day in a dateline; not "On Tuesday, ". */
export const CITY =
  /^(?!(?:Am|On|Le|El|Il|Den|In|Im|Vom|Seit|Since)\s)(?:\p{Lu}[\p{L}.-]{2,} ?){1,3}(?:\(\p{L}+\) ?)?[,(/–—-][,(/ –—-]*$/u;
