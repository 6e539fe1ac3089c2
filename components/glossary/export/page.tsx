/** The names of a story as a standalone page, to print or send. It loads and runs nothing. */
import type { NoteCopy } from '../../../lib/messages';
import { formatDay, type Text } from '../../kit';
import { type ExportedName, type ExportedStory, isWebAddress } from './exported-story';

/** Its head, rendered into that of an empty document. */
export function GlossaryHead({ title }: Pick<ExportedStory, 'title'>) {
  return (
    <>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
      <meta name="viewport" content="width=device-width" />
      <title>{title}</title>
      <style>{STYLE}</style>
    </>
  );
}

export function GlossaryPage({ text, story }: { readonly text: Text; readonly story: ExportedStory }) {
  return (
    <main>
      <h1 dir="auto">{story.title}</h1>
      <p>{story.under}</p>
      {story.sections.map(({ heading, names }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <dl>
            {names.map((name) => (
              <Name key={name.name} text={text} name={name} />
            ))}
          </dl>
        </section>
      ))}
    </main>
  );
}

function Name({ text, name: { name, gloss, lines, notes } }: { readonly text: Text; readonly name: ExportedName }) {
  return (
    <div>
      <dt dir="auto">{name}</dt>
      {gloss !== '' && <dd dir="auto">{gloss}</dd>}
      {lines.map(({ words, source, url }) => (
        <dd key={words} class="day" dir="auto">
          {words} <small>({url === null ? source : <a href={url}>{source}</a>})</small>
        </dd>
      ))}
      {notes.map((note) => (
        <Note key={`${note.changedOn}${note.text}`} text={text} note={note} />
      ))}
    </div>
  );
}

function Note({ text, note }: { readonly text: Text; readonly note: NoteCopy }) {
  const { t } = text;
  return (
    <dd class="note">
      <p>
        <small>{[t('popup_export_note', formatDay(text, note.changedOn)), ...note.tags].join(' · ')}</small>
      </p>
      {note.text !== '' && (
        <p class="words" dir="auto">
          {note.text}
        </p>
      )}
      {note.quotes.map(({ text: passage, title, url }) => (
        <blockquote key={passage} dir="auto">
          <p class="words">{passage}</p>
          <small>
            {isWebAddress(url) ? <a href={url}>{t('popup_export_quote', title)}</a> : t('popup_export_quote', title)}
          </small>
        </blockquote>
      ))}
    </dd>
  );
}

const STYLE = `
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 11pt/1.45 Georgia, serif; color: #1c1b19; background: #fff; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.05rem; margin: 1.6rem 0 0.4rem; padding-block-end: 0.2rem; border-block-end: 1px solid #c9c5bd; break-after: avoid; }
dl, dd, p { margin: 0; }
h1 + p { margin-block-start: 0.3rem; color: #5c5850; }
dl > div { margin-block-end: 0.7rem; break-inside: avoid; overflow-wrap: anywhere; }
dt { font-weight: bold; }
small { color: #5c5850; font-size: 0.85em; }
a { color: inherit; }
.note { margin-block-start: 0.3rem; padding-inline-start: 0.8rem; border-inline-start: 2px solid #c9c5bd; }
.words { white-space: pre-wrap; }
blockquote { margin: 0.4rem 0 0 0.8rem; font-style: italic; }
`;
