import { describe, expect, it } from 'vitest';
import { dayInAddress } from '../../../lib/dating/day-in-address';

describe('a day in an address', () => {
  it.each([
    ['https://paper.test/2022/10/31/world/story.html', '2022-10-31'],
    ['https://paper.test/world/2022/oct/31/story', '2022-10-31'],
    ['https://paper.test/2022/octobre/31/story', '2022-10-31'],
    ['https://paper.test/a/2022-10-31-story?d=2020-01-01', '2022-10-31'],
    ['https://paper.test/news/20221031/story', '2022-10-31'],
    ['https://paper.test/news/31-10-2022', '2022-10-31'],
    ['https://paper.test/news/13-10-2022', '2022-10-13'],
    // Which of the two is the month?
    ['https://paper.test/news/12-10-2022', null],
    ['https://paper.test/2022/10/story', null],
    ['https://2022-10-31.test/story-12345678', null],
    ['https://paper.test/99999999/', null],
    ['https://paper.test/2022/13/31/', null],
    // The archive's own day is the day on which it looked.
    ['https://web.archive.org/web/20190304101112/https://paper.test/story', null],
    ['https://web.archive.org/web/20190304101112/http://paper.test/2012/02/14/story', '2012-02-14'],
    ['https://web.archive.org/web/20190304101112id_/https://paper.test/2012/02/14/story', '2012-02-14'],
    ['https://archive.ph/20190304101112/https://paper.test/story', null],
  ])('%s: %s', (address, day) => expect(dayInAddress(address)).toBe(day));
});
