/** Every combination that a place can be in, also those that no program should make: no card and no page speaks twice. */
import { describe, expect, it } from 'vitest';
import { createText } from '../../../components/kit';
import { cardWords, passphraseState, standingOf } from '../../../components/sync/card-words';
import type { PassphraseState } from '../../../components/sync/props';
import { troubleSentence } from '../../../components/sync/trouble';
import { type RemoteStatus, SYNC_TROUBLES } from '../../../lib/sync';

const AT = Date.UTC(2026, 5, 1, 12);
/** Words are their own keys here. */
const text = createText('en', (key) => (key === 'text_language' ? 'en' : key));

const HELD_FILE: RemoteStatus['held'][number] = {
  name: 'x',
  hash: '0',
  device: '',
  deviceName: '',
  at: null,
  notes: 0,
  look: [],
};

const troubles: RemoteStatus['trouble'][] = [
  null,
  ...SYNC_TROUBLES.flatMap((code) => [false, true].map((passing) => ({ code, at: AT, detail: '', passing }))),
];

function* everyStatus(): Generator<RemoteStatus> {
  for (const kind of ['account', 'webdav', 'folder'] as const)
    for (const on of [true, false])
      for (const running of [null, 'look', 'write'] as const)
        for (const trouble of troubles)
          for (const protection of ['plain', 'sealed', 'to-seal', 'locked'] as const)
            for (const lastSuccess of [null, AT])
              for (const [count, left] of [
                [0, 0],
                [2, 0],
                [1, 1],
                [3, 1],
              ] as const)
                for (const [held, heldMore] of [
                  [0, 0],
                  [1, 2],
                ] as const)
                  yield {
                    id: kind === 'account' ? kind : `${kind}:1`,
                    kind,
                    ofBrowser: kind === 'account',
                    place: '',
                    on,
                    running,
                    trouble,
                    protection,
                    lastSuccess,
                    pending: { count, since: count > 0 ? AT : null },
                    leftBehind: Array.from({ length: left }, () => ({ doc: 'note:x', name: 'x', bytes: 9 })),
                    held: Array.from({ length: held }, () => HELD_FILE),
                    heldMore,
                    devices: [],
                    here: { device: 'a', name: '', at: AT, count: 0, digest: '' },
                  };
}

/** All sentences of a card by their keys, in the order of the page. */
function said(remote: RemoteStatus, passphrase: PassphraseState): string[] {
  const standing = standingOf(remote);
  const now =
    standing.is === 'running' ? ['step'] : standing.is === 'trouble' ? [troubleSentence(text, standing.trouble)] : [];
  const { exchanged, waiting, held, protection } = cardWords(text, remote, passphrase);
  return [...now, exchanged, waiting, held, protection].filter((sentence) => sentence !== null);
}

const OPEN = ['sync_plain', 'sync_account_plain', 'sync_would_be_plain', 'sync_account_would_be_plain'];
/** That what lies there is sealed as a whole, or will be. */
const ALL_OURS = ['sync_sealed', 'sync_to_seal'];
const BUT_HELD = ['sync_sealed_but_held', 'sync_to_seal_but_held'];
const OURS = [...ALL_OURS, ...BUT_HELD, 'sync_will_be_sealed'];
const HELD = ['sync_held_one', 'sync_held_other'];
const LOCKED = ['sync_locked_there', 'sync_trouble_locked', 'sync_trouble_wrong_passphrase'];
const ALL_THERE = ['sync_all_there', 'sync_account_took_all', 'sync_account_took_fitting'];
const PASSPHRASES = ['none', 'set', 'locked'] as const;

/** Made once for the tests that look at all of them. */
const EVERY = [...everyStatus()].flatMap((remote) =>
  PASSPHRASES.map((passphrase) => ({ remote, passphrase, sentences: said(remote, passphrase) })),
);

const of = (sentences: readonly string[], group: readonly string[]) => sentences.filter((each) => group.includes(each));

describe('the card of a remote', () => {
  it('says the same everywhere about who can read what is stored there, in every state', () => {
    for (const { remote, passphrase, sentences } of EVERY) {
      const told = of(sentences, [...OPEN, ...OURS, ...LOCKED]);
      if (told.length !== 1 && !(told.length === 0 && passphrase === 'locked')) {
        expect.fail(`${JSON.stringify(remote)} with ${passphrase}: ${sentences}`);
      }
    }
  });

  it('never calls sealed data plain, nor undelivered data delivered', () => {
    for (const { remote, passphrase, sentences } of EVERY) {
      const { on, trouble, lastSuccess, pending, leftBehind, running, protection } = remote;
      const locked = protection === 'locked' || trouble?.code === 'locked' || trouble?.code === 'wrong-passphrase';
      const wrong: readonly [boolean, readonly string[]][] = [
        [locked || protection !== 'plain' || passphrase !== 'none', OPEN],
        [locked, OURS],
        [!locked, LOCKED],
        [!on || trouble !== null || lastSuccess === null || pending.count > leftBehind.length, ALL_THERE],
        [leftBehind.length > 0, ['sync_account_took_all', 'sync_all_there']],
        [on || lastSuccess !== null, ['sync_unused']],
        [pending.count > leftBehind.length, ['sync_nothing_to_send']],
        [!on || running !== null, SYNC_TROUBLES.map((code) => `sync_trouble_${code.replaceAll('-', '_')}`)],
      ];
      for (const [never, group] of wrong) {
        if (never && of(sentences, group).length > 0) {
          expect.fail(`${JSON.stringify(remote)} with ${passphrase}: ${sentences}`);
        }
      }
    }
  });
});

describe('what a remote holds back', () => {
  it('is reported wherever it is known, and then nothing claims that everything there is sealed', () => {
    for (const { remote, passphrase, sentences } of EVERY) {
      const isTold = of(sentences, HELD).length > 0;
      const isOurs = of(sentences, OURS).length > 0;
      const isUnused = standingOf(remote).is === 'unused';
      const wrong =
        isTold !== (remote.heldMore > 0 && isOurs && !isUnused) ||
        of(sentences, isTold ? ALL_OURS : BUT_HELD).length > 0;
      if (wrong) expect.fail(`${JSON.stringify(remote)} with ${passphrase}: ${sentences}`);
    }
  });
});

describe('the sync page', () => {
  it('says the same about the passphrase as the cards of active remotes', () => {
    for (const remote of everyStatus()) {
      for (const hasRing of [true, false]) {
        for (const taken of [true, false]) {
          const passphrase = passphraseState([remote], hasRing, taken);
          const sentences = said(remote, passphrase);
          const wrong =
            (passphrase === 'none' && remote.on && of(sentences, LOCKED).length > 0) ||
            (passphrase !== 'none' && of(sentences, OPEN).length > 0) ||
            (passphrase === 'set' && remote.on && of(sentences, LOCKED).length > 0);
          if (wrong) expect.fail(`${JSON.stringify(remote)}, ${hasRing}, ${taken}: ${passphrase}, ${sentences}`);
        }
      }
    }
  });
});
