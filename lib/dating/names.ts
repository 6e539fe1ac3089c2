/**
 * What words around a date say of it: in the names of elements, in names of `meta`, and printed before it. Parts of
 * words on purpose: `datePublished`, `article__published-at` and "veröffentlicht am" are all one.
 */

const any = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|').replace(/\s*\n\s*/g, ''), 'iu');

/** Of the last change, or of something else than publication. */
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

/** Louder than `updated` in the same name: WordPress calls the one date of a story `entry-date published updated`. */
export const SURELY_PUBLISHED = /publi|pubdate|posted|created|issued|entry-date/i;

/** Said in a line, this counts whatever else the line says. */
export const SAYS_PUBLISHED =
  /mise? en ligne|online (?:seit|since)|(?:artikel|beitrag|eintrag|post|article|entry|story) (?:wurde|was)/i;
/** "As of": papers that print one date only print it so. */
export const AS_OF = /\bstand\b|\bas of\b/i;

export const META_PUBLISHED = any(
  'article:published|og:published|published[_-]?time|date[_.-]?published|pub[_-]?date|publish[_-]?date|publication[_-]?date',
  'sailthru\\.date|parsely-pub|dc\\.date\\.issued|dcterms\\.issued|dcterms\\.created|dc\\.date\\.created|firstpublished',
  'citation_(?:publication_|online_)?date|publishtime|article\\.(?:published|created)|releasedate|displaydate',
);
/** A program that makes pages may mean any day by these. */
export const META_DATE = /(?:^|[\s._:-])date(?:$|\s)|created|issued|dc\.date|dcterms\.date|timestamp|time/i;

/** Beside the story. */
export const ASIDE = any(
  'sidebar|related|recommend|teaser|widget|\\bnav\\b|navigation|(?<!(?:entry|post|article|asset|story)[-_]?)footer',
  'recent|popular|trending|most-?read|carousel|slider|newsletter|(?<!node-)promo|archive-?list|upcoming|calendar',
  '\\bevents?\\b|ticker|author-?bio|breaking',
);
export const COMMENT = /\bcomment|\bkommentar|leserbrief|disqus|\breply|replies/i;
/** The bar that an archive lays over a page that it kept. */
export const ARCHIVE = /wm-ipp|archive-?(?:bar|banner|toolbar)/i;
/** The head of a site, which may print today's date. */
export const SITE_HEAD =
  /(?:^|[\s-])(?:site-?|page-?|main-?)?header(?:$|[\s-](?!date))|masthead|top-?bar|nav-?bar|toolbar|today|current|ticker|weather/i;
/** Beside a headline stand the day and the author. */
export const BYLINE = /dat[eu]|time|publi|posted|byline|meta\b|entry-|info|stamp|autor|author|head|lead/i;

export const ARTICLE = /article|posting|report|story|review|recipe|newsletter/i;
export const PAGE = /(?:web|about|item)page/i;

/** Five words in a row without a capital: a sentence, and no line of day and author. */
export const SENTENCE = /(?:(?<!\p{L})\p{Ll}[\p{L}’'-]*[ ,]+){5}/u;

/** "Karlsruhe, (", "NEW YORK, ": what stands before the day in a dateline; and no "On Tuesday, ". */
export const CITY =
  /^(?!(?:Am|On|Le|El|Il|Den|In|Im|Vom|Seit|Since)\s)(?:\p{Lu}[\p{L}.-]{2,} ?){1,3}(?:\(\p{L}+\) ?)?[,(/–—-][,(/ –—-]*$/u;
