// @vitest-environment happy-dom
/** The search of the library and the page of an entity, state by state. Long because both are looked at in all of theirs. */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { type EntityPageProps, EntityPageView, KnowledgeView } from '../../../components/knowledge';
import { NOTHING_SOUGHT, type Sought } from '../../../components/library';
import { type DatedLine, type EntityPage, KINDS, type Tie } from '../../../lib/facts';
import type { FoundKnowledge, KnowledgeOutline, KnownPage } from '../../../lib/knowledge';
import { render } from './render';

const outline: KnowledgeOutline = {
  total: 83_157,
  kinds: {
    ...(Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<(typeof KINDS)[number], number>),
    person: 42_834,
    law: 43,
  },
  countries: [
    { entity: 'q796', name: 'Iraq' },
    { entity: 'q794', name: 'Iran' },
  ],
};
const muhandis = {
  entity: 'q318541',
  kind: 'person',
  name: 'Abu Mahdi al-Muhandis',
  qualifier: 'Iraq',
  gloss: 'Iraqi militia commander',
} as const;
const found = (total: number, shown = total): FoundKnowledge => ({
  total,
  found: Array.from({ length: shown }, (_, at) => ({ ...muhandis, entity: `q${at}` })),
});

type Props = Parameters<typeof KnowledgeView>[0];
function search(sought: Partial<Sought>, change: Partial<Props> = {}) {
  const onSeek = vi.fn();
  const props: Props = { sought: { ...NOTHING_SOUGHT, ...sought }, outline, found: null, onSeek, ...change };
  return { ...render(<KnowledgeView {...props} />), onSeek };
}
const status = () => screen.getByRole('status').textContent?.trim();

describe('the search in the packs', () => {
  it('shows what there is before a search, each kind as a link', () => {
    search({});
    expect(status()).toBe(
      'Backstory knows 83,157 people, groups, places and things. Search for one, or look through a kind.',
    );
    expect(screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['People', '#knowledge?kind=person'],
      ['Laws and courts', '#knowledge?kind=law'],
    ]);
  });

  it('reports that it is loading, that it failed, and how many were found', () => {
    const { again } = search({}, { outline: null });
    expect(status()).toBe('Opening what Backstory knows.');
    const of = (words: string, answer: Props['found']) =>
      again(<KnowledgeView sought={{ ...NOTHING_SOUGHT, words }} outline={outline} found={answer} onSeek={() => {}} />);
    of('mo', null);
    expect(status()).toBe('Opening what Backstory knows.');
    of('mo', found(1));
    expect(status()).toBe('One found.');
    of('mo', found(1_234, 200));
    expect(status()).toBe('1,234 found. The first 200 are shown: one more word, a kind or a country leaves fewer.');
    expect(screen.getAllByRole('listitem')).toHaveLength(200);
    of('mo', 'unavailable');
    expect(screen.getByRole('alert').textContent).toBe('The knowledge packs could not be read. See the packs');
    expect(screen.getByRole('link', { name: 'See the packs' }).getAttribute('href')).toBe('#packs');
  });

  it('shows name, kind, qualifier and gloss, with the name linking to its page', () => {
    const { container } = search({ words: 'mohandes' }, { found: found(1) });
    expect(container.querySelector('li')?.textContent).toBe(
      'Abu Mahdi al-MuhandisPerson · IraqIraqi militia commander',
    );
    expect(screen.getByRole('link').getAttribute('href')).toBe('#entity/q0');
  });

  it('suggests what to try when nothing is found', () => {
    search({ words: ' zzz ' }, { found: found(0) });
    expect(status()).toBe('Nothing that Backstory knows is called “zzz”.');
    expect(screen.getByText(/any usual spelling/)).toBeTruthy();
  });

  it('removes the filters if they leave nothing', () => {
    const { onSeek } = search({ words: 'iran', kind: 'law', country: 'q796' }, { found: found(0) });
    fireEvent.click(screen.getByRole('button', { name: 'Search in all kinds and countries' }));
    expect(onSeek).toHaveBeenCalledWith({ words: 'iran', kind: null, country: null });
  });

  it('searches at each letter and each choice', () => {
    const { onSeek } = search({ words: 'i', kind: 'person' });
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'ir' } });
    expect(onSeek).toHaveBeenLastCalledWith({ words: 'ir', kind: 'person', country: null });
    const country = screen.getByRole('combobox', { name: 'Country' });
    expect([...country.querySelectorAll('option')].map((one) => one.textContent)).toEqual([
      'All countries',
      'Iran',
      'Iraq',
    ]);
    fireEvent.change(country, { target: { value: 'q796' } });
    expect(onSeek).toHaveBeenLastCalledWith({ words: 'i', kind: 'person', country: 'q796' });
    fireEvent.change(screen.getByRole('combobox', { name: 'Kind' }), { target: { value: '' } });
    expect(onSeek).toHaveBeenLastCalledWith({ words: 'i', kind: null, country: null });
  });

  it('shows a filter even if its value is unknown', () => {
    search({ kind: 'dragon', country: 'q1' }, { found: found(0) });
    const chosen = screen.getAllByRole('combobox').map((one) => (one as HTMLSelectElement).value);
    expect(chosen).toEqual(['dragon', 'q1']);
  });

  it('can be navigated with arrow keys, from the field into the list and back', () => {
    search({ words: 'mo' }, { found: found(3) });
    const field = screen.getByRole('searchbox');
    const names = screen.getAllByRole('link');
    field.focus();
    for (const [key, at] of [
      ['ArrowUp', field],
      ['ArrowDown', names[0]],
      ['ArrowDown', names[1]],
      ['ArrowDown', names[2]],
      ['ArrowDown', names[2]],
      ['ArrowUp', names[1]],
    ] as const) {
      fireEvent.keyDown(document.activeElement as Element, { key });
      expect(document.activeElement).toBe(at);
    }
  });

  it('has no accessibility violations', async () => {
    const { container, again } = search({});
    for (const answer of [null, found(0), found(3, 2), 'unavailable'] as const) {
      expect((await axe.run(container)).violations).toEqual([]);
      again(
        <KnowledgeView
          sought={{ ...NOTHING_SOUGHT, words: 'mo' }}
          outline={outline}
          found={answer}
          onSeek={() => {}}
        />,
      );
    }
    expect((await axe.run(container)).violations).toEqual([]);
  });
});

