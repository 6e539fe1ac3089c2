import * as v from 'valibot';
import type { Kind } from '../../../../lib/facts';
import { foldText } from '../../../../lib/text';
import { articleTitle } from '../article-title';
import { isBranchItem } from '../branch-item';
import type { Desk } from '../desk';
import { governmentBody } from '../government-body';
import { type Imported, OPEN } from '../imported';
import { maybeNumber, maybeText, text, texts } from '../read-cells';
import { from } from '../source-list';

const FILE = 'ror-orgs.ndjson.gz';
const SCHEMA = v.object({
  id: text,
  name: text,
  names: texts,
  acr: texts,
  types: v.array(v.string()),
  est: maybeNumber,
  country: maybeText,
  city: maybeText,
  q: texts,
  wiki: texts,
  status: text,
  parent: texts,
});

const TYPES: Readonly<Record<string, readonly [Kind, string] | null>> = {
  government: ['group', 'government body'],
  education: ['group', 'university or college'],
  healthcare: ['group', 'hospital'],
  company: ['company', 'company'],
  nonprofit: ['group', 'non-profit organisation'],
  facility: ['group', 'research institute'],
  archive: null,
  other: null,
  funder: null,
};

/** Health services and their boards stand among the hospitals. */
const isNoHospital = (use: string | undefined, name: string): boolean =>
  use === 'healthcare' && !/hospital|clinic|medical|infirmary|sanatorium|h[oô]pital|klinik/i.test(name);
const bare = (name: string): string => name.replace(/ \([^()]+\)$/, '');

type Body = v.InferOutput<typeof SCHEMA>;

/** "List of universities in Libya", "Duke Blue Devils men's basketball": about it at best. */
const NO_ARTICLE = /^(?:List|Lists|Education|Higher education|History) (?:of|in) |\b(?:basketball|football|baseball)$/;

function titleOf({ wiki }: Body): string | null {
  const title = wiki.map(articleTitle).find((one) => one !== null) ?? null;
  return title === null || NO_ARTICLE.test(title) ? null : title;
}

/** Of several that have one article, the one that is part of nothing; of several such, none. */
function wholesOf(bodies: readonly Body[]): ReadonlyMap<string, string> {
  const sharing = new Map<string, Body[]>();
  for (const body of bodies) {
    const title = titleOf(body);
    if (title !== null && body.q.length === 1) sharing.set(title, [...(sharing.get(title) ?? []), body]);
  }
  const found = new Map<string, string>();
  for (const [title, ones] of sharing) {
    const free = ones.length === 1 ? ones : ones.filter(({ parent }) => parent.length === 0);
    const named = free.length > 1 ? free.filter(({ name }) => foldText(name) === foldText(title)) : free;
    if (named.length === 1 && named[0]) found.set(title, named[0].id);
  }
  return found;
}

/** Does the article share a word with any of its names? The paper of a university has none of them. */
function isAbout(title: string, { name, names, acr }: Body): boolean {
  const words = new Set([name, ...names, ...acr].flatMap((one) => foldText(one).split(' ')));
  const own = foldText(title.replace(/ \(.*\)$/, '')).split(' ');
  const initials = own.map((word) => word[0]).join('');
  return own.some((word) => words.has(word)) || words.has(initials) || !/[a-z]/i.test(name);
}

/** Societies, boards and agencies of learning are no colleges. */
const NO_SCHOOL =
  /\b(Commission|Council|Society|Association|Authority|Agency|Board|Chambers|Press|Foundation|Federation|Network|Library|Museum|Musée|Observatory|Bank)\b/;
const OTHERWISE: Readonly<Record<string, string>> = {
  Library: 'library',
  Museum: 'museum',
  Musée: 'museum',
  Observatory: 'observatory',
  Bank: 'bank',
};
const SCHOOL =
  /universi|colleg|coll[eè]ge|school|institut|academ|polytech|politec|facult|seminar|conservat|escola|escuela|[ée]cole|hochschule|vidyalaya|vidyapeeth|cégep|\b(?:INSA|IIT|IIM|NIT|ETH|TAFE|Tech)\b|sciences po/i;
const UNION =
  /\bWorkers\b|\bBrotherhood of\b|\bLaborers'|\bPlayers Association$|\bFederation of (?:Teachers|Labor)\b|\bTrade Union/;

/** The word for it, from what it does by the register and is called. */
function whatOf(use: string | undefined, title: string, name: string): string | null {
  if (use === 'education') {
    if (/\b(?:Hospital|Clinic|Infirmary)\b/.test(title) && !SCHOOL.test(title)) return 'hospital';
    const other = NO_SCHOOL.exec(title)?.[1];
    if (other) return OTHERWISE[other] ?? 'educational institution';
    // A "centro universitario" may be a school.
    if (/universit(?!aria|ario|aire)/i.test(name)) return 'university';
    if (/\bSchool$/.test(title.replace(/ \(.*\)$/, ''))) return 'school';
    if (!SCHOOL.test(`${name} ${title}`)) return 'educational institution';
    return null;
  }
  if (use === 'facility' && /^(?:É|E)cole\b|\b(?:School|College|University)$/.test(title))
    return 'educational institution';
  if (use === 'nonprofit' && UNION.test(title)) return 'trade union';
  if (use === 'government') return governmentBody(title, name);
  return isNoHospital(use, name) ? 'health body' : null;
}

/** Universities, agencies, hospitals, institutes: those with an English article. */
export function* research(desk: Desk): Generator<Imported> {
  const all = [...desk.rows(FILE, SCHEMA)];
  const wholes = wholesOf(all.map(({ value }) => value));
  for (const { place, value } of all) {
    const types = value.types.map((type) => type.toLowerCase());
    for (const type of types)
      if (!(type in TYPES)) desk.report(place, 'left-out', 'types', `"${type}" is no type that the importer knows`);
    const use = Object.keys(TYPES).find((type) => types.includes(type) && TYPES[type] !== null);
    const title = titleOf(value);
    const [kind, what] = (use && TYPES[use]) || [null, null];
    if (value.q.length !== 1 || title === null || kind === null) continue;
    // "Novartis (Spain)" is a branch of "Novartis (Switzerland)", with the article of the whole.
    if (value.parent.some((whole) => bare(whole) === bare(value.name))) continue;
    if (wholes.get(title) !== value.id || !isAbout(title, value) || isBranchItem(value.q[0] ?? null)) continue;
    yield {
      ...OPEN,
      ...place,
      ...from('ror-2026'),
      qid: value.q[0] ?? null,
      title,
      kind,
      name: kind === 'company' ? bare(value.name) : value.name,
      aliases: [...value.names, ...value.acr],
      country: value.country,
      region: value.city,
      what: whatOf(use, title, value.name) ?? what,
      facts: value.est ? [{ property: 'founded', start: desk.date(place, 'est', value.est) }] : [],
      fame: kind === 'company' ? 5 : 12,
      wanted: kind === 'group' && use !== 'healthcare',
    };
  }
}
