/** Every language has all messages of the English one, with the same placeholders and its own plural forms. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES, messagesOf, placeholdersOf } from './languages';

const FORM = /_(zero|one|two|few|many|other)$/;
const english = messagesOf('en');
const stems = Object.keys(english)
  .filter((key) => key.endsWith('_other') && `${key.slice(0, -6)}_one` in english)
  .map((key) => key.slice(0, -6));
/** Without the forms of counted messages: those are a language's own. */
const plain = (keys: readonly string[]) =>
  keys.filter((key) => !(FORM.test(key) && stems.includes(key.replace(FORM, '')))).sort();

const RIGHT_TO_LEFT = /^(ar|fa|he|ur|ps|ckb|yi)\b/;
/** Characters. */
const STORES = { extension_description: 132, extension_name: 75 } as const;

it('English and German are there', () => {
  expect(LANGUAGES).toEqual(expect.arrayContaining(['en', 'de']));
});

it('there are messages to compare', () => {
  expect(stems.length).toBeGreaterThan(30);
});

describe.each(LANGUAGES.map((folder) => [folder, folder.replace('_', '-')]))('%s', (folder, tag) => {
  const messages = messagesOf(folder);
  const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;

  it('names itself', () => {
    expect(messages.text_language?.message).toBe(tag);
    expect(messages.text_direction?.message).toBe(RIGHT_TO_LEFT.test(tag) ? 'rtl' : 'ltr');
  });

  it('has each message, and none that is never used', () => {
    expect(plain(Object.keys(messages))).toEqual(plain(Object.keys(english)));
  });

  it('has each plural form', () => {
    const wanted = stems.flatMap((stem) => forms.map((form) => `${stem}_${form}`)).sort();
    const own = Object.keys(messages).filter((key) => FORM.test(key) && stems.includes(key.replace(FORM, '')));
    expect(own.sort()).toEqual(wanted);
  });

  it('has no empty message, and none with space at its ends', () => {
    const bad = Object.entries(messages).filter(([, { message }]) => message === '' || message !== message.trim());
    expect(bad).toEqual([]);
  });

  it('has the same placeholders as English', () => {
    const wrong = Object.entries(messages).filter(([key, { message }]) => {
      const stem = key.replace(FORM, '');
      const counted = stems.includes(stem);
      const wanted = placeholdersOf(english[counted ? `${stem}_other` : key]?.message ?? '');
      const has = placeholdersOf(message);
      // A form may say the number in a word: "one note", "two notes".
      return counted
        ? has.some((one) => !wanted.includes(one)) || wanted.some((one) => one !== '$1' && !has.includes(one))
        : has.join() !== wanted.join();
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  // Whoever speaks to the browser says what stands on the button.
  it('has the visible text of a button in its accessible label', () => {
    const wrong = Object.entries(messages).filter(([key, { message }]) => {
      const shown = messages[key.replace(/_label$/, '')]?.message.replace(/\$\d/g, '').trim() ?? '';
      return key.endsWith('_label') && !message.includes(shown);
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it.each(Object.entries(STORES))('%s is short enough for the stores', (key, longest) => {
    expect(messages[key]?.message.length).toBeLessThanOrEqual(longest);
  });
});
