/** A story's ties: a picture, and each in words, with its start and source. */
import { useState } from 'preact/hooks';
import type { EntityKey } from '../../lib/facts';
import type { TieEdge, TieFact } from '../../lib/story-background';
import { formatPartialDate, formatSpan, type Text, tieWords, useText } from '../kit';
import { SourceRef, sourceNumbers } from '../knowledge';
import type { StoryPartProps } from './props';
import { OpenCardContext, StoryName } from './story-name';
import { eachOnce, StorySources } from './story-sources';
import { TiesPicture } from './ties-picture';

export function StoryTiesView({ story: { ties }, onCard }: Omit<StoryPartProps, 'onLink'>) {
  const { t } = useText();
  const [at, setAt] = useState<EntityKey | null>(null);
  if (ties.edges.length === 0) return <p class="story-none">{t('story_ties_none')}</p>;
  const here = new Set(ties.nodes.flatMap((node) => (node.here ? [node.entity] : [])));
  const nameOf = new Map(ties.nodes.map(({ entity, name }) => [entity, name]));
  const sources = eachOnce(ties.edges.flatMap(({ facts }) => facts.map(({ source }) => source)));
  const numbers = sourceNumbers({ sources });
  const straight = ties.edges.filter(({ ends }) => here.has(ends[1]));
  const between = ties.nodes.filter((node) => !node.here);
  const group = (entity: EntityKey, edges: readonly TieEdge[]) =>
    edges.length > 0 && (
      <li
        key={entity}
        onPointerEnter={() => setAt(entity)}
        onPointerLeave={() => setAt(null)}
        onFocusIn={() => setAt(entity)}
        onFocusOut={() => setAt(null)}
      >
        <h3>
          <StoryName entity={entity} name={nameOf.get(entity) ?? entity} />
        </h3>
        <ul>
          {edges.map((edge) => (
            <Edge key={edge.ends.join(' ')} edge={edge} numbers={numbers} nameOf={nameOf} of={entity} />
          ))}
        </ul>
      </li>
    );
  return (
    <OpenCardContext.Provider value={onCard}>
      <section class="story-part story-ties">
        <h2>{t('card_ties')}</h2>
        <TiesPicture ties={ties} at={at} />
        <ul class="story-groups">
          {ties.nodes
            .filter((node) => node.here)
            .map(({ entity }) =>
              group(
                entity,
                straight.filter((edge) => firstTeller(edge) === entity),
              ),
            )}
        </ul>
      </section>
      {between.length > 0 && (
        <section class="story-part story-ties">
          <h2>{t('story_ties_between')}</h2>
          <p class="story-hint">{t('story_ties_between_hint')}</p>
          <ul class="story-groups">
            {between.map(({ entity }) =>
              group(
                entity,
                ties.edges.filter(({ ends }) => ends[1] === entity),
              ),
            )}
          </ul>
        </section>
      )}
      <StorySources sources={sources} />
    </OpenCardContext.Provider>
  );
}

const firstTeller = ({ facts, ends }: TieEdge): EntityKey => facts[0]?.from ?? ends[0];

interface EdgeProps {
  readonly edge: TieEdge;
  /** Under whose name it is listed. */
  readonly of: EntityKey;
  readonly nameOf: ReadonlyMap<EntityKey, string>;
  readonly numbers: ReadonlyMap<string, number>;
}

function Edge({ edge, of, nameOf, numbers }: EdgeProps) {
  const text = useText();
  const [one, other] = edge.ends;
  const far = one === of ? other : one;
  const said = new Map(edge.facts.map((fact) => [`${tieWords(text, fact.wording)} ${spanOf(text, fact)}`, fact]));
  return (
    <li>
      <p class="story-words">
        <StoryName entity={far} name={nameOf.get(far) ?? far} />
        {[...said.values()].map((fact, at) => {
          const [how, span] = [tieWords(text, fact.wording), spanOf(text, fact)];
          return (
            <span key={`${how} ${span}`} class="tie-said">
              {at === 0 ? ': ' : '; '}
              <bdi>{how}</bdi>
              {span !== '' && <span class="story-when">, {span}</span>}
              <SourceRef source={fact.source} numbers={numbers} />
            </span>
          );
        })}
      </p>
    </li>
  );
}

function spanOf(text: Text, { start, end, unconfirmed }: TieFact): string {
  if (unconfirmed && start !== null) return text.t('date_from', formatPartialDate(text, start));
  return formatSpan(text, start, end);
}
