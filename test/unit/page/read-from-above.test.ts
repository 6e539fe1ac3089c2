// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { isReadFromAbove } from '../../../lib/page';

/** Windows in one another, the outermost first; each is a page with this body at this address. */
function framed(...pages: readonly { body: string; host?: string; claims?: boolean }[]): Window {
  let outer: Window | null = null;
  for (const { body, host = 'paper.example', claims } of pages) {
    const head = claims ? '<meta property="og:type" content="article">' : '';
    const document = new DOMParser().parseFromString(
      `<html><head>${head}</head><body>${body}</body></html>`,
      'text/html',
    );
    const view = {
      document,
      location: { href: `https://${host}/a/page` },
      frameElement: outer && {},
    } as unknown as Window;
    Object.assign(view, { parent: outer ?? view });
    outer = view;
  }
  return outer!;
}

const story = {
  body: '<p>Soldiers left the base near Baghdad on Friday, said a spokesman.</p>'.repeat(9),
  claims: true,
};
const shell = { body: '<div>Menu</div>' };

it('a frame is left to the reader script of the story around it, however deep', () => {
  expect(isReadFromAbove(framed(story, story))).toBe(true);
  expect(isReadFromAbove(framed(story, shell, story))).toBe(true);
});

it('a frame in a page that is not a story has a reader script of its own', () => {
  expect(isReadFromAbove(framed(story))).toBe(false);
  expect(isReadFromAbove(framed(shell, story))).toBe(false);
});

it('a letter in the frame of a mailbox has none', () => {
  expect(isReadFromAbove(framed({ ...shell, host: 'mail.site.example' }, story))).toBe(true);
});

it('a page of another origin around it is not asked', () => {
  const view = { frameElement: null, parent: {} } as unknown as Window;
  expect(isReadFromAbove(view)).toBe(false);
});
