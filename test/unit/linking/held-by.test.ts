import { expect, it } from 'vitest';
import { heldBy } from '../../tools/held-by';
import { entity } from '../pack/small-source';

const opec = entity('q7795', 'OPEC', { wikidata: 'Q7795', wikipedia: 'OPEC' });
const plus = entity('opec-plus', 'OPEC+', { wikipedia: 'OPEC' });
const georgia = entity('q230', 'Georgia', { wikidata: 'Q230', wikipedia: 'Georgia (country)' });
const state = entity('georgia-state', 'State of Georgia', { wikipedia: 'Georgia (U.S. state)' });
const bonds = entity('bond-yields', 'Bond yields', { wikipedia: 'Yield (finance)' });
const one = [opec, plus, georgia, state, bonds];

it.each([
  ['its id, of two that share an article', 'Q7795', 'OPEC', 'q7795'],
  ['its id, whatever the title is', 'Q230', 'Sakartvelo', 'q230'],
  ['its name, where we have no id', 'Q12345', 'OPEC+', 'opec-plus'],
  ['its article, where we have no id and nobody else has it', 'Q1428', 'Georgia (U.S. state)', 'georgia-state'],
  ['its article in any case of letters', 'Q99', 'yield (finance)', 'bond-yields'],
  ['its name, where the label has no id', '', 'Georgia', 'q230'],
  ['nothing by the name of one that has another id', 'Q1428', 'Georgia', null],
  ['nothing by an article that several share', '', 'Opec (article)', null],
  ['nothing by an article of another id', 'Q5', 'Georgia (country)', null],
])('a label means %s', (_, id, title, key) => {
  expect(heldBy(one)({ id, title })).toBe(key);
});

it('an article that two share is neither’s, without an id', () => {
  expect(heldBy([{ ...opec, name: 'Oil cartel' }, plus])({ id: 'Q1', title: 'OPEC' })).toBeNull();
  expect(heldBy([plus])({ id: 'Q7795', title: 'OPEC' })).toBe('opec-plus');
});
