// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { isLinkedLine } from '../../../lib/page/read/linked-line';

/** A line that is nothing but a link belongs to another story. */

afterEach(() => {
  document.body.innerHTML = '';
});

function isLinked(html: string): boolean {
  document.body.innerHTML = html;
  const box = document.querySelector('p')!;
  return isLinkedLine(box, box.textContent!);
}
const HARBOUR = 'Two senators trade barbs over the harbour';

it.each([
  ['a link', `<p><a href="/harbour">${HARBOUR}</a></p>`, true],
  ['a link with white space around it', `<p> <a href="/harbour">${HARBOUR}</a> </p>`, true],
  ['in a link', `<a href="/harbour"><p>${HARBOUR}</p></a>`, true],
  ['a link and more', `<p><a href="/harbour">${HARBOUR}</a>, he said</p>`, false],
  ['no link', `<p>${HARBOUR}</p>`, false],
  ['a link without an address', `<p><a>${HARBOUR}</a></p>`, false],
  ['a link to a place in the story itself', `<p><a href="#harbour">${HARBOUR}</a></p>`, false],
  ['a link of a paragraph', `<p><a href="/harbour">${`${HARBOUR}. `.repeat(5).trim()}</a></p>`, false],
])('is told from the line alone: %s', (_, html, linked) => {
  expect(isLinked(html)).toBe(linked);
});
