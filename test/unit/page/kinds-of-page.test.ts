// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { findArticle, ruleOut } from '../../../lib/page';
import { KINDS_OF_PAGE } from '../../browser/page/kinds-of-page';

/** What is read as a story; what of it, real browsers say (`test/browser/page/kinds.test.ts`). */

describe.each(KINDS_OF_PAGE)('$name', ({ path, html, state, asked }) => {
  const address = new URL(path, 'https://paper.example');
  const document = new DOMParser().parseFromString(html, 'text/html');
  const found = (byHand: boolean) => {
    const article = findArticle(document, address, byHand);
    return typeof article === 'string' ? article : 'ready';
  };
  it(`is ${state}`, () => expect(found(false)).toBe(state));
  it.runIf(asked)('has the same state when the reader asks', () => expect(found(true)).toBe(asked));
  it.runIf(state === 'ready')('is not ruled out before', () => {
    const view = { document, location: address, frameElement: null } as unknown as Window;
    expect(ruleOut(Object.assign(view, { parent: view }))).toBeNull();
  });
});
