/**
 * No file of lib/page reads a node of the page but through `dom.ts`: a form or a document may answer with an element of
 * the page that bears the name of what was asked (see there). Judged by the types that the compiler knows.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isObjectBindingPattern, isPropertyAccessExpression, type Node } from 'typescript/unstable/ast';
import { API, type Checker, SymbolFlags, type Type } from 'typescript/unstable/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOM = fileURLToPath(new URL('../../../lib/page/', import.meta.url));
const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));

/** Reads the nodes for all others. */
const DOOR = 'dom/dom.ts';
/** What the markup of a page can lay no names over: text, the roots of shadow trees, and elements that are no forms. */
const SAFE = ['Text', 'CharacterData', 'ShadowRoot', 'HTMLDivElement', 'HTMLIFrameElement', 'HTMLParagraphElement'];
const UNSAFE = ['Node', 'EventTarget'];

let api: API;
let checker: Checker;
let files: Map<string, Node>;
beforeAll(() => {
  api = new API({ cwd: PROJECT });
  const project = api.updateSnapshot({ openProject: `${PROJECT}tsconfig.json` }).getProjects()[0]!;
  checker = project.checker;
  const names = readdirSync(ROOM, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /(?<!\.d)\.ts$/.test(name));
  files = new Map(names.map((name) => [name, project.program.getSourceFile(ROOM + name)!]));
});
afterAll(() => api?.close());

const typeNamed = (name: string): Type =>
  checker.getDeclaredTypeOfSymbol(checker.resolveName(name, SymbolFlags.Interface)!);

/** Each place where something is read of a value, and the value. */
function readsIn(file: Node): { readonly of: Node; readonly what: string }[] {
  const found: { of: Node; what: string }[] = [];
  const look = (node: Node): void => {
    if (isPropertyAccessExpression(node)) found.push({ of: node.expression, what: node.getText() });
    // const { body } = document
    if (isObjectBindingPattern(node)) found.push({ of: node, what: node.parent.getText() });
    node.forEachChild(look);
  };
  look(file);
  return found;
}

/** A union may hold what is safe and what is not; null and undefined are neither. */
function partsOf(type: Type): readonly Type[] {
  const whole = checker.getNonNullableType(type) ?? type;
  return whole.isUnionType() ? whole.getTypes() : [whole];
}

function directReads(name: string): string[] {
  const [node, target] = UNSAFE.map(typeNamed) as [Type, Type];
  const safe = SAFE.map(typeNamed);
  const window = typeNamed('Window');
  const isForeign = (type: Type): boolean =>
    (checker.isTypeAssignableTo(type, node) || (type === target && !checker.isTypeAssignableTo(type, window))) &&
    !safe.some((one) => checker.isTypeAssignableTo(type, one));
  const reads = readsIn(files.get(name)!);
  const types = checker.getTypeAtLocation(reads.map(({ of }) => of));
  return reads.filter((_, at) => types[at] && partsOf(types[at]).some(isForeign)).map(({ what }) => what);
}

it('code reads nodes of the page through one module', () => {
  const wrong = [...files.keys()]
    .filter((name) => name !== DOOR)
    .flatMap((name) => directReads(name).map((read) => `${name}: ${read}`));
  expect(wrong).toEqual([]);
});

it('the check recognises such a read', () => {
  expect(readsIn(files.get('point/keys.ts')!).length).toBeGreaterThan(5);
  // The watcher of pointers holds documents, and elements by the event.
  expect(UNSAFE.map(typeNamed).every(Boolean)).toBe(true);
  expect(directReads(DOOR).length + readsIn(files.get('point/pointer.ts')!).length).toBeGreaterThan(5);
});
