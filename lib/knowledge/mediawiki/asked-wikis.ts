/** Which wikis are asked for what, by the reader's settings. */
import { OTHER_LANGUAGES, type OtherLanguage } from '../../pack';
import { DEFAULT_SETTINGS, type Settings } from '../../settings';

export type WikiSettings = Pick<Settings, 'wikiApi' | 'germanWikiApi'>;

/**
 * Wikis for one language. A reader who replaced Wikipedia with another wiki has decided whom to ask: then the German
 * Wikipedia is not asked either, unless it was also set.
 */
export function wikisOfLanguages({ wikiApi, germanWikiApi }: WikiSettings): readonly {
  readonly language: OtherLanguage;
  readonly api: string;
}[] {
  const isUsual = new URL(wikiApi).host.endsWith('.wikipedia.org');
  const isAsked = germanWikiApi !== wikiApi && (isUsual || germanWikiApi !== DEFAULT_SETTINGS.germanWikiApi);
  return isAsked ? [{ language: 'de', api: germanWikiApi }] : [];
}

/** Who gets a name from a text in that language, in order. */
export const wikisFor = (settings: WikiSettings, language: string | null | undefined): readonly string[] => [
  ...wikisOfLanguages(settings)
    .filter((wiki) => wiki.language === language)
    .map(({ api }) => api),
  settings.wikiApi,
];

function inLanguage(title: string): { readonly language: OtherLanguage; readonly title: string } | null {
  const [, before, own] = /^([a-z]{2}):(.+)$/.exec(title) ?? [];
  const language = OTHER_LANGUAGES.find((other) => other === before);
  return language !== undefined && own !== undefined ? { language, title: own } : null;
}

/** As it is sent: "Title" for "de:Title". */
export const plainTitle = (title: string): string => inLanguage(title)?.title ?? title;

/** "de:Title" is an article of the German wiki; null if that is not asked. */
export function articleOf(
  title: string,
  settings: WikiSettings,
): { readonly api: string; readonly title: string } | null {
  const other = inLanguage(title);
  if (other === null) return { api: settings.wikiApi, title };
  const wiki = wikisOfLanguages(settings).find(({ language }) => language === other.language);
  return wiki ? { api: wiki.api, title: other.title } : null;
}