const register = { name: 'Register', url: 'https://register.example/', licence: 'CC0', asOf: '2026-06-30' };
const editors = { name: 'Editors', url: 'javascript:alert(1)', licence: null, asOf: '2025-10-31' };
const line = (words: string, more: Partial<DatedLine> = {}): DatedLine => ({
  property: 'status',
  side: 'own',
  words,
  name: null,
  amount: null,
  other: null,
  start: null,
  end: null,
  tense: 'held',
  source: register,
  ...more,
});
const tie = (entity: string, more: Partial<Tie> = {}): Tie => ({
  property: 'member-of',
  side: 'own',
  words: null,
  amount: null,
  entity,
  name: `The ${entity}`,
  start: '2003',
  end: '2010',
  here: false,
  unconfirmed: false,
  source: register,
  ...more,
});
const page: EntityPage = {
  entity: 'q318541',
  kind: 'person',
  qualifier: 'Iraq',
  name: 'Abu Mahdi al-Muhandis',
  also: [],
  gloss: 'Iraqi militia commander',
  wikipedia: null,
  wikidata: null,
  day: '2016-07-01',
  isOver: false,
  held: [
    line('Deputy head of the Forces', {
      property: 'office',
      name: 'Forces',
      other: 'pmf',
      start: '2014-06-15',
      end: '2020-01-03',
    }),
  ],
  around: [line('Wounded', { tense: 'unconfirmed', start: '2016' })],
  lastKnown: [line('In Baghdad', { tense: 'unconfirmed', start: '2015', source: editors })],
  past: [line('Exile', { tense: 'past', start: '1980', end: '2003' }), line('Engineer', { tense: 'past' })],
  ahead: [line('Killed by a drone', { tense: 'ahead', start: '2020-01-03', end: '2020-01-03' })],
  holders: [],
  ties: [tie('badr'), tie('badr', { start: '2015', end: null, unconfirmed: true }), tie('guards', { end: null })],
  background: { text: 'He fled to Iran in 1980.', source: editors },
  sources: [register, editors],
  nameSources: [editors],
};
const known = (change: Partial<EntityPage> = {}, names: readonly string[] = ['Jamal Jafaar']): KnownPage => ({
  state: 'known',
  page: { ...page, ...change },
  names,
  nested: [{ field: 'background', start: 11, end: 15, entity: 'q794' }],
});

function show(change: Partial<EntityPageProps> = {}) {
  const onDay = vi.fn();
  const props: EntityPageProps = {
    entity: 'q318541',
    known: known(),
    day: null,
    sought: { ...NOTHING_SOUGHT, words: 'mohandes' },
    note: 'none',
    stories: <p>Stories</p>,
    onDay,
    ...change,
  };
  return { ...render(<EntityPageView {...props} />), onDay };
}
const rows = (container: Element) =>
  [...container.querySelectorAll('.facts')].map((section) => [
    section.querySelector('h3')?.textContent,
    ...[...section.querySelectorAll('li')].map((one) => one.textContent?.replace(/\d \(source (\d)\)/g, '[$1]')),
  ]);
const href = (name: string) => screen.getByRole('link', { name }).getAttribute('href');

