import { wordList } from '../word-list';

/** Lower-case words: where one has a capital, it starts a sentence. */
export const openers = wordList(`
  ab aber abends acht alle allein allem allen aller allerdings alles als also am an ander andere anderen anderer anderes
  anders anfang angesichts anschliessend anstatt auch auf aufgrund aus ausser ausserdem bald bei beide beiden beim
  beinahe bereits besonders bevor bis bisher bislang bloss da dabei dadurch dafur dagegen daher dahin dahinter damals
  damit danach daneben dank dann daran darauf daraus darf darin daruber darum darunter das dass davon davor dazu dein
  deine demnach denen denn dennoch der deren des deshalb dessen desto deswegen dich die dies diese diesem diesen dieser
  dieses dir doch dort drei du durch durfen ebenfalls ebenso ein eine einem einen einer eines einfach einige einigen
  einiger einmal einst einzelne elf endlich entgegen entlang entsprechend entweder er erneut erst erste ersten erster
  erstmals es etliche etwa etwas euch euer falls fast ferner folglich fruh fruher funf fur gab ganz gar geben gegen
  gegenuber genau genug gerade gern gestern geht gibt gleich gleichwohl gleichzeitig gut haben habe hat hatte hatten
  hatte heute hier hierzu hin hinter hinzu hoch ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer immerhin in
  indem indes infolge ins insbesondere insgesamt inzwischen irgendwann ist ja je jede jedem jeden jeder jedes jedoch
  jemand jene jenem jenen jener jenes jetzt kam kann kaum kein keine keinem keinen keiner konnen konnte konnten kurz
  kurzlich kunftig lange langst laut leider letzte letzten letzter letztlich lieber macht mal man manche manchem manchen
  mancher manchmal mehr mehrere mein meine meist meistens mich mir mit mithilfe mitten morgen muss mussen musste nach
  nachdem nachmittags nachts naturlich neben nein neu neue neuen neuer neun nicht nichts nie niemand noch nochmals nun
  nur ob oben oberhalb obwohl oder offenbar oft ohne plotzlich rund samtliche schliesslich schon sechs sehr sei seien
  sein seine seinem seinen seiner seines seit seitdem selbst sich sie sieben sieht sind so sobald sodass sofort sogar
  solange solch solche soll sollen sollte sollten somit sondern sonst soviel soweit sowie sowohl spater spatestens statt
  stets trotz trotzdem uber uberall uberhaupt ubrigens um und ungefahr uns unser unsere unserem unseren unserer unter
  unterdessen vergangene vergangenen viel viele vielen vieler vielleicht vier voll vom von vor voraussichtlich vorerst
  vorher wahrend wann war waren warum was wegen weil weit weiter weitere weiteren weiterer weiterhin welche welchem
  welchen welcher welches wem wen wenig wenige weniger wenn wer werde werden wessen wie wieder wiederum wieso will wir
  wird wo wobei wodurch wohin wohl wollen wollte wollten womit worauf worden worum wozu wurde wurden wurde zehn ziemlich
  zu zudem zufolge zugleich zuletzt zum zumal zumindest zunachst zur zuvor zwar zwei zwischen zwolf
  montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar marz april mai juni juli august
  september oktober november dezember`);
