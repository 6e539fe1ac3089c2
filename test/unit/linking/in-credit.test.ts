import { describe, expect, it } from 'vitest';
import { english } from '../../../lib/language';
import { inCredit } from '../../../lib/linking/read/in-credit';

const credited = (text: string, name = 'Yonhap'): boolean => {
  const start = text.indexOf(name);
  return inCredit(text, start, start + name.length, english);
};

describe('a news agency in a credit', () => {
  it.each([
    'SEOUL (Yonhap) — The army said on Monday',
    'SEOUL, South Korea, Nov. 18 (Yonhap) -- The army said',
    'SEOUL, Nov 18, Yonhap – The army said',
    'Yonhap - The army said',
    'Yonhap: The army said',
    'The launch on Friday. Photo: Yonhap',
    'The launch on Friday. Photo by Kim Ha-neul/Yonhap',
    'The launch on Friday (Yonhap)',
    'The launch on Friday. © Yonhap.',
    'A screen in Seoul. Korean army via Yonhap',
    'Source: Yonhap',
    'SEOUL (The Yonhap) — The army said',
    'A ship. Photo: the Yonhap',
  ])('is recognised: %s', (text) => {
    expect(credited(text)).toBe(true);
  });

  it.each([
    'The agency Yonhap was first with the alarm.',
    'Yonhap was first with the alarm.',
    'Yonhap, the agency, was first.',
    "The South's agency – Yonhap – was first with the alarm, and KCNA said nothing of it at all",
    'The photo that Yonhap published showed a ship.',
    'According to the source, Yonhap had it wrong.',
    'In a long sentence about something else that goes on (as reported by agencies such as Yonhap) the army denied it.',
    'He works for Yonhap',
  ])('is not assumed: %s', (text) => {
    expect(credited(text)).toBe(false);
  });
});
