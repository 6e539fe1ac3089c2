/** What the code says about texts: which messages it uses, with how many arguments, and which texts it contains. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Node, parseSync, visitorKeys } from 'oxc-parser';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface SourceFile {
  readonly path: string;
  /** Every node, the outer before the inner, with those around it: the nearest last. */
  readonly nodes: readonly { readonly node: Node; readonly around: readonly Node[] }[];
}

function nodesOf(root: Node): SourceFile['nodes'] {
  const found: { node: Node; around: readonly Node[] }[] = [];
  const walk = (node: Node, around: readonly Node[]) => {
    found.push({ node, around });
    const inside = [...around, node];
    for (const key of visitorKeys[node.type] ?? []) {
      const value = (node as unknown as Record<string, unknown>)[key];
      for (const one of Array.isArray(value) ? value : [value]) if (isNode(one)) walk(one, inside);
    }
  };
  walk(root, []);
  return found;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .sort()
      .map((name) => sourceFile(`${folder}/${name}`)),
  );
}

export const sourceFile = (path: string): SourceFile => parseSource(path, readFileSync(`${ROOT}${path}`, 'utf8'));

export function parseSource(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return { path, nodes: nodesOf(program) };
}

/** The text of a string in the code; of a template with holes, the text before, between and behind them. */
export function textsOf(node: Node): readonly string[] | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : null;
  return node.type === 'TemplateLiteral' ? node.quasis.map(({ value }) => value.cooked ?? value.raw) : null;
}
