/** The background, with names that have a page as links. */
import type { EntityPage } from '../../lib/facts';
import type { NestedMention } from '../../lib/knowledge';
import { toParagraphs } from '../card/runs';
import { PACK_LANGUAGE } from '../kit';
import { EntityLink } from './entity-link';
import { SourceRef } from './source-ref';

interface BackgroundTextProps {
  readonly background: NonNullable<EntityPage['background']>;
  readonly nested: readonly NestedMention[];
  readonly numbers: ReadonlyMap<string, number>;
}

export function BackgroundText({ background, nested, numbers }: BackgroundTextProps) {
  const paragraphs = toParagraphs(
    background.text,
    nested.filter(({ field }) => field === 'background'),
  );
  return (
    <>
      {paragraphs.map((runs, at) => (
        <p key={at} class="entity-background" dir="auto" lang={PACK_LANGUAGE}>
          {runs.map(({ text, entity }) => (entity === null ? text : <EntityLink entity={entity}>{text}</EntityLink>))}
          {at === paragraphs.length - 1 && <SourceRef source={background.source} numbers={numbers} />}
        </p>
      ))}
    </>
  );
}
