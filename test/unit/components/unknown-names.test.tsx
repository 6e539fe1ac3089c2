// @vitest-environment happy-dom
/** Names that no pack knows: on their card, and in the list of the popup. */
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { Card, type CardCalls, type CardProps } from '../../../components/card';
import { UnknownNames, type UnknownNamesProps } from '../../../components/glossary';
import type { NameState } from '../../../lib/knowledge';
import { STORIES, type StoryName } from '../../browser/card/stories';
import { render } from './render';

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

function card(name: StoryName, change: Partial<CardProps> = {}) {
  const on = Object.fromEntries(Object.keys(STORIES[name].on).map((key) => [key, vi.fn()])) as {
    [K in keyof CardCalls]: ReturnType<typeof vi.fn> & CardCalls[K];
  };
  const props: CardProps = { ...STORIES[name], ...change, on };
  const result = render(<Card {...props} />);
  return { on, props, again: (more: Partial<CardProps>) => result.again(<Card {...props} {...more} />) };
}
const text = () => screen.getByRole('dialog').textContent ?? '';

describe('the card of an unknown name', () => {
  it('quotes what the story says, word for word, and how often it names it', () => {
    card('unknownAsk');
    expect(text()).toContain('not in Backstory’s knowledge');
    expect(text()).toContain('the American deputy commissioner of river trade');
    expect(text()).toContain('Named here 3 times.');
  });

  it('says beside its button what is sent and to whom, and waits for the press', () => {
    const { on } = card('unknownAsk');
    expect(on.lookUp).not.toHaveBeenCalled();
    press(
      'Look it up (sends “Wendell Ockerby”, perhaps also as “Wendell Ockerby (politician)” or the like, to en.wikipedia.org and www.wikidata.org)',
    );
    expect(on.lookUp).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('status').textContent).toBe('Asking about “Wendell Ockerby”.');
    expect(screen.queryByRole('button', { name: /^Look it up/ })).toBeNull();
  });

  it('offers the candidates, and opens the one that is pressed in place of the name', () => {
    const { on } = card('unknownSeveral');
    const choice = screen.getAllByRole('button', { name: /^Wendell Ockerby/ });
    expect(choice.map(({ textContent }) => textContent)).toEqual([
      'Wendell OckerbyAmerican civil servant, deputy commissioner of river trade',
      'Wendell OckerbyPerson',
    ]);
    fireEvent.click(choice[1]!);
    expect(on.instead).toHaveBeenCalledExactlyOnceWith('q990000999');
  });

  it.each([
    ['unknownOff', /switched that off/, false],
    ['unknownPerhaps', /does not show whether it is the one/, false],
    ['unknownNobody', /^Nothing that fits “Wendell Ockerby” was found on Wikipedia \(asked on/, true],
    [
      'unknownNobodyInTwo',
      /was found on de\.wikipedia\.org, en\.wikipedia\.org and www\.wikidata\.org \(asked on 27 November 2026\)/,
      false,
    ],
    [
      'unknownStill',
      /Is this device online\? The answer below is from 1 October 2026\. This is who or what the story means/,
      true,
    ],
    ['unknownNamesakes', /Several are called “Wendell Ockerby”/, false],
    ['unknownOffline', /Is this device online/, true],
    ['unknownBusy', /asks for a pause until/, false],
  ] as const)('shows the state of the look-up (%s)', (name, said, again) => {
    card(name);
    expect(screen.getByRole('status').textContent).toMatch(said);
    expect(screen.queryByRole('button', { name: 'Try again' }) !== null).toBe(again);
  });

  it('offers to ask for this name by itself, if that finds more than asking for several did', () => {
    const { on } = card('unknownNamesakes');
    press(/^Look it up \(sends “Wendell Ockerby”.*to en\.wikipedia\.org and www\.wikidata\.org\)$/);
    expect(on.lookUp).toHaveBeenCalledTimes(1);
  });

  it('offers nothing that needs a known entity', () => {
    card('unknownAsk');
    for (const name of ['Mute', 'Not this one', 'Why this one', 'Sources']) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
    expect(screen.getByRole('button', { name: 'Add a note' })).toBeTruthy();
  });
});

const entry = (name: string, said: string | null = null): UnknownNamesProps['names'][number] => ({
  key: `name-${name.toLowerCase()}`,
  name,
  language: 'en',
  kind: null,
  roles: [],
  count: 2,
  says: said === null ? [] : [{ text: said, by: 'title', role: 'body' }],
});
const ASK = { state: 'ask', hosts: ['en.wikipedia.org', 'www.wikidata.org'] } as const satisfies NameState;
const on = '2026-11-27';
const { hosts } = ASK;
const who = { entity: 'q1', name: 'Ana', kind: 'person', gloss: 'A judge' } as const;

function list(change: Partial<UnknownNamesProps> = {}) {
  const calls = { lookUp: vi.fn(), cancel: vi.fn(), open: vi.fn(), note: vi.fn(), openSettings: vi.fn() };
  const props: UnknownNamesProps = {
    names: [entry('Ana', 'judge'), entry('Bo')],
    states: { Ana: ASK, Bo: ASK },
    refresh: [],
    progress: null,
    outcome: null,
    on: calls,
    ...change,
  };
  render(<UnknownNames {...props} />);
  return calls;
}

