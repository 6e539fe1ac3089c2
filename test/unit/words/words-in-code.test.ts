/**
 * The code contains no texts for readers; each message is used somewhere, and with as many arguments as it has
 * placeholders.
 */
import type { Node } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { messagesOf, placeholdersOf } from './languages';
import { parseSource, type SourceFile, sourceFile, sourceFiles, textsOf } from './source-words';

const english = messagesOf('en');
const rooms = sourceFiles('components', 'entrypoints');
/** The words in which a kind of remote is added stand beside it, as keys. */
const GIVES_KEYS = 'lib/sync/remotes';
const LETTER = /\p{L}{2}/u;

/** What is read by the reader or read aloud to him. */
const SPOKEN = new Set([
  'alt', 'aria-description', 'aria-label', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext', 'label',
  'placeholder', 'title',
]); // biome-ignore format: one list
/** The same where the browser or the document is told: `menus.create({ title })`, `document.title = …`. */
const TOLD = new Set(['ariaLabel', 'innerText', 'label', 'placeholder', 'textContent', 'title']);

/** In no language another word: how an address begins, and what we are called. */
const SAME_EVERYWHERE: ReadonlySet<string> = new Set(['https://', 'Backstory']);
/** For who develops: what is thrown, and what goes to the console. */
const forDevelopers = (node: Node): boolean =>
  node.type === 'ThrowStatement' ||
  node.type === 'NewExpression' ||
  (node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    nameOf(node.callee.object as Node) === 'console');

/** What a reader would see of an expression: of either branch, of each part of a template. */
function shownBy(node: Node): readonly string[] {
  switch (node.type) {
    case 'ConditionalExpression':
      return [...shownBy(node.consequent), ...shownBy(node.alternate)];
    case 'LogicalExpression':
      return [...shownBy(node.left), ...shownBy(node.right)];
    case 'BinaryExpression':
      return node.operator === '+' ? [...shownBy(node.left as Node), ...shownBy(node.right)] : [];
    case 'JSXExpressionContainer':
      return shownBy(node.expression as Node);
    case 'JSXText':
      return [node.value];
    default:
      return textsOf(node) ?? [];
  }
}

const nameOf = (node: Node): string =>
  node.type === 'Identifier' || node.type === 'JSXIdentifier'
    ? node.name
    : node.type === 'Literal' && typeof node.value === 'string'
      ? node.value
      : '';

/** Words in what is shown, and sentences anywhere: two words with a capital in front are no class and no key. */
function wordsIn({ nodes }: Pick<SourceFile, 'nodes'>): readonly string[] {
  const found = new Set<string>();
  for (const { node, around } of nodes) {
    const parent = around.at(-1);
    let shown: readonly string[] = [];
    if (node.type === 'JSXText') shown = [node.value];
    else if (node.type === 'JSXExpressionContainer' && parent?.type !== 'JSXAttribute') shown = shownBy(node);
    else if (node.type === 'JSXAttribute' && SPOKEN.has(nameOf(node.name as Node)) && node.value)
      shown = shownBy(node.value);
    else if (node.type === 'Property' && TOLD.has(nameOf(node.key as Node))) shown = shownBy(node.value as Node);
    else if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression')
      shown = TOLD.has(nameOf(node.left.property as Node)) ? shownBy(node.right) : [];
    else if (!around.some(forDevelopers))
      shown = (textsOf(node) ?? []).filter((text) => /^\p{Lu}\S* +\p{L}/u.test(text));
    for (const text of shown)
      if (LETTER.test(text) && !SAME_EVERYWHERE.has(text.trim()) && !(text in english)) found.add(text.trim());
  }
  return [...found];
}

