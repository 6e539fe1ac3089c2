import { type Day, newsDay } from '../time';
import { monthNamed } from './months';

/** An archive prefixes the original address with its own day: `web.archive.org/web/20190304101112/https://…`. */
const ARCHIVED = /^https?:\/\/[^/]+\/(?:web\/)?(\d{4})(\d{2})(\d{2})\d{0,6}(?:[a-z]{2}_)?\/(?=https?:\/\/|www\.)/i;

/** The day on which an archive saved the page. */
export const archivedOn = (address: string): Day | null => {
  const [, year, month, day] = ARCHIVED.exec(address) ?? [];
  return year ? newsDay(Number(year), Number(month), Number(day)) : null;
};

/** The address of the story itself. */
export const unarchived = (address: string): string => address.replace(ARCHIVED, '').replace(/^(?=www\.)/, 'https://');

/** `/2022/10/31/`, `/2022/oct/31/`, `/2022-10-31-slug`, `/20221031/`. Year and month alone do not give a day. */
export function dayInAddress(address: string, language = ''): Day | null {
  const path = unarchived(address)
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .replace(/[?#].*$/s, '');
  const slashed = /\/(\d{4})\/(\d{1,2}|\p{L}{3,10})\/(\d{1,2})(?=\/|-|_|\.|$)/iu.exec(path);
  if (slashed) {
    const month = /^\d/.test(slashed[2]!) ? Number(slashed[2]) : monthNamed(slashed[2]!, language);
    const day = newsDay(Number(slashed[1]), month, Number(slashed[3]));
    if (day) return day;
  }
  const dashed = /(?:^|[/_-])((?:19|20)\d{2})[-_](\d{2})[-_](\d{2})(?!\d)/.exec(path);
  if (dashed) return newsDay(Number(dashed[1]), Number(dashed[2]), Number(dashed[3]));
  const backwards = /(?:^|[/_-])(\d{2})[-_](\d{2})[-_](20\d{2})(?!\d)/.exec(path);
  if (backwards && Number(backwards[1]) > 12)
    return newsDay(Number(backwards[3]), Number(backwards[2]), Number(backwards[1]));
  const compact = /[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_.-]|$)/.exec(path);
  if (compact) return newsDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  return null;
}
