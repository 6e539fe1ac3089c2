// @vitest-environment happy-dom
/** The map in the card of a place: its room, its words for those who do not see it, and who asks for it. */
import { act, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { Card } from '../../../components/card';
import { PlaceMap } from '../../../components/card/place-map';
import { showMap } from '../../../entrypoints/card/map-here';
import type { Locator } from '../../../lib/map';
import { STORIES } from '../../browser/card/stories';
import { render, text } from './render';

const map: Locator = {
  width: 348,
  height: 132,
  land: [
    { d: 'M0,0L9,9L0,9Z', as: 'around' },
    { d: 'M100,20L200,20L150,100Z', as: 'here' },
  ],
  dot: { x: 150, y: 60, ringed: false },
  others: [{ x: 120, y: 30 }],
  labels: [{ words: 'Baghdad', x: 157, y: 64, anchor: 'start', kind: 'town' }],
  said: { place: 'Baghdad', country: 'Iraq', around: ['Syria', 'Iran'], others: ['Basra'] },
};
const bare: Locator = { ...map, dot: null, others: [], said: { place: 'Iraq', country: null, around: [], others: [] } };

describe('the map of a card', () => {
  it('has a description in words, and no accessibility violations', async () => {
    const { container, again } = render(<PlaceMap map={map} />);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      'Map: Baghdad, in Iraq. Around it: Syria and Iran. Also there, from this story: Basra.',
    );
    const { violations } = await axe.run(container);
    expect(violations.map(({ id }) => id)).toEqual([]);
    again(<PlaceMap map={bare} />);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe('Map: Iraq.');
  });

  it('draws outlines, dots and a ring where needed', () => {
    const { container, again } = render(<PlaceMap map={map} />);
    const count = (selector: string) => container.querySelectorAll(selector).length;
    expect([count('path'), count('.map-here'), count('.map-dot'), count('.map-other-dot'), count('.map-ring')]).toEqual(
      [2, 1, 1, 1, 0],
    );
    expect(container.querySelector('text')?.textContent).toBe('Baghdad');
    again(<PlaceMap map={{ ...map, dot: { x: 150, y: 60, ringed: true } }} />);
    expect(count('.map-ring')).toBe(1);
    again(<PlaceMap map={bare} />);
    expect([count('.map-dot'), count('.map-ring')]).toEqual([0, 0]);
  });

  it('is hidden until it arrives, and reports if it does not', () => {
    const { container, again } = render(<PlaceMap map={null} />);
    expect(container.textContent).toBe('');
    again(<PlaceMap map="unavailable" />);
    expect(container.textContent).toBe('The map could not be read.');
  });

  it('has its place in the card from the start, and only if there is one', () => {
    const { container, again } = render(<Card {...STORIES.bare} map={true} />);
    expect(container.querySelectorAll('.body > .map-place')).toHaveLength(1);
    again(<Card {...STORIES.bare} map={false} />);
    expect(container.querySelector('.map-place')).toBeNull();
  });

  it('is requested once per place, and a late answer is not drawn on another', async () => {
    const place = document.createElement('div');
    Object.defineProperty(place, 'clientWidth', { value: 300.4 });
    const asks: ((map: Locator | null) => void)[] = [];
    const ask = vi.fn((_: number) => new Promise<Locator | null>((done) => void asks.push(done)));
    await act(() => showMap(place, { entity: 'iraq', ask }, text));
    await act(() => showMap(place, { entity: 'iraq', ask }, text));
    expect(ask.mock.calls).toEqual([[300]]);
    await act(() => showMap(place, { entity: 'baghdad', ask }, text));
    await act(async () => asks[0]?.(bare));
    expect(place.querySelector('svg')).toBeNull();
    await act(async () => asks[1]?.(map));
    expect(place.querySelector('svg')?.getAttribute('aria-label')).toContain('Baghdad');
  });

  it('reports when the request failed', async () => {
    const place = document.createElement('div');
    await act(async () => showMap(place, { entity: 'iraq', ask: () => Promise.reject(new Error('gone')) }, text));
    await vi.waitFor(() => expect(place.textContent).toBe('The map could not be read.'));
  });
});
