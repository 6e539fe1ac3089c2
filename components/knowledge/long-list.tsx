/** A list of any length: the first lines at once, the rest on request. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button, useText } from '../kit';

const AT_FIRST = 20;
/** A button hiding two lines would be longer than these are. */
const SLACK = 3;

interface LongListProps {
  readonly class: string;
  /** Its `li`s. */
  readonly children: readonly ComponentChildren[];
}

export function LongList({ class: look, children }: LongListProps) {
  const { count } = useText();
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const cut = !all && children.length > AT_FIRST + SLACK;
  return (
    <>
      <ul ref={list} class={look} tabIndex={-1}>
        {cut ? children.slice(0, AT_FIRST) : children}
      </ul>
      {cut && (
        <Button
          onClick={() => {
            setAll(true);
            // The button goes; the list stays.
            list.current?.focus();
          }}
        >
          {count('entity_more', children.length - AT_FIRST)}
        </Button>
      )}
    </>
  );
}
