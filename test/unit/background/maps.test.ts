import { describe, expect, it, vi } from 'vitest';
import { createMapCalls } from '../../../entrypoints/background/maps';
import type { Dossier, Kind } from '../../../lib/facts';
import { LOCATOR, type LocatorPart } from '../../../lib/map';
import type { Caller } from '../../../lib/messages';
import { frame } from './caller';

const files: Record<string, unknown> = {
  '/maps/outlines.json': {
    type: 'Topology',
    arcs: [
      [
        [40, 30],
        [48, 30],
        [48, 36],
        [40, 36],
        [40, 30],
      ].toReversed(),
    ],
    objects: {
      countries: {
        type: 'GeometryCollection',
        geometries: [{ type: 'Polygon', arcs: [[0]], properties: { name: 'Iraq' } }],
      },
    },
  },
  '/maps/places.json': { countries: { iraq: 'Iraq' }, points: { baghdad: [44, 33] } },
};

const dossier = (key: string, kind: Kind, at: { latitude: number; longitude: number } | null): Dossier =>
  ({
    entity: { key, name: `Name of ${key}`, kind, qualifier: key === 'iraq' ? 'Country' : '' },
    facts: at ? [{ side: 'own', value: { type: 'coordinates', at } }] : [],
    background: null,
  }) as unknown as Dossier;

function open() {
  const known: Record<string, Dossier> = {
    iraq: dossier('iraq', 'place', null),
    baghdad: dossier('baghdad', 'place', null),
    told: dossier('told', 'place', { latitude: 34, longitude: 45 }),
    lost: dossier('lost', 'place', null),
    person: dossier('person', 'person', null),
  };
  const readFile = vi.fn(async (path: string): Promise<unknown> => files[path]);
  const loadLocator = vi.fn(async (): Promise<LocatorPart> => LOCATOR);
  const dossierOf = vi.fn(async (key: string, _: Pick<Caller, 'incognito'>) => known[key] ?? null);
  return { ...createMapCalls({ loadLocator, readFile, dossierOf }), readFile, loadLocator, dossierOf };
}

describe('maps of the background', () => {
  it('exist for places whose position is known', async () => {
    const { has } = open();
    const all = ['iraq', 'baghdad', 'told', 'lost', 'person', 'nobody'];
    expect(await Promise.all(all.map((key) => has(key, frame)))).toEqual([true, true, true, false, false, false]);
  });

  it('read no file for entities that are not places, no outlines before a map is wanted, and each file once', async () => {
    const { has, answers, readFile, loadLocator } = open();
    await has('person', frame);
    expect(readFile).not.toHaveBeenCalled();
    await has('iraq', frame);
    expect(readFile.mock.calls).toEqual([['/maps/places.json']]);
    expect(loadLocator).not.toHaveBeenCalled();
    for (const entity of ['iraq', 'baghdad']) await answers.placeMap({ entity, here: [], width: 300 }, frame);
    expect(readFile.mock.calls).toEqual([['/maps/places.json'], ['/maps/outlines.json']]);
  });

  it('show the place and the other places of its story, as wide as requested', async () => {
    const { answers } = open();
    const here = ['baghdad', 'person', 'told', 'iraq', 'lost'];
    const map = await answers.placeMap({ entity: 'baghdad', here, width: 300 }, frame);
    expect(map).toMatchObject({ width: 300, height: 132, said: { place: 'Name of baghdad', country: 'Iraq' } });
    expect(map?.said.others).toEqual(['Name of told']);
    expect(await answers.placeMap({ entity: 'lost', here, width: 300 }, frame)).toBeNull();
    expect(await answers.placeMap({ entity: 'person', here, width: 300 }, frame)).toBeNull();
  });

  it('read a file again with the next map if reading failed', async () => {
    const { answers, readFile } = open();
    readFile.mockRejectedValueOnce(new Error('no disk'));
    await expect(answers.placeMap({ entity: 'iraq', here: [], width: 300 }, frame)).rejects.toThrow('no disk');
    expect(await answers.placeMap({ entity: 'iraq', here: [], width: 300 }, frame)).not.toBeNull();
  });

  it.each([
    [{ ...frame, incognito: true }, undefined, true],
    [{ ...frame, ownPage: true }, true, true],
    // A frame in a page does not say what window it is in.
    [frame, true, false],
  ])('in private windows know what was looked up there (%#)', async (caller, inPrivate, incognito) => {
    const { answers, dossierOf } = open();
    await answers.placeMap({ entity: 'iraq', here: [], width: 300, inPrivate }, caller);
    expect(dossierOf).toHaveBeenLastCalledWith('iraq', { incognito });
  });
});
