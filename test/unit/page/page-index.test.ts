// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { createPageIndex } from '../../../lib/page/read/page-index';
import type { MappedBlock } from '../../../lib/page/read/text-block';

/** The blocks of a page stay in reading order, whenever they come. */

afterEach(() => {
  document.body.innerHTML = '';
});

function page(html: string): (selector: string) => MappedBlock {
  document.body.innerHTML = html;
  let id = 0;
  return (selector) => {
    const element = document.querySelector(selector)!;
    const node = element.firstChild as Text;
    const runs = [{ node, from: 0, at: 0, length: node.length }];
    return { id: ++id, text: node.data, role: 'body', runs, element };
  };
}
const FOUR = '<p id="a">one</p><p id="b">two</p><p id="c">three</p><p id="d">four</p>';

it('puts a later block at its place: before, between or after the others', () => {
  const block = page(FOUR);
  for (const order of ['#a #b #c #d', '#d #c #b #a', '#c #a #d #b']) {
    const index = createPageIndex();
    for (const selector of order.split(' ')) index.replace([], [block(selector)]);
    expect(index.blocks.map(({ text }) => text)).toEqual(['one', 'two', 'three', 'four']);
  }
});

it('puts a block that is read again where it was', () => {
  const block = page(FOUR);
  const index = createPageIndex();
  const [one, two, three] = ['#a', '#b', '#c'].map(block);
  index.replace([], [one!, two!, three!]);
  const again = block('#b');
  index.replace([two!], [again]);
  expect(index.blocks).toEqual([one, again, three]);
  expect(index.blocksIn(two!.runs[0]!.node)).toEqual([again]);
  expect(index.blocksOf(two!.element)).toEqual([again]);
  index.replace([one!, again], []);
  expect(index.blocks).toEqual([three]);
  expect(index.blocksIn(two!.runs[0]!.node)).toEqual([]);
});

it('puts a block in a shadow tree where its host is', () => {
  const block = page('<p id="a">one</p><div id="host"></div><p id="c">three</p>');
  const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
  root.innerHTML = '<p>two</p>';
  const element = root.querySelector('p')!;
  const node = element.firstChild as Text;
  const within: MappedBlock = { ...block('#a'), text: 'two', runs: [{ node, from: 0, at: 0, length: 3 }], element };
  const index = createPageIndex();
  index.replace([], [block('#a'), block('#c')]);
  index.replace([], [within]);
  expect(index.blocks.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
});
