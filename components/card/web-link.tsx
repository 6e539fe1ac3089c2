import type { ComponentChildren } from 'preact';

interface WebLinkProps {
  readonly url: string;
  readonly onOpen: (url: string) => void;
  readonly children: ComponentChildren;
}

/** A link we open ourselves (a page may swallow clicks), yet a real one: it can be copied and middle-clicked. */
export function WebLink({ url, onOpen, children }: WebLinkProps) {
  // An address from a pack or an answer is data: only web addresses become links.
  if (!/^https?:\/\//i.test(url)) return <>{children}</>;
  return (
    <a
      class="web-link"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      onClick={(event) => {
        event.preventDefault();
        onOpen(url);
      }}
    >
      {children}
    </a>
  );
}
