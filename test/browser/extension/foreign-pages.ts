/** Stories in other languages than English, as pages say it and as they do not. */
import type { Made } from './story-pages';

const GERMAN = `<article><h1>Was ein Bild sagt</h1>
  <p>Der ukrainische Präsident Wolodymyr Selenskyj hat am Freitag in Kiew um weitere Hilfe gebeten. Das Bild von ihm ging um die Welt, und die Zeit drängt, wie er sagte. Auch die Vereinten Nationen warnten vor einem langen Winter in der ganzen Gegend.</p>
  <p>Rafael Grossi, der am Donnerstag das Kraftwerk im Süden besucht hatte, sprach von einer ernsten Lage. Grossi will in der kommenden Woche noch einmal in den Süden fahren, und Rafael Grossi will dann mit beiden Seiten reden.</p>
  <p>Selenskyjs Berater sprachen von einem Signal. Die Zeit der Reden sei vorbei, hieß es im Home Office der Mitarbeiter, und der Spiegel des Flusses steige wieder, seit es im Osten des Landes so viel geregnet habe wie lange nicht.</p></article>`;
const JAPANESE = `<article><h1>新しい施設が東京に開かれる</h1>${'<p>米国の大統領は東京で記者会見を開き、ウクライナと中国について話した。会見は一時間ほど続き、多くの記者が質問をした。首相はそのあと外国の大使と会い、来年の会議について話し合ったと伝えられている。</p>'.repeat(6)}</article>`;
const ARABIC = `<article><h1>اجتماع في القاهرة</h1>${'<p>قال الرئيس إن الحرب يجب أن تنتهي قبل نهاية العام، وأضاف أن الوفود سوف تجتمع في القاهرة يوم الأحد للحديث عن المساعدات. وقالت الأمم المتحدة إن الوضع صعب وإن الناس ينتظرون الماء والغذاء منذ أسابيع طويلة.</p>'.repeat(6)}</article>`;

export const FOREIGN: Readonly<Record<string, Made>> = {
  'german-declared': { language: 'de', body: GERMAN },
  'german-undeclared': { language: '', body: GERMAN },
  'german-called-english': { language: 'en', body: GERMAN },
  japanese: { language: 'ja', body: JAPANESE },
  'arabic-called-english': { language: 'en', body: ARABIC },
};