describe('the list of unknown names', () => {
  it('is hidden when all are known', () => {
    list({ names: [] });
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('shows what the story says of each, and opens its card', () => {
    const { open } = list();
    press(/^Ana.*judge/);
    expect(open).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: 'Ana' }));
  });

  it('begins a note on each, where notes may be edited', () => {
    const { note, open } = list();
    press('Note on Bo');
    expect(note).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: 'Bo' }));
    expect(open).not.toHaveBeenCalled();
    cleanup();
    list({ on: { lookUp() {}, cancel() {}, open() {}, note: null, openSettings() {} } });
    expect(screen.queryByRole('button', { name: /^Note on/ })).toBeNull();
  });

  it('has one button for all, with what is sent and to whom', () => {
    const { lookUp } = list({ refresh: ['Vera Holm'] });
    const button = screen.getByRole('button', { name: 'Look up these 2 names' });
    const told = document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent;
    expect(told).toContain(
      'some also with a word like “(politician)” that tells namesakes apart, and nothing else, to en.wikipedia.org and www.wikidata.org.',
    );
    expect(told).toContain('Also asks for the latest about Vera Holm.');
    fireEvent.click(button);
    expect(lookUp).toHaveBeenCalledTimes(1);
  });

  it('still says to whom after no answer came', () => {
    const on = { lookUp: vi.fn(), cancel: vi.fn(), open: vi.fn(), note: vi.fn(), openSettings: vi.fn() };
    const props = { names: [entry('Ana')], refresh: [], progress: null, outcome: null, on };
    const { again } = render(<UnknownNames {...props} states={{ Ana: ASK }} />);
    again(<UnknownNames {...props} states={{ Ana: { state: 'offline' } }} />);
    const button = screen.getByRole('button', { name: 'Look up this name' });
    const told = document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent;
    expect(told).toContain('to en.wikipedia.org and www.wikidata.org.');
  });

  it('counts only those that are worth looking up', () => {
    const states: UnknownNamesProps['states'] = {
      Ana: { state: 'nobody', asked: ['en.wikipedia.org'], lists: [], further: false, on, hosts, stale: false },
      Bo: { state: 'nobody', asked: ['en.wikipedia.org'], lists: [], further: false, on, hosts, stale: true },
    };
    list({ states });
    const again = screen.getByRole('button', { name: 'Look up this name' });
    // An old answer does not say by itself who is asked for a new one.
    const told = document.getElementById(again.getAttribute('aria-describedby') ?? '')?.textContent;
    expect(told).toContain('to en.wikipedia.org and www.wikidata.org.');
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)[0]).toContain('Nothing found · judge');
  });

  it('says what is sent and to whom for the next press, too, after one without an answer', () => {
    list({ states: { Ana: { state: 'offline', hosts }, Bo: { state: 'offline', hosts } } });
    const again = screen.getByRole('button', { name: 'Look up these 2 names' });
    const told = document.getElementById(again.getAttribute('aria-describedby') ?? '')?.textContent;
    expect(told).toContain('to en.wikipedia.org and www.wikidata.org.');
  });

  it('shows progress, and stops at a press', () => {
    const { cancel } = list({ progress: { done: 3, of: 14, requests: 2 } });
    expect(screen.getByRole('status').textContent).toBe('3 of 14 names answered.');
    expect(screen.queryByRole('button', { name: /^Look up/ })).toBeNull();
    press('Stop');
    expect(cancel).toHaveBeenCalledTimes(1);
  });

  it.each([
    [{ found: 2, perhaps: 0, trouble: null }, '2 names found; they are in the story now.'],
    [
      { found: 1, perhaps: 2, trouble: null },
      'One name found; it is in the story now. For 2 names, open them to see who may be meant.',
    ],
    [{ found: 0, perhaps: 0, trouble: null }, 'None of them was found.'],
    [{ found: 0, perhaps: 0, trouble: { state: 'offline' } }, 'No answer. Is this device online?'],
    [
      { found: 3, perhaps: 0, trouble: { state: 'cancelled' } },
      '3 names found; they are in the story now. Stopped before it was asked.',
    ],
  ] as const)('reports the outcome (%o)', (outcome, said) => {
    list({ outcome });
    expect(screen.getByRole('status').textContent).toBe(said);
  });

  it('shows whom a name may mean', () => {
    list({
      names: [entry('Ana', 'judge'), entry('Bo'), entry('Cy')],
      states: {
        Cy: { state: 'nobody', asked: hosts, lists: ['en.wikipedia.org'], further: true, on, hosts, stale: false },
        Ana: { state: 'found', found: who, sure: false, on, hosts, stale: false },
        Bo: { state: 'several', among: [who, who], on, hosts, stale: false },
      },
    });
    const [ana, bo, cy] = screen.getAllByRole('listitem');
    expect(within(cy!).getByText(/^Several have this name/)).toBeTruthy();
    expect(within(ana!).getByText('Perhaps: A judge')).toBeTruthy();
    expect(within(bo!).getByText('2 have this name')).toBeTruthy();
  });

  it('sends nothing if the reader turned that off, and links to the setting', () => {
    const { openSettings } = list({ states: { Ana: { state: 'off' }, Bo: { state: 'off' } } });
    expect(screen.queryByRole('button', { name: /^Look up/ })).toBeNull();
    press('Settings');
    expect(openSettings).toHaveBeenCalledTimes(1);
  });
});