describe('the page of an entity', () => {
  it('shows everything known as of the day, each fact with its time and source', () => {
    const { container } = show({ day: '2016-07-01' });
    expect(rows(container).slice(0, 5)).toEqual([
      ['On 1 July 2016', 'Deputy head of the Forces[1]2014–2020'],
      ['In that year or month', 'Wounded[1]from 2016, as known on 30 June 2026'],
      ['Last known', 'In Baghdad[2]from 2015, as known on 31 October 2025'],
      ['Before', 'Exile[1]1980–2003', 'Engineer[1]formerly'],
      ['Later', 'Killed by a drone[1]3 January 2020'],
    ]);
    expect(screen.getByText('Iraqi militia commander').textContent).toContain('2');
    expect(screen.getByText(/Also called/).textContent).toBe('Also called \u2068Jamal Jafaar\u2069');
  });

  it('links to every other entity as of the same day, and back to the search', () => {
    show({ day: '2016-07-01' });
    expect(href('Forces')).toBe('#entity/pmf/2016-07-01');
    expect(href('The badr')).toBe('#entity/badr/2016-07-01');
    expect(href('Iran')).toBe('#entity/q794/2016-07-01');
    expect(href('Search')).toBe('#knowledge?q=mohandes');
  });

  it('joins all ties to the same entity in one line', () => {
    const { container } = show();
    const ties = rows(container).find(([heading]) => heading === 'Ties');
    expect(ties).toHaveLength(3);
    expect(ties?.[1]).toMatch(/^The badr member, 2003–2010; member, from 2015/);
    expect(screen.getByText('As known on 30 June 2026')).toBeTruthy();
  });

  it('names its sources with day and licence, and links only web addresses', () => {
    const { container } = show();
    expect(rows(container).at(-1)).toEqual([
      'Sources',
      'Register, as of 30 June 2026 · licence: CC0',
      'Editors, as of 31 October 2025',
    ]);
    expect(href('Register')).toBe('https://register.example/');
    expect(container.innerHTML).not.toContain('javascript:');
  });

  it('lists the holders of an office first, and those of a country after its facts', () => {
    const holders = [
      line('x', { property: 'office', side: 'told', words: null, name: 'Ana', other: 'ana', start: '2020-02-02' }),
      line('x', {
        property: 'office',
        side: 'told',
        words: null,
        name: 'Ben',
        other: 'ben',
        start: '2010',
        end: '2020',
        tense: 'past',
      }),
    ];
    const office = show({ known: known({ kind: 'office', holders }) });
    expect(rows(office.container)[0]).toEqual(['Who has held it', 'Ana[1]since 2 February 2020', 'Ben[1]2010–2020']);
    office.unmount();
    const country = show({ known: known({ kind: 'place', holders }) });
    expect(rows(country.container).map(([heading]) => heading)).toContain('Who has led it');
  });

  it('can be set to another valid day, and back to today', () => {
    const { onDay, container } = show({ day: '2016-07-01' });
    const field = screen.getByLabelText('As of') as HTMLInputElement;
    expect(field.value).toBe('2016-07-01');
    fireEvent.input(field, { target: { value: '2003-03-20' } });
    fireEvent.submit(container.querySelector('form') as Element);
    expect(onDay).toHaveBeenLastCalledWith('2003-03-20');
    for (const value of ['', '1066-10-14']) {
      fireEvent.input(field, { target: { value } });
      fireEvent.submit(container.querySelector('form') as Element);
      expect(screen.getByText('Choose a day from 1 January 1700 to 31 December 2199.')).toBeTruthy();
    }
    expect(onDay).toHaveBeenCalledTimes(1);
    fireEvent.click(screen.getByRole('button', { name: 'Today' }));
    expect(onDay).toHaveBeenLastCalledWith(null);
  });

  it('shortens a long list, also of names, until all are requested', async () => {
    const ties = Array.from({ length: 60 }, (_, at) => tie(`party-${at}`));
    const names = Array.from({ length: 9 }, (_, at) => `Name ${at}`);
    const { container } = show({ known: known({ ties }, names) });
    expect(container.querySelectorAll('.ties-rows li')).toHaveLength(20);
    fireEvent.click(screen.getByRole('button', { name: 'Show 40 more' }));
    await waitFor(() => expect(container.querySelectorAll('.ties-rows li')).toHaveLength(60));
    expect(document.activeElement).toBe(container.querySelector('.ties-rows'));
    expect(screen.queryByText(/Name 8/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'and 3 more' }));
    await screen.findByText(/Name 8/);
  });

  it('shows the reader’s note and a link to edit it', () => {
    show();
    expect(href('Write a note')).toBe('#note/q318541');
  });

  it.each([
    [null, 'status', 'Reading what is known.'],
    ['unavailable', 'alert', 'The knowledge packs could not be read. See the packs'],
  ] as const)('reports that it is %s', (state, role, words) => {
    show({ known: state });
    expect(screen.getByRole(role).textContent).toBe(words);
  });

  it('explains a key that no pack knows, or that was split', () => {
    const { again } = show({ known: { state: 'unknown' } });
    expect(screen.getByText('No pack in use knows this name any more.')).toBeTruthy();
    expect(href('Write a note')).toBe('#note/q318541');
    again(
      <EntityPageView
        entity="half"
        known={{ state: 'split', heirs: [muhandis] }}
        day={null}
        sought={NOTHING_SOUGHT}
        note={null}
        stories={null}
        onDay={() => {}}
      />,
    );
    expect(href('Abu Mahdi al-Muhandis')).toBe('#entity/q318541');
  });

  it('has no accessibility violations', async () => {
    const { container } = show({ day: '2016-07-01' });
    expect((await axe.run(container)).violations).toEqual([]);
  });
});
