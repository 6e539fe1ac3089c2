// @vitest-environment happy-dom
/** What lies behind a story, as a reader and a screen reader find it: lines, timeline, ties, map. */
import { fireEvent, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { CatchUp, StoryTiesView, Timeline } from '../../../components/story-background';
import type { StoryBackground } from '../../../lib/story-background';
import { compose, event, fact, SOURCE, to } from '../story-background/small-story';
import { render } from './render';

const STORY = compose({
  story: {
    'ana-example': {
      salience: 0.9,
      facts: [
        event('2020-06-01', 'Wins the election'),
        event('2020-08-01', 'Sworn in'),
        fact('role', '2019', { words: 'Mayor', end: '2020-07-31' }),
        fact('ally', '2014', { value: to('bo-barrow') }),
      ],
    },
    'bo-barrow': {
      facts: [
        fact('role', '2016-03', { words: 'Governor', end: '2020-05-02' }),
        fact('role', '2020', { words: 'Candidate' }),
        fact('member-of', '2010', { value: to('club') }),
      ],
    },
    'cy-cello': { facts: [fact('member-of', '2012', { value: to('club') })] },
    summit: {
      kind: 'event',
      facts: [
        fact('took-place', '2020-05-20', { end: '2020-05-20', source: { ...SOURCE, url: 'javascript:alert(1)' } }),
        fact('took-part-in', '2020-05-20', { side: 'told', value: to('cy-cello') }),
      ],
    },
  },
  others: { club: { kind: 'group' } },
});
const NOTHING = compose({ story: {} });

function open(view: 'catch-up' | 'timeline' | 'ties', story: StoryBackground = STORY) {
  const on = { onCard: vi.fn(), onLink: vi.fn() };
  const View = { 'catch-up': CatchUp, timeline: Timeline, ties: StoryTiesView }[view];
  return { ...render(<View story={story} {...on} />), ...on };
}
const said = (element: Element | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();
const items = (container: Element, list = 'ol') => [...container.querySelectorAll(`${list} > li`)].map(said);

describe('catch me up', () => {
  it('shows when, who, what, and by which source as of when', () => {
    const { container } = open('catch-up');
    const [led, since] = [...container.querySelectorAll('section')];
    expect(within(led as HTMLElement).getByRole('heading').textContent).toBe('What led here');
    expect(said(led as Element)).toContain(
      'Dated facts that Backstory knows, up to 15 June 2020, the most telling first.',
    );
    expect(items(led as Element)).toEqual([
      '20 May 2020SummitCy Cello, took partTable, as of June 2026',
      '1 June 2020Ana Example: Wins the electionTable, as of June 2026',
      '2 May 2020Bo Barrow: Governor (until then)Table, as of June 2026',
    ]);
    expect(within(since as HTMLElement).getByRole('heading').textContent).toBe('Since this story');
    expect(items(since as Element)).toEqual([
      '31 July 2020Ana Example: Mayor (until then)Table, as of June 2026',
      '1 August 2020Ana Example: Sworn inTable, as of June 2026',
    ]);
  });

  it('reports when the story has no day of its own, and when nothing is known', () => {
    open('catch-up', compose({ story: { ana: { facts: [event('2026-06-01', 'Speaks')] } }, day: null }));
    expect(document.body.textContent).toContain('The story has no date.');
    const { container } = open('catch-up', NOTHING);
    expect(said(container)).toBe('What led hereBackstory knows no dated fact that leads to this story.');
  });

  it('opens a card with each name, and a source if it is a web address', () => {
    const { onCard, onLink } = open('catch-up');
    fireEvent.click(screen.getByRole('button', { name: 'Cy Cello' }));
    expect(onCard).toHaveBeenLastCalledWith('cy-cello');
    const links = screen.getAllByRole('link');
    // That of the summit is none.
    expect(links).toHaveLength(4);
    fireEvent.click(links[0] as Element);
    expect(onLink).toHaveBeenLastCalledWith('https://facts.example/');
  });

  it('words a tie as the card does, with both names as links', () => {
    const tie = compose({
      story: {
        'ana-example': { salience: 0.9, facts: [fact('ally', '2020-06-01', { value: to('bo-barrow') })] },
        'bo-barrow': {},
      },
    });
    const { container, onCard } = open('catch-up', tie);
    expect(items(container)).toEqual(['1 June 2020Ana Example · Bo Barrow, allyTable, as of June 2026']);
    fireEvent.click(screen.getByRole('button', { name: 'Bo Barrow' }));
    expect(onCard).toHaveBeenLastCalledWith('bo-barrow');
  });

  it('reports that a war ended', () => {
    const war = fact('under-way', '2012', { end: '2020-06-01' });
    const { container } = open('catch-up', compose({ story: { war: { kind: 'event', salience: 0.9, facts: [war] } } }));
    expect(items(container)[0]).toBe('1 June 2020War: endedTable, as of June 2026');
  });
});

describe('the timeline', () => {
  it('ends with the day of the story, each line as exact as its date', () => {
    const { container } = open('timeline');
    const lines = items(container, '.story-years');
    expect(lines.some((line) => line?.startsWith('since 2019Ana Example: Mayor'))).toBe(true);
    expect(lines.some((line) => line?.startsWith('2016–2020Bo Barrow: Governor'))).toBe(true);
    expect(lines.find((line) => line?.includes('Candidate'))).toMatch(
      /^since 2020 · perhaps before the story, perhaps after/,
    );
    expect(lines.some((line) => line?.includes('Sworn in'))).toBe(false);
  });

  it('shows what came after separately, at a press', () => {
    const { container } = open('timeline');
    fireEvent.click(screen.getByRole('switch', { name: 'And one that came after' }));
    const lines = items(container, '.story-years');
    expect(lines.at(-1)).toMatch(/^After the story of 15 June 2020\s*1 August 2020Ana Example: Sworn in/);
    // An office that ended later is now told with its end.
    expect(lines.some((line) => line?.startsWith('2019–2020Ana Example: Mayor'))).toBe(true);
    fireEvent.click(screen.getByRole('switch'));
    expect(items(container, '.story-years').some((line) => line?.includes('Sworn in'))).toBe(false);
  });

  it('has no switch if nothing came after, and no empty picture', () => {
    open('timeline', compose({ story: { ana: { facts: [event('2020-06-01', 'Speaks')] } } }));
    expect(screen.queryByRole('switch')).toBeNull();
    const { container } = open('timeline', NOTHING);
    expect(said(container)).toBe('Backstory knows no dated fact of the names in this story.');
    expect(container.querySelector('svg')).toBeNull();
  });

  it('reports that what it knows is all from before the story', () => {
    const source = { ...SOURCE, asOf: '2019-12-31' };
    const { container } = open(
      'timeline',
      compose({ story: { ana: { salience: 0.9, facts: [fact('role', '2019', { words: 'Mayor', source })] } } }),
    );
    expect(items(container, '.story-years')[0]).toMatch(/^from 2019, as known on 31 December 2019/);
  });

  it('highlights in the picture what is selected in the list', () => {
    const { container } = open('timeline');
    expect(container.querySelectorAll('.time-here')).toHaveLength(0);
    const [first] = screen.getAllByRole('button', { name: 'Ana Example' });
    fireEvent.focusIn(first as Element);
    expect(container.querySelectorAll('.time-here')).toHaveLength(1);
    fireEvent.focusOut(first as Element);
    expect(container.querySelectorAll('.time-here')).toHaveLength(0);
  });
});

describe('the ties', () => {
  it('are shown in words with their start, both direct ones and those through one other entity', () => {
    const { container } = open('ties');
    const groups = [...container.querySelectorAll('.story-groups > li')].map(said);
    expect(groups).toEqual([
      'Ana ExampleBo Barrow: ally, since 20141 (source 1)',
      'SummitCy Cello: took part, since 20 May 20201 (source 1)',
      'ClubBo Barrow: member, since 20101 (source 1)Cy Cello: member, since 20121 (source 1)',
    ]);
    expect(screen.getByRole('img', { name: /Which names of this story are tied/ })).toBeTruthy();
  });

  it('are reported as missing if there are none', () => {
    const { container } = open('ties', NOTHING);
    expect(said(container)).toBe('Backstory knows no tie between the names of this story.');
  });

  it('are highlighted for the selected name', () => {
    const { container } = open('ties');
    fireEvent.focusIn(screen.getAllByRole('button', { name: 'Ana Example' })[0] as Element);
    expect(container.querySelectorAll('.tie-arc.tie-lit')).toHaveLength(1);
    fireEvent.focusOut(screen.getAllByRole('button', { name: 'Ana Example' })[0] as Element);
    expect(container.querySelectorAll('.tie-lit')).toHaveLength(0);
  });
});

it.each(['catch-up', 'timeline', 'ties'] as const)('%s has no accessibility violations', async (view) => {
  const { container } = open(view);
  const { violations } = await axe.run(container);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
});
