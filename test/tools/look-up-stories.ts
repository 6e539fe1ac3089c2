/**
 * Stories whose names no pack knows, looked up as the background does it, against the server of the tests: which names get the right
 * card, which a wrong one, and of which the story's own words are told.
 */
import { entityIn, unknownHere } from '../../lib/knowledge';
import { linkStory } from '../../lib/linking';
import type { LookUpResult } from '../../lib/lookup';
import type { Pack } from '../../lib/pack';
import { wantedOf } from '../../lib/page';
import { lookUpFor } from './look-up-for';
import type { NameOfStory, UnknownStory } from './unknown-names';
import type { OpenWorld } from './wikidata-server';

/**
 * - `right`    the card of whom the label means, or the several of whom it means one
 * - `offered`  several to choose from, the right one among them
 * - `wrong`    a card of somebody else, looked up or out of the pack
 * - `nothing`  no card, as it has to be
 * - `silent`   no card, though there is a right one
 * - `unfound`  no name at all: it cannot be pointed at
 */
export type CardOutcome = 'right' | 'offered' | 'wrong' | 'nothing' | 'silent' | 'unfound';

export interface JudgedName {
  readonly row: NameOfStory;
  readonly outcome: CardOutcome;
  readonly sure: boolean;
  /** Does the card say word for word what the label says that the story tells? */
  readonly told: boolean;
  readonly why: string;
}

export interface JudgedStory {
  readonly story: string;
  readonly names: readonly JudgedName[];
  /** Cards on what is no name of the labels. */
  readonly strays: readonly string[];
  readonly requests: number;
  /** Of all answers, unpacked and as they went over the wire. */
  readonly bytes: number;
  readonly wireBytes: number;
}

export async function lookUpStory(
  pack: Pack,
  world: OpenWorld,
  { name, gold, names }: UnknownStory,
): Promise<JudgedStory> {
  const story = { ...gold.story, memory: null };
  const { mentions } = linkStory([pack], story, { refused: {}, muted: [], density: 'normal' });
  const found = unknownHere([pack], story, mentions, []);
  const before = world.requests().length;
  const { results, ended } = await lookUpFor((key) => entityIn([pack], key), world).lookUp(
    found.map(wantedOf),
    story.day ?? '2026-11-27',
    {
      remember: false,
    },
  );
  if (ended !== null) throw new Error(`${name}: the look-up ended early: ${ended}`);
  const unknown = gold.labels.filter(({ type, keys }) => type === 'other' || keys[0]?.startsWith('q99'));
  const linked = new Set(
    unknown.flatMap(({ block, start, end, surface }) =>
      mentions.some((one) => one.block === block && one.start < end && start < one.end) ? [surface] : [],
    ),
  );
  const judged = names.map((row): JudgedName => {
    if (row.forms.some((form) => linked.has(form)))
      return { row, outcome: 'wrong', sure: true, told: false, why: `${name}: ${row.name} has a card of the pack` };
    const here = found.find((one) => row.forms.includes(one.name));
    const result = here && results.get(here.name);
    const quoted = here?.says.map(({ text }) => text) ?? [];
    const told =
      row.says.length === 0 ||
      row.says.some(({ text }) => quoted.some((said) => said.includes(text) || text.startsWith(said)));
    const shown = result === undefined ? 'nothing' : result.state === 'none' ? 'none' : idsOf(result).join(' or ');
    const why = `${name}: ${row.name} [${here?.kind}; ${here?.roles.join(', ')}] → ${shown}, said: ${quoted.join(' // ')}`;
    const sure = result?.state === 'found' && result.sure;
    return { row, outcome: outcomeOf(row, result), sure, told: here !== undefined && told, why };
  });
  const isLabelled = (one: string): boolean => names.some(({ forms }) => forms.includes(one));
  const strays = [...results].flatMap(([one, result]) =>
    isLabelled(one) || result.state === 'none' ? [] : [`${name}: ${one} → ${idsOf(result).join(' or ')}`],
  );
  const asked = world.requests().slice(before);
  const sum = (of: 'bytes' | 'wireBytes'): number => asked.reduce((all, one) => all + one[of], 0);
  return {
    ...{ story: name, names: judged, strays, requests: asked.length },
    ...{ bytes: sum('bytes'), wireBytes: sum('wireBytes') },
  };
}

function outcomeOf({ answer }: NameOfStory, result: LookUpResult | undefined): CardOutcome {
  if (result === undefined) return 'unfound';
  if (result.state === 'none') return answer.state === 'none' ? 'nothing' : 'silent';
  const right = answer.state === 'found' ? [answer.id] : answer.state === 'several' ? answer.ids : [];
  const shown = idsOf(result);
  if (result.state === 'several') {
    if (answer.state === 'several') return 'right';
    return shown.some((id) => right.includes(id)) ? 'offered' : 'wrong';
  }
  return answer.state === 'found' && shown.includes(answer.id) ? 'right' : 'wrong';
}

const idsOf = (result: LookUpResult): string[] =>
  (result.state === 'found' ? [result.item] : result.state === 'several' ? result.items : []).map(
    ({ entity }) => entity.wikidata ?? entity.key,
  );