describe('texts in the code instead of in messages', () => {
  it.each([
    ['text', '<p>Good morning</p>', ['Good morning']],
    ['a branch', "<p>{late ? 'Evening' : t('morning')}</p>", ['Evening']],
    ['a condition', "<p>{late && 'Evening'}</p>", ['Evening']],
    ['a template', '<p>{`$' + '{n} notes`}</p>', ['notes']],
    ['a glued part', "<p>{n + ' notes'}</p>", ['notes']],
    ['a label', '<button aria-label="Close">×</button>', ['Close']],
    ['a label in braces', '<input placeholder={empty ? "Nothing" : name} />', ['Nothing']],
    ['what a browser is told', "menus.create({ id: 'x', title: 'Look up' })", ['Look up']],
    ['the title', "document.title = 'Library'", ['Library']],
    ['a sentence', "const said = 'That failed.'", ['That failed.']],
  ])('%s is found', (_, code, words) => {
    expect(wordsIn(parseSource('x.tsx', code))).toEqual(words);
  });

  it.each([
    ['a message', "<p title={t('a_key')}>{t('another_key')} · {count('a_third', 3)}</p>"],
    ['signs', '<p>{n}{" "}– × ‹</p>'],
    ['classes', '<p class="above the card" id="Some" />'],
    ['a key for later', "const PLACE = { label: 'panel_story' }"],
    ['what is thrown', "throw new Error('A component stands outside')"],
    ['what is logged', "console.error('Backstory: no picture', error)"],
  ])('%s is not', (_, code) => {
    expect(wordsIn(parseSource('x.tsx', code))).toEqual([]);
  });

  it('do not exist', () => {
    expect(rooms.length).toBeGreaterThan(150);
    const words = rooms.flatMap((file) => wordsIn(file).map((text) => `${file.path}: ${text}`));
    expect(words).toEqual([]);
  });
});

/** Strings of the code, and templates as patterns: `settings_${x}` may be any key that begins so. */
function asked(files: readonly SourceFile[]): (key: string) => boolean {
  const texts = files.flatMap(({ nodes }) => nodes.flatMap(({ node }) => [textsOf(node) ?? []]));
  const whole = new Set(texts.filter((parts) => parts.length === 1).flat());
  const patterns = texts
    .filter(
      (parts) => parts.length > 1 && /^[a-z]\w+_$/.test(parts[0] ?? '') && parts.every((part) => /^\w*$/.test(part)),
    )
    .map((parts) => new RegExp(`^${parts.join('\\w+')}$`));
  return (key) => whole.has(key) || patterns.some((pattern) => pattern.test(key));
}

describe('messages', () => {
  it('are each used somewhere', () => {
    const asks = asked([...rooms, ...sourceFiles(GIVES_KEYS)]);
    const manifest = sourceFile('wxt.config.ts');
    const declared = new Set(
      manifest.nodes.flatMap(({ node }) => textsOf(node) ?? []).map((text) => text.slice(6, -2)),
    );
    const unused = Object.keys(english).filter(
      (key) => !asks(key) && !asks(key.replace(/_(one|other)$/, '')) && !declared.has(key),
    );
    expect(unused).toEqual([]);
  });

  it('are used with as many arguments as they have placeholders', () => {
    const wrong: string[] = [];
    for (const { path, nodes } of rooms)
      for (const { node } of nodes) {
        if (node.type !== 'CallExpression') continue;
        const callee = node.callee.type === 'MemberExpression' ? node.callee.property : node.callee;
        const asks = nameOf(callee as Node);
        const [first, ...rest] = node.arguments as readonly Node[];
        const key = first && textsOf(first);
        if (
          (asks !== 't' && asks !== 'count') ||
          key?.length !== 1 ||
          rest.some(({ type }) => type === 'SpreadElement')
        )
          continue;
        const message = english[asks === 't' ? (key[0] ?? '') : `${key[0]}_other`]?.message ?? '';
        const places = placeholdersOf(message).length;
        // A message may leave the number out.
        if (asks === 't' ? places !== rest.length : places > rest.length || places < rest.length - 1)
          wrong.push(`${path}: ${key[0]} has ${places} places and gets ${rest.length}`);
      }
    expect(wrong).toEqual([]);
  });
});
