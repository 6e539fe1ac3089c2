/**
 * Words for the reader. Components never hold a text: they ask for it by key. The entrypoint hands in the browser's
 * own `i18n.getMessage`; tests and the story book hand in `messages.json` itself through `fromMessages`.
 */
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type en from '../../assets/public/_locales/en/messages.json';
import { isolate } from './isolate';

export type MessageKey = keyof typeof en;

/** Stems that have a `_one` and an `_other` message in English: `count('card_words', 3)`. */
type CountKey = {
  [K in MessageKey]: K extends `${infer Stem}_one` ? (`${Stem}_other` extends MessageKey ? Stem : never) : never;
}[MessageKey];

type Translate = (key: MessageKey, ...substitutions: readonly (string | number)[]) => string;

export interface Text {
  /** BCP 47 tag in which dates, numbers and plurals are written: that of the words, never another one beside them. */
  readonly locale: string;
  readonly t: Translate;
  /** Chooses the form that the language of the words has for that number: `_one`, `_few` … `_other`. The number is `$1`, further substitutions follow. */
  readonly count: (key: CountKey, n: number, ...substitutions: readonly (string | number)[]) => string;
}

/**
 * Builds the text from any source of raw messages, e.g. `(key, subs) => browser.i18n.getMessage(key, subs)`, which
 * answers nothing to a key that it does not have. `uiLanguage` is the browser's.
 */
export function createText(uiLanguage: string, getMessage: (key: MessageKey, substitutions: string[]) => string): Text {
  const locale = localeOf(getMessage('text_language', []), uiLanguage);
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  // Most of what is put in is in Latin letters, which would tear a sentence of the other direction.
  const put = getMessage('text_direction', []) === 'rtl' ? isolate : (words: string) => words;
  const t: Translate = (key, ...substitutions) =>
    getMessage(
      key,
      substitutions.map((s) => (typeof s === 'number' ? number.format(s) : put(s))),
    );
  return {
    locale,
    t,
    // A language may leave out a form of its own that reads as `_other` does.
    count: (key, n, ...substitutions) =>
      t(`${key}_${plural.select(n)}` as MessageKey, n, ...substitutions) || t(`${key}_other`, n, ...substitutions),
  };
}

/** A browser in Welsh shows English words: then its dates and plurals are English, too. Of one language its region counts. */
const localeOf = (words: string, ui: string): string =>
  words === '' || ui.split('-')[0] === words.split('-')[0] ? ui : words;

/** The same substitution that the browser makes, over a parsed `messages.json`; nothing for a key that it does not have. */
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
