import { describe, expect, it } from 'vitest';
import { popupState } from '../../../entrypoints/own-page/popup-state';
import { CallError, type GlossaryAnswer } from '../../../lib/messages';
import type { SiteAnswer } from '../../../lib/settings';

const open: SiteAnswer = {
  state: 'open',
  site: 'a.org',
  pattern: '*://*.a.org/*',
  chosen: true,
  granted: true,
  on: true,
  reader: 'alive',
  incognito: false,
};
const glossary: GlossaryAnswer = {
  state: 'ready',
  title: '',
  day: null,
  pageDay: null,
  entries: [],
  unknown: [],
  marksHidden: false,
};
const gone = new CallError('no-receiver', '');

function ask(answers: {
  site?: SiteAnswer | Error;
  useHere?: boolean;
  glossary?: GlossaryAnswer | Error;
  packs?: unknown[];
  noted?: string[] | Error;
  fromToolbar?: boolean;
  mayPutIn?: boolean;
}) {
  const asked: string[] = [];
  const answer = (name: string, fallback: unknown) => {
    asked.push(name);
    const value: unknown = answers[name as keyof typeof answers] ?? fallback;
    return value instanceof Error ? Promise.reject(value) : Promise.resolve(value);
  };
  const sound = [{ id: 'bundled', bundled: true, problem: null, info: null }];
  const defaults: Record<string, unknown> = { site: open, useHere: true, packs: sound };
  const state = popupState(1, {
    callBackground: ((name: string) => answer(name, defaults[name])) as never,
    callReader: ((_tab: number, name: string) => answer(name, glossary)) as never,
    fromToolbar: answers.fromToolbar ?? true,
    mayPutIn: answers.mayPutIn ?? true,
  });
  return state.then((is) => ({ ...is, asked }));
}

describe('the state of the popup', () => {
  it('has the glossary of a running reader script', async () => {
    expect(await ask({})).toMatchObject({ at: 'reading', glossary });
  });

  it('tells which names have a note, and leaves that out if nobody can tell', async () => {
    const entry = {
      entity: 'iran',
      kind: 'place',
      name: 'Iran',
      gloss: '',
      count: 1,
      salience: 1,
      order: 0,
      forms: [],
    } as const;
    const entries = [entry, { ...entry, entity: 'iraq', name: 'Iraq' }];
    const found = { ...glossary, entries };
    expect(await ask({ glossary: found, noted: ['iraq'] })).toMatchObject({
      glossary: {
        entries: [
          { entity: 'iran', noted: false },
          { entity: 'iraq', noted: true },
        ],
      },
    });
    expect(await ask({ glossary: found, noted: gone })).toMatchObject({ at: 'reading' });
  });

  it('injects the script into a permitted tab that has none', async () => {
    expect(await ask({ site: { ...open, reader: 'absent' } })).toMatchObject({
      at: 'reading',
      asked: ['site', 'useHere', 'glossary', 'packs'],
    });
    expect(await ask({ site: { ...open, reader: 'absent' }, useHere: false })).toMatchObject({ at: 'reload' });
  });

  it('injects none by itself next to a story, and reports that none was found', async () => {
    const absent = { ...open, reader: 'absent' } as const;
    expect(await ask({ site: absent, mayPutIn: false })).toEqual({ at: 'no-story', asked: ['site'] });
    // What the reader has to allow first comes first.
    expect(await ask({ site: { ...absent, granted: false }, mayPutIn: false })).toMatchObject({ at: 'not-allowed' });
    expect(await ask({ mayPutIn: false })).toMatchObject({ at: 'reading', glossary });
  });

  it('touches nothing before the reader allows it', async () => {
    for (const [chosen, granted, why] of [
      [false, false, 'not-asked'],
      [true, false, 'taken-back'],
      [false, true, 'not-chosen'],
    ] as const) {
      expect(await ask({ site: { ...open, reader: 'absent', chosen, granted } })).toEqual({
        at: 'not-allowed',
        site: 'a.org',
        incognito: false,
        why,
        asked: ['site'],
      });
    }
    expect(await ask({ site: { ...open, on: false } })).toEqual({ at: 'off', site: 'a.org', asked: ['site'] });
  });

  it('includes a tab that was allowed just once', async () => {
    expect(await ask({ site: { ...open, chosen: false, granted: false } })).toMatchObject({ at: 'reading' });
  });

  it('asks for a reload when the script died under the page', async () => {
    expect(await ask({ glossary: gone })).toMatchObject({ at: 'reload' });
  });

  it('distinguishes a broken pack from a story without names', async () => {
    expect(await ask({ packs: [{ id: 'bundled', bundled: true, problem: 'damaged', info: null }] })).toMatchObject({
      at: 'pack-broken',
    });
    const packs = [
      { id: 'bundled', bundled: true, problem: 'damaged', info: null },
      { id: 'Chess', bundled: false, problem: 'damaged', info: null },
    ];
    expect(await ask({ packs })).toMatchObject({ at: 'pack-broken' });
    expect(await ask({ packs: [packs[0], { ...packs[1], problem: null }] })).toMatchObject({ at: 'reading' });
    expect(await ask({ glossary: { ...glossary, state: 'not-an-article' }, packs })).toMatchObject({ at: 'reading' });
    expect(await ask({ glossary: { ...glossary, state: 'off-limits' }, packs })).toMatchObject({ at: 'reading' });
  });

  it('reports that a scan failed, unless there is no pack to scan with', async () => {
    const failed: GlossaryAnswer = { ...glossary, state: 'failed', code: 'pack-damaged' };
    expect(await ask({ glossary: failed })).toMatchObject({ at: 'reading', glossary: failed });
    const broken = [{ id: 'bundled', bundled: true, problem: 'damaged', info: null }];
    expect(await ask({ glossary: failed, packs: broken })).toMatchObject({ at: 'pack-broken' });
  });

  it('reports that a page cannot be accessed if not even the toolbar button opens it', async () => {
    const site: SiteAnswer = { state: 'closed-to-us', why: 'unknown-address' };
    expect(await ask({ site })).toMatchObject({ at: 'closed', why: 'browser-page' });
    expect(await ask({ site, fromToolbar: false })).toMatchObject({ at: 'closed', why: 'unknown-address' });
    expect(await ask({ site: { state: 'closed-to-us', why: 'pdf' } })).toMatchObject({ at: 'closed', why: 'pdf' });
  });

  it('never throws', async () => {
    expect(await ask({ site: new Error('worker is gone') })).toMatchObject({ at: 'failed' });
  });
});
