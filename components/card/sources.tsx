import type { CardView, Source } from '../../lib/facts';
import { formatDay, lineWords, type Text, tieWords, useText } from '../kit';
import { WebLink } from './web-link';

interface Backed {
  readonly source: Source;
  readonly facts: readonly string[];
}

/** Every fact of the card under its source, in the card's order. */
function factsBySource(text: Text, view: CardView): readonly Backed[] {
  const bySource = new Map<string, { source: Source; facts: string[] }>();
  const add = (source: Source, fact: string) => {
    const key = `${source.name}\n${source.url}\n${source.asOf}`;
    const known = bySource.get(key) ?? { source, facts: [] };
    bySource.set(key, known);
    if (!known.facts.includes(fact)) known.facts.push(fact);
  };
  for (const line of [...view.day, ...view.around, ...view.lastKnown, ...view.before])
    add(line.source, lineWords(text, line));
  for (const tie of view.ties) add(tie.source, `${tie.name}: ${tieWords(text, tie)}`);
  if (view.background) add(view.background.source, text.t('card_background'));
  for (const line of view.since) add(line.source, lineWords(text, line));
  return [...bySource.values()];
}

interface SourcesProps {
  readonly view: CardView;
  readonly onOpen: (url: string) => void;
}

export function SourcesPart({ view, onOpen }: SourcesProps) {
  const text = useText();
  return (
    <ul class="sources">
      {factsBySource(text, view).map(({ source, facts }) => (
        <li key={`${source.name}${source.url}${source.asOf}`}>
          {source.url === null ? (
            source.name
          ) : (
            <WebLink url={source.url} onOpen={onOpen}>
              {source.name}
            </WebLink>
          )}
          <span class="when"> {text.t('card_source_as_of', formatDay(text, source.asOf))}</span>
          {source.licence !== null && <span class="when"> · {text.t('card_source_licence', source.licence)}</span>}
          <ul>
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
