/** A small world of our own, and how a test looks an item up in it. */
import type { Kind } from '../../../lib/facts';
import {
  chooseItem,
  type KnownHead,
  type LookedUpItem,
  type LookUpResult,
  readItems,
  readLabels,
  readTitles,
  toRows,
  type WantedName,
} from '../../../lib/lookup';
import { answer, entity } from './shapes';

export const TODAY = '2026-11-27';
const LANGUAGES = ['en', 'mul', 'de'];

const KNOWN: Readonly<Record<string, KnownHead>> = {
  q20: { kind: 'place', name: 'Norway' },
  q30: { kind: 'place', name: 'United States' },
  q148: { kind: 'place', name: 'China' },
};
const NAMES: readonly (readonly [id: string, label: string, description: string])[] = [
  ['Q5001', 'Minister of Tides', 'office in Zendria'],
  ['Q5002', 'mayor', 'head of a town'],
  ['Q5003', 'Skerry', 'town in Zendria'],
  ['Q5004', 'Tide Party', 'political party in Zendria'],
  ['Q5005', 'Skerry Rovers', 'football club'],
  ['Q5006', 'Ola Fjeldsund', 'Zendrian engineer'],
  ['Q5007', 'Storm Fund', 'investment company'],
  ['Q5008', 'Member of the Zendrian Diet', 'lawmaker'],
  ['Q5009', 'Skerry United', 'football club'],
  ['Q937857', 'association football player', 'person who plays football'],
  ['Q82955', 'politician', 'person in politics'],
  ['Q16533', 'judge', 'person who presides over a court'],
];

export const labels = readLabels(
  answer(...NAMES.map(([id, label, description]) => entity(id, { label, description }))),
  LANGUAGES,
);
export const knows = (key: string): KnownHead | null => KNOWN[key] ?? null;
const ground = { labels, knows, today: TODAY };

type Entity = ReturnType<typeof entity>;

export function rowsOf(json: Entity): LookedUpItem {
  const rows = toRows([...readItems(answer(json), LANGUAGES).values()][0]!, ground);
  if (!rows) throw new Error('nobody can tell what it is');
  return rows;
}

/** What the card of the item tells, a fact a line: property, value or words, start–end. */
export const toldOf = (json: Entity): string[] =>
  rowsOf(json).facts.map(({ entity: of, property, value, words, start, end }) => {
    const key = typeof value === 'string' ? value : null;
    const name = key && (knows(key)?.name ?? labels.get(key)?.label ?? key);
    const subject = of === json.id.toLowerCase() ? '' : `${labels.get(of)?.label ?? of}: `;
    const rest = [words, name ?? (value === null ? null : JSON.stringify(value))].filter((one) => one !== null);
    const time = start === null && end === null ? '' : ` ${start ?? ''}–${end ?? ''}`;
    return `${subject}${property} ${rest.join(', ')}`.trimEnd() + time;
  });

interface Leads {
  /** The redirect that the name is; `part`: to a section. */
  readonly by?: 'redirect' | 'part';
  readonly day?: string;
}

/** What comes of a name that leads to the item's article. */
export function lookUp(
  name: string,
  said: Partial<Omit<WantedName, 'name'>>,
  json: Entity,
  { by, day = TODAY }: Leads = {},
): LookUpResult {
  const title = json.sitelinks.enwiki?.title ?? 'An article';
  const redirects = by ? [{ from: name, to: title, ...(by === 'part' && { tofragment: 'There' }) }] : [];
  const normalized = by || title === name ? [] : [{ from: name, to: title }];
  const pages = [{ title, pageprops: { wikibase_item: json.id } }];
  const answers = [...readTitles({ query: { normalized, redirects, pages } }, [name]).values()];
  const items = readItems(answer(json), LANGUAGES);
  return chooseItem({ name, kind: null, roles: [], ...said }, { answers, items }, day, ground);
}

/** "sure", "only" or "none". */
export function verdict(...question: Parameters<typeof lookUp>): string {
  const result = lookUp(...question);
  return result.state === 'found' ? (result.sure ? 'sure' : 'only') : result.state;
}

export const kindOf = (json: Entity): Kind => rowsOf(json).entity.kind;
