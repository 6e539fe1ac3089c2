/**
 * A story the reader came from. An address from an import or another device may be anything: only web addresses become
 * links.
 */
export function StoryLink({ url, title }: { readonly url: string; readonly title: string }) {
  const shown = title.trim() || url;
  if (!/^https?:\/\//i.test(url)) return <span dir="auto">{shown}</span>;
  return (
    <a dir="auto" href={url} target="_blank" rel="noreferrer noopener">
      {shown}
    </a>
  );
}
