/** How much of the story an entity is, and with it where marks stand. */
import { describe, expect, it } from 'vitest';
import { openPack, writePack } from '../../../lib/pack';
import { link, world } from './small-world';

type Blocks = Parameters<typeof link>[0];
const rain = ['It rained.', 'It rained.', 'It rained.', 'It rained.'];
const of = (key: string, blocks: Blocks, more: Parameters<typeof link>[1] = {}) =>
  link(blocks, more).mentions.find(({ entity }) => entity === key)?.salience ?? 0;

describe('a mention counts', () => {
  const KARSK = 'He went to Karsk.';
  it('by the part of the page that it stands in', () => {
    const roles = ['title', 'standfirst', 'heading', 'body', 'caption', 'aside', 'comment'] as const;
    const weights = roles.map((role) => of('karsk', [...rain, [role, KARSK]]));
    expect(new Set(weights).size).toBe(roles.length);
    expect([...weights].sort((a, b) => b - a)).toEqual(weights);
  });

  it('less where it is an adjective', () => {
    expect(of('valdoria', [...rain, 'A Valdorian left.'])).toBeLessThan(of('valdoria', [...rain, 'Valdoria left.']));
  });

  it('no more for being first among the comments', () => {
    expect(of('karsk', [['comment', KARSK]])).toBe(of('karsk', [...rain, ['comment', KARSK]]));
  });

  it('with what earlier parts of the visit said, once at its beginning', () => {
    const { memory } = link([KARSK, KARSK]);
    const fresh = link(rain).memory;
    expect(of('karsk', [KARSK], { memory })).toBeGreaterThan(of('karsk', [KARSK], { memory: fresh }));
    expect(of('karsk', [KARSK], { memory: fresh })).toBeLessThan(of('karsk', [KARSK]));
  });

  it('less for what everybody knows', () => {
    const known = (prominence: number) => {
      const entities = world.entities.map((one) => (one.key === 'karsk' ? { ...one, prominence } : one));
      return of('karsk', [KARSK], { packs: [openPack(writePack({ ...world, entities }))] });
    };
    expect(known(255)).toBeLessThan(known(0) * 0.7);
    expect(known(255)).toBeGreaterThan(known(0) * 0.6);
  });
});

describe('a mark', () => {
  const marked = (blocks: Blocks) =>
    link(blocks)
      .mentions.filter((one) => one.marked)
      .map(({ block, entity }) => `${block}:${entity}`);
  it('is never on a noun that points back', () => {
    expect(marked(["The People's Guard Force moved.", ['body', 'Later the militia fired.', 2]])).toEqual([
      '0:peoples-guard-force',
    ]);
  });
});
