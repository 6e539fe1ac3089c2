// @vitest-environment happy-dom
/** The place of what was met, recall, and the words on a card. */
import { fireEvent, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { metWords } from '../../../components/card/met-words';
import { MetView, type MetViewProps, RecallView, type RecallViewProps } from '../../../components/met';
import { render, text } from './render';

const press = (name: string | RegExp, role = 'button') => fireEvent.click(screen.getByRole(role, { name }));
const stories = [
  { url: 'https://news.example/2', title: 'Second', day: '2026-11-30', at: Date.UTC(2026, 10, 30) },
  { url: 'https://news.example/1', title: 'First', day: null, at: Date.UTC(2026, 10, 2) },
];

function showMet(change: Partial<MetViewProps> = {}) {
  const on = { onHistory: vi.fn(), onForgetSite: vi.fn(), onForget: vi.fn() };
  const props: MetViewProps = {
    history: true,
    names: [{ entity: 'q1', name: 'Ana Example', stories }],
    sites: [{ site: 'news.example', stories: 2 }],
    hrefOf: (entity) => `#entity/${entity}`,
    recall: <p>Recall here</p>,
    ...on,
    ...change,
  };
  return { ...render(<MetView {...props} />), on };
}

describe('the list of what was met', () => {
  it('shows names with their stories, which can be forgotten by site or all at once', () => {
    const { on } = showMet();
    expect(screen.getByRole('link', { name: 'Ana Example' }).getAttribute('href')).toBe('#entity/q1');
    expect(screen.getAllByText(/2 stories/)).toHaveLength(2);
    expect(screen.getByText('Recall here')).toBeTruthy();
    press('Forget this site: news.example');
    expect(on.onForgetSite.mock.calls).toEqual([['news.example']]);
    press('Forget everything you met');
    expect(on.onForget).toHaveBeenCalledTimes(1);
  });

  it('is recorded once the reader wants it, with nothing to forget before', () => {
    const { on } = showMet({ history: false, names: [], sites: [] });
    expect(screen.getByText('No names are stored.')).toBeTruthy();
    expect(screen.queryByText('Recall here')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
    press('Remember what I meet', 'switch');
    expect(on.onHistory.mock.calls).toEqual([[true]]);
  });

  it('can still be forgotten after the switch was turned off, and reports if it cannot be read', () => {
    const { on } = showMet({ history: false });
    press('Forget everything you met');
    expect(on.onForget).toHaveBeenCalledTimes(1);
    showMet({ names: 'unavailable' });
    expect(screen.getByText(/^This could not be read just now/)).toBeTruthy();
  });

  it('has no accessibility violations', async () => {
    const { container } = showMet();
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('a recall question', () => {
  const card = {
    name: 'Ana Example',
    kind: 'person',
    lines: ['jurist', 'Minister since May 2026'],
    story: stories[0]!,
    days: { no: 1, yes: 3, easily: 8 },
  } as const;
  function show(change: Partial<RecallViewProps> = {}) {
    const on = { onTurn: vi.fn(), onGrade: vi.fn(), onEnd: vi.fn() };
    return { ...render(<RecallView card={card} turned={false} left={4} {...on} {...change} />), on };
  }

  it('shows nothing of the answer at first', () => {
    const { container, on } = show();
    expect(container.textContent).toContain('4 to go');
    expect(container.textContent).toContain('Who is that?');
    for (const secret of ['jurist', 'Minister', 'Second']) expect(container.textContent).not.toContain(secret);
    press('Show the answer');
    expect(on.onTurn).toHaveBeenCalledTimes(1);
  });

  it('has on its back the fact, the story where it was met, and when each answer brings it back', () => {
    const { on } = show({ turned: true });
    expect(screen.getByText('Minister since May 2026')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Second' }).getAttribute('href')).toBe('https://news.example/2');
    expect(document.activeElement?.textContent).toBe('Ana Example');
    press('No · again tomorrow');
    press('Yes · again in 3 days');
    press('Easily · again in 8 days');
    expect(on.onGrade.mock.calls.flat()).toEqual(['no', 'yes', 'easily']);
  });

  it('is the last one when nothing more is due', () => {
    const { container, on } = show({ card: null, left: 0 });
    expect(within(container as HTMLElement).getByText('Nothing to recall now.')).toBeTruthy();
    press('Back to what you met');
    expect(on.onEnd).toHaveBeenCalledTimes(1);
  });
});

describe('the line on a card about earlier stories', () => {
  it.each([
    [{ thisMonth: 0, ever: 0, isNew: true }, 'New to you'],
    [{ thisMonth: 0, ever: 0, isNew: false }, ''],
    [{ thisMonth: 0, ever: 4, isNew: false }, 'Met before'],
    [{ thisMonth: 1, ever: 4, isNew: false }, 'Second time this month'],
    [{ thisMonth: 2, ever: 2, isNew: false }, 'Third time this month'],
    [{ thisMonth: 3, ever: 3, isNew: false }, 'Met in 4 stories this month'],
  ])('%j is %j', (met, said) => {
    expect(metWords(text, met)).toBe(said);
  });
});
