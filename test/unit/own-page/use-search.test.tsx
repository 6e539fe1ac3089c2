// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { useSearch } from '../../../entrypoints/own-page/use-search';
import type { FoundKnowledge, KnowledgeQuery } from '../../../lib/knowledge';

const asked: { readonly query: KnowledgeQuery; readonly answer: (total: number | null) => void }[] = [];
const look = (query: KnowledgeQuery) =>
  new Promise<FoundKnowledge>((resolve, reject) => {
    const answer = (total: number | null) =>
      total === null ? reject(new Error('gone')) : resolve({ total, found: [] });
    asked.push({ query, answer });
  });

const words = (typed: string): KnowledgeQuery => ({ words: typed, kind: null, country: null });
const show = (first: KnowledgeQuery | null) =>
  renderHook(({ query }: { query: KnowledgeQuery | null }) => useSearch(query, look), {
    initialProps: { query: first },
  });
const answer = (at: number, total: number | null) =>
  act(async () => {
    asked[at]?.answer(total);
    await new Promise((next) => setTimeout(next));
  });
const sought = () => asked.map(({ query }) => query.words);

describe('a search while typing', () => {
  beforeEach(() => void asked.splice(0));

  it('searches for the first letters, then for the last ones, and for none in between', async () => {
    const { result, rerender } = show(null);
    expect([result.current, sought()]).toEqual([null, []]);
    for (const typed of ['m', 'mo', 'moh', 'moha']) rerender({ query: words(typed) });
    expect(sought()).toEqual(['m']);
    await answer(0, 9);
    expect(result.current).toMatchObject({ of: words('m'), answer: { total: 9 } });
    expect(sought()).toEqual(['m', 'moha']);
    await answer(1, 1);
    expect(result.current).toMatchObject({ of: words('moha'), answer: { total: 1 } });
    rerender({ query: words('moha') });
    expect(sought()).toHaveLength(2);
  });

  it('forgets the results when the field is emptied, and searches again for the next word', async () => {
    const { result, rerender } = show(words('iran'));
    rerender({ query: null });
    await answer(0, 5);
    expect(result.current).toBeNull();
    rerender({ query: words('iraq') });
    expect(sought()).toEqual(['iran', 'iraq']);
    expect(result.current).toBeNull();
    await answer(1, 2);
    expect(result.current).toMatchObject({ answer: { total: 2 } });
  });

  it('reports that nothing can be found, and keeps searching', async () => {
    const { result, rerender } = show(words('iran'));
    await answer(0, null);
    expect(result.current?.answer).toBe('unavailable');
    rerender({ query: words('irane') });
    await answer(1, 3);
    expect(result.current).toMatchObject({ answer: { total: 3 } });
  });

  it('stops when it is closed', async () => {
    const { rerender, unmount } = show(words('i'));
    rerender({ query: words('ir') });
    unmount();
    await answer(0, 1);
    expect(sought()).toEqual(['i']);
  });
});
