/** People whose full name is common: the known one needs a story of his field, or something that is tied to him. */
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { openPack } from '../../../lib/pack';
import { expectOpens } from './expect-opens';
import { keyIn } from './gold-story';
import { whatOpens } from './what-opens';

const pack = openPack((await cachedPack()).bytes);

const opens = (marked: string, day = '2018-04-17') => whatOpens(pack, marked, day)?.entity ?? null;
const { nothing } = expectOpens(pack, opens);

const GAME =
  'The referee blew for half-time after the winger had scored, and the coach of the home team brought on two substitutes.';

describe('in a story about games', () => {
  it('politicians, singers and saints of a common name are somebody else', () =>
    nothing(
      `${GAME}|Norwich have signed the midfielder [Graham Stuart].`,
      `${GAME}|The visitors brought back [Andy Williams] for the scrum.`,
      `${GAME}|The captain passed to [Lee Miller], who scored again.`,
      `${GAME} The president of the club and the minister clapped.|Tim Collier replaced [Phil Murphy] in the second row.`,
    ));

  it('a surname alone does not bring them back', () =>
    nothing(
      `${GAME}|The visitors brought back Andy Williams. [Williams] dropped the first ball.`,
      `${GAME}|Tim Collier replaced Phil Murphy. Bench: Fortey, [Murphy], Daly, Cole.`,
    ));

  it('a minister with a title is meant', () => {
    expect(opens(`${GAME}|Governor [Phil Murphy] of New Jersey threw the first ball.`, '2021-04-12')).toBe(
      keyIn(pack, 'q260042'),
    );
  });

  it('a name that few have is the known one', () => {
    expect(opens(`${GAME}|In the stand sat [Arnold Schwarzenegger].`, '2021-04-12')).toBe(keyIn(pack, 'q2685'));
  });
});

describe('in a story about something else', () => {
  it('players and singers of a common name are somebody else', () =>
    nothing(
      'The bank has lost its chief financial officer, [Tim Howard], over the accounts.',
      'Beds are short, said the chief executive of the hospital, [Andy Williams].',
    ));

  it('the long dead of a common name are somebody else', () =>
    nothing('[Andrew Fisher] of Nebraska has sold his forehead to a shop.'));

  it('a player of a rare name is the known one', () => {
    expect(opens('The bank pays [Wayne Rooney] for its posters.', '2012-04-12')).toBe(keyIn(pack, 'q266613'));
  });

  it('a singer is meant where somebody sings', () => {
    expect(
      opens(
        'The concert closed with songs from a musical. [Andy Williams] sang on an album, before the drummer.',
        '2009-05-02',
      ),
    ).toBe(keyIn(pack, 'q214548'));
  });
});
