// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { declaredLanguage } from '../../../lib/page/recognise/declared-language';

const CONTENT = '<meta http-equiv="content-language" content="fr">';
const LOCALE = '<meta property="og:locale" content="es_ES">';

it.each([
  ['<html lang="de">', '', 'de'],
  ['<html lang="en">', '<article lang="de-AT">', 'de-AT'],
  [`<html><head>${CONTENT}${LOCALE}</head>`, '', 'fr'],
  [`<html><head>${LOCALE}</head>`, '', 'es_ES'],
  [`<html lang=""><head>${LOCALE}</head>`, '', 'es_ES'],
  [`<html lang="not a language at all"><head>${LOCALE}</head>`, '', 'es_ES'],
  ['<html>', '', null],
  [`<html lang="x${'y'.repeat(99)}">`, '', null],
])('%s %s: %j', (html, box, language) => {
  const doc = new DOMParser().parseFromString(`<!doctype html>${html}<body>${box}<p>Text</p>`, 'text/html');
  expect(declaredLanguage(doc, doc.querySelector('p') as Element)).toBe(language);
});
