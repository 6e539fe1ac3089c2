import { afterAll, beforeAll, describe } from 'vitest';
import { openAttackSite } from './attack-site';
import { attacksByCovering } from './covering-the-card';
import { attacksByNames, attacksOnTheHost } from './fighting-the-host';
import { openFirefoxHand } from './firefox-hand';
import { attacksByForging } from './forging-frames';
import { attacksByEvents } from './hearing-events';
import { attacksOnIds } from './lasting-ids';
import { attacksOnTheButton } from './pressing-the-button';
import { type Reader, readerOf, writeNotes } from './reader';
import { attacksOnReading } from './reading-the-card';
import { attacksOnTyping } from './typing-a-note';
import { attacksWithoutAHand } from './without-a-hand';

/** The same pages, and what they learn in Firefox. */
describe('attacks in Firefox', () => {
  let reader: Reader;
  const attacked = () => reader;
  beforeAll(async () => {
    reader = readerOf(await openFirefoxHand(), await openAttackSite());
    await writeNotes(reader);
  });
  afterAll(async () => {
    await reader?.close();
    reader?.site.close();
  });

  attacksWithoutAHand(attacked);
  attacksOnReading(attacked);
  attacksByEvents(attacked, 'Firefox');
  attacksOnTyping(attacked);
  attacksByCovering(attacked, 'Firefox');
  attacksOnTheHost(attacked);
  attacksByForging(attacked);
  attacksOnTheButton(attacked, 'Firefox');
  attacksOnIds(attacked);
  attacksByNames(attacked);
});
