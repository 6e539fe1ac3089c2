/**
 * A kind of remote is named in one list, and everything else about it is derived from that, checked by the compiler or
 * by this test.
 */
import type { Node } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import {
  addressesOf,
  descriptorOf,
  isRemoteId,
  readConfig,
  remoteIdOf,
  remoteKindOf,
  whereIs,
} from '../../../lib/remote-kinds';
import { KINDS_OF_REMOTES } from '../../../lib/remote-kinds/kinds';
import { SET_UPS } from '../../../lib/sync';
import { TRANSPORTS } from '../../../lib/sync/remotes/by-kind';
import { messagesOf } from '../words/languages';
import { parseSource, type SourceFile, sourceFiles, textsOf } from '../words/source-words';

const KINDS = Object.keys(KINDS_OF_REMOTES) as (keyof typeof KINDS_OF_REMOTES)[];
const OWN = 'b7e6f1d0-7d1c-4a55-8f6e-0a1b2c3d4e5f';

/** Where a kind may be named: its descriptor, and what reaches it and adds it. */
const ROOMS_OF_KINDS = /^lib\/(remote-kinds|sync\/remotes)\//;

/** `Pick<Row, 'memory'>`: the keys of a type, which may be called as a kind is. */
function isChoiceOfKeys(node: Node): boolean {
  const type =
    node.type === 'TSTypeReference' ? node.typeName : node.type === 'TSInterfaceHeritage' ? node.expression : null;
  return type?.type === 'Identifier' && ['Pick', 'Omit'].includes(type.name);
}

/** Strings that are a kind, and texts that begin as an id of one. */
function namedIn({ path, nodes }: SourceFile): readonly string[] {
  return nodes.flatMap(({ node, around }) => {
    if (around.some(isChoiceOfKeys)) return [];
    const [first = '', ...more] = textsOf(node) ?? [];
    const isKind = more.length === 0 && KINDS.some((kind) => kind === first);
    const beginsId = KINDS.some((kind) => first.startsWith(`${kind}:`));
    return isKind || beginsId ? [`${path}: ${first}`] : [];
  });
}

describe('a kind of remote', () => {
  it.each([
    ["row.id === 'account'", 'account'],
    ["switch (kind) { case 'webdav': }", 'webdav'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code that is read
    ['const id = `folder:${own}`', 'folder:'],
    ["id.startsWith('webdav:')", 'webdav:'],
    ["interface Status { kind: 'folder' }", 'folder'],
  ])('would be found by this test in %s', (code, named) => {
    expect(namedIn(parseSource('x.ts', code))).toEqual([`x.ts: ${named}`]);
  });

  it.each(["type Row = Pick<Remote, 'folder'>", "interface Row extends Omit<Remote, 'folder'> {}"])(
    'would not be found by this test in %s',
    (code) => {
      expect(namedIn(parseSource('x.ts', code))).toEqual([]);
    },
  );

  it('is named nowhere but in its descriptor', () => {
    const files = sourceFiles('lib', 'entrypoints', 'components').filter(({ path }) => !ROOMS_OF_KINDS.test(path));
    expect(files.length).toBeGreaterThan(500);
    expect(files.flatMap(namedIn)).toEqual([]);
  });

  it('is in every table of kinds', () => {
    expect(Object.keys(TRANSPORTS)).toEqual(KINDS);
    expect(Object.keys(SET_UPS)).toEqual(KINDS.filter((kind) => !descriptorOf(kind).ofBrowser));
  });

  it.each(KINDS)('%s has its texts', (kind) => {
    const words = messagesOf('en');
    expect(words[`sync_kind_${kind}`]?.message).toMatch(/\w/);
  });

  it.each(KINDS)('%s is recognised by its ids alone', (kind) => {
    const { ofBrowser } = descriptorOf(kind);
    const id = ofBrowser ? kind : `${kind}:${OWN}`;
    expect(remoteKindOf(id)).toBe(kind);
    expect(isRemoteId(id)).toBe(true);
    const strange = ofBrowser ? [`${kind}:${OWN}`, `${kind}:`] : [kind, `${kind}:`, `${kind}:a:b`, `${kind}:a b`];
    for (const other of [...strange, ` ${id}`, `${id}\n`, `${kind}:${'x'.repeat(65)}`]) {
      expect(isRemoteId(other), other).toBe(false);
    }
  });

  it.each(['', ':', 'constructor', 'toString:1', 'nowhere:1', 'WEBDAV:1', 7, null, ['account']])(
    'is not derived from %j',
    (id) => {
      expect(isRemoteId(id)).toBe(false);
    },
  );
});

const access = {
  address: 'https://cloud.example/dav/J%C3%BCrgen/',
  folder: 'Backstory',
  user: 'me',
  password: 'secret',
};
const handle = { kind: 'directory', name: 'Notes' };

describe('the row of a remote', () => {
  it('tells where its remote is', () => {
    expect(whereIs({ id: remoteIdOf('webdav', OWN), config: access })).toBe('cloud.example/dav/Jürgen/Backstory');
    expect(whereIs({ id: 'webdav:1', config: { ...access, folder: '' } })).toBe('cloud.example/dav/Jürgen');
    expect(whereIs({ id: 'webdav:1', config: { ...access, address: 'https://x.example/100%/' } })).toBe(
      'x.example/100%/Backstory',
    );
    expect(whereIs({ id: 'folder:1', config: { handle } })).toBe('Notes');
    expect(whereIs({ id: 'account', config: null })).toBe('');
  });

  it('that cannot be read is shown by its id, without a link', () => {
    const rows = [
      { id: 'webdav:1', config: { ...access, address: 'no address' } },
      { id: 'webdav:2', config: null },
      { id: 'folder:1', config: { handle: { name: 'a file' } } },
      { id: 'newer:1', config: access },
    ];
    expect(rows.map(whereIs)).toEqual(['webdav:1', 'webdav:2', 'folder:1', 'newer:1']);
    expect(addressesOf(rows)).toEqual([]);
    expect(readConfig('webdav', { ...access, password: 7 })).toBeNull();
  });

  it('tells which addresses need a permission, and only WebDAV has any', () => {
    const rows = [
      { id: 'account', config: access },
      { id: 'webdav:1', config: access },
      { id: 'folder:1', config: { handle } },
    ];
    expect(addressesOf(rows)).toEqual([access.address]);
  });
});
