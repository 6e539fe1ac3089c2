/**
 * Words for the reader. Components contain no text: they request it by key. The entrypoint passes the browser's
 * `i18n.getMessage`; tests and the story book pass `messages.json` through `fromMessages`.
 */
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type en from '../../assets/public/_locales/en/messages.json';
import { isolate } from './isolate';

export type MessageKey = keyof typeof en;

/** Stems with a `_one` and an `_other` message in English: `count('card_words', 3)`. */
type CountKey = {
  [K in MessageKey]: K extends `${infer Stem}_one` ? (`${Stem}_other` extends MessageKey ? Stem : never) : never;
}[MessageKey];

type Translate = (key: MessageKey, ...substitutions: readonly (string | number)[]) => string;

export interface Text {
  /** BCP 47 tag for dates, numbers and plurals: always the language of the words. */
  readonly locale: string;
  readonly t: Translate;
  /**
   * Chooses the plural form of the words' language for that number: `_one`, `_few` … `_other`. The number is `$1`,
   * further substitutions follow.
   */
  readonly count: (key: CountKey, n: number, ...substitutions: readonly (string | number)[]) => string;
}

/**
 * Builds the text from any source of raw messages, e.g. `(key, subs) => browser.i18n.getMessage(key, subs)`, which
 * returns nothing for an unknown key. `uiLanguage` is the browser's.
 */
export function createText(uiLanguage: string, getMessage: (key: MessageKey, substitutions: string[]) => string): Text {
  const locale = localeOf(getMessage('text_language', []), uiLanguage);
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  // Most substitutions are in Latin script, which would break up a right-to-left sentence.
  const put = getMessage('text_direction', []) === 'rtl' ? isolate : (words: string) => words;
  const t: Translate = (key, ...substitutions) =>
    getMessage(
      key,
      substitutions.map((s) => (typeof s === 'number' ? number.format(s) : put(s))),
    );
  return {
    locale,
    t,
    // A language may omit a plural form that equals `_other`.
    count: (key, n, ...substitutions) =>
      t(`${key}_${plural.select(n)}` as MessageKey, n, ...substitutions) || t(`${key}_other`, n, ...substitutions),
  };
}

/**
 * A Welsh browser shows English words: then dates and plurals are English too. Within one language the region counts.
 */
const localeOf = (words: string, ui: string): string =>
  words === '' || ui.split('-')[0] === words.split('-')[0] ? ui : words;

/** The browser's substitution, over a parsed `messages.json`; nothing for an unknown key. */
export function fromMessages(
  messages: Readonly<Record<string, { readonly message: string }>>,
): (key: string, substitutions: string[]) => string {
  return (key, substitutions) =>
    (messages[key]?.message ?? '').replace(/\$(\$|[1-9])/g, (_, which: string) =>
      which === '$' ? '$' : (substitutions[Number(which) - 1] ?? ''),
    );
}

const TextContext = createContext<Text | null>(null);

export function TextProvider(props: { readonly text: Text; readonly children: ComponentChildren }) {
  return <TextContext.Provider value={props.text}>{props.children}</TextContext.Provider>;
}

export function useText(): Text {
  const text = useContext(TextContext);
  if (text === null) throw new Error('A component that prints words stands outside <TextProvider>');
  return text;
}
