// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { postAround } from '../../../lib/page/read/live-posts';

/** Which post of a live blog a text belongs to: each post has its own marks. */

afterEach(() => {
  document.body.innerHTML = '';
});

const post = (id: string, text = '<p>Rain.</p>') => `<div class="post"><h3>Now</h3><div id="${id}">${text}</div></div>`;

function posts(html: string): (id: string) => number | undefined {
  document.body.innerHTML = `<main>${html}</main>`;
  const story = document.querySelector('main')!;
  return (id) => postAround(document.querySelector(`#${id}`)!, story);
}

it('numbers three boxes of one shape, each with all that is in it', () => {
  const of = posts(`<p id="lead">Rain.</p>${post('a', '<p id="inner">Rain.</p>')}${post('b')}${post('c')}`);
  expect(new Set([of('a'), of('b'), of('c')]).size).toBe(3);
  expect(of('a')).toBeTypeOf('number');
  expect(of('inner')).toBe(of('a'));
  expect(of('lead')).toBeUndefined();
});

it('numbers neither two boxes nor boxes without a time or headline', () => {
  expect(posts(`${post('a')}${post('b')}`)('a')).toBeUndefined();
  expect(posts('<div><p id="a">Rain.</p></div>'.repeat(4))('a')).toBeUndefined();
});

it('numbers the outer post if it contains posts of its own', () => {
  const inner = [1, 2, 3].map((at) => `<li><time>1${at}:00</time><p id="entry${at}">Rain.</p></li>`).join('');
  const of = posts(`${post('a', `<ul>${inner}</ul>`)}${post('b')}${post('c')}`);
  expect([of('entry1'), of('entry3')]).toEqual([of('a'), of('a')]);
});
